"""What edition.toml says, held against the keys that it can have: every mistake with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from edition.config.conventions import PLACES, unknown_places
from edition.config.keys import EPUB, HTML, KEYS, PRINT, VALIDATE, VOLUME, Key
from edition.config.volumes import after_headers
from edition.diagnostics import CannotRunError, diagnose
from edition.diagnostics.explain import codes
from edition.model import Position

_BEFORE_A_KEY = (r"(\s*)(?:\[\[?\s*(?:\w+\s*\.\s*)?)?", r"(.*?[{,]\s*)")


def check(raw: Mapping[str, Any], text: str, name: str) -> None:
    """Hold what edition.toml says (`raw`) against its keys. `text` is the file, `name` what messages call it.

    Raises CannotRunError for an unknown key, a value of the wrong kind, a place in a pattern or a code
    that is none.
    """
    _check_keys(raw, KEYS, text, name)
    _check_patterns(raw.get("conventions", {}), text, name)
    _check_validation(raw.get("validate", {}), text, name)
    _check_keys(raw.get("epub", {}), EPUB, text, name)
    _check_keys(raw.get("html", {}), HTML, text, name)
    _check_keys(raw.get("print", {}), PRINT, text, name)
    volumes = raw.get("print", {}).get("volume", ())
    for table, part in zip(volumes, after_headers(text, len(volumes)), strict=True):
        _check_keys(table, VOLUME, part, name)


def _check_keys(table: Mapping[str, Any], keys: Mapping[str, Key], text: str, name: str) -> None:
    """Raises CannotRunError for a key that is none of `keys`, or has a value of the wrong kind."""
    for key, value in table.items():
        position = _place(key, text)
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1)
            meant = f"did you mean {near[0]}?" if near else "known keys: " + ", ".join(keys)
            raise CannotRunError(diagnose("CONFIG-KEY", path=name, position=position, key=key, meant=meant))
        if not keys[key].accepts(value):
            wanted = keys[key].wanted
            raise CannotRunError(
                diagnose("CONFIG-VALUE", path=name, position=position, key=key, wanted=wanted)
            )


def _check_patterns(conventions: Mapping[str, list[str]], text: str, name: str) -> None:
    known = ", ".join(f"{{{place}}} ({words})" for place, words in PLACES.items())
    for key, patterns in conventions.items():
        for unknown in (place for pattern in patterns for place in unknown_places(pattern)):
            position = _place(key, text)
            raise CannotRunError(
                diagnose("CONFIG-PLACE", path=name, position=position, key=key, place=unknown, known=known)
            )


def _check_validation(table: Mapping[str, Any], text: str, name: str) -> None:
    _check_keys(table, VALIDATE, text, name)
    named = [entry.split()[0] for entry in table.get("ignore", ())] + list(table.get("severity", ()))
    for code in named:
        if code not in codes():
            close = difflib.get_close_matches(code.upper(), codes(), n=1)
            meant = f"did you mean {close[0]}?" if close else "edition explain --all lists them"
            position = _place_of_word(code, text)
            raise CannotRunError(
                diagnose("CONFIG-CODE", path=name, position=position, code_=code, meant=meant)
            )


def _place_of_word(word: str, text: str) -> Position | None:
    for number, line in enumerate(text.splitlines(), 1):
        column = line.find(word)
        if column >= 0:
            return Position(number, column + 1)
    return None


def _place(key: str, text: str) -> Position | None:
    """Where a key or the header of its table stands: where a line begins, or else in a table within one."""
    for before in _BEFORE_A_KEY:
        for number, line in enumerate(text.splitlines(), 1):
            match = re.match(rf"{before}[\"']?{re.escape(key)}\b", line)
            if match:
                return Position(number, match.end(1) + 1)
    return None
