"""The tables [[print.volume]] of edition.toml: which text begins each volume, and the volume's title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from edition.config.print import VolumeBegins
from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position

_HEADER = re.compile(r"""^[ \t]*\[\[\s*print\s*\.\s*["']?volume["']?\s*\]\]""", re.MULTILINE)
_BEGINS = "the name of a text, without .xml or .txt: another one in each volume (only the first needs none)"


def after_headers(text: str, count: int) -> list[str]:
    """edition.toml from each of its `count` tables on, with empty lines for what stands before, so that lines
    have their numbers; the whole text where the tables are written in another way.
    """
    starts = [found.start() for found in _HEADER.finditer(text)]
    if len(starts) != count:
        return [text] * count
    return ["\n" * text.count("\n", 0, start) + text[start:] for start in starts]


def volume_begins(table: Mapping[str, Any], text: str, name: str) -> tuple[VolumeBegins, ...]:
    """The volumes that `table` ([print]) lists, sound each by itself; `name` is what messages call the file.

    Raises CannotRunError where a volume does not say where it begins, or as another one does, and where
    volumes are wanted in two ways at once.
    """
    tables: Sequence[Mapping[str, str]] = table.get("volume", ())
    _check_agreement(table, text, name)
    found: list[VolumeBegins] = []
    for number, (one, part) in enumerate(zip(tables, after_headers(text, len(tables)), strict=True)):
        stem = re.sub(r"\.(xml|txt)\Z", "", one.get("begins", "").strip())
        position = _place("begins", part) or _place("title", part) or _place("volume", part)
        if (number and not stem) or any(stem == before.text for before in found):
            said = diagnose("CONFIG-VALUE", path=name, position=position, key="begins", wanted=_BEGINS)
            raise CannotRunError(said)
        found.append(VolumeBegins(stem, one.get("title", "").strip(), name, position))
    return tuple(found)


def _check_agreement(table: Mapping[str, Any], text: str, name: str) -> None:
    wanted = [key for key in ("volume-pages", "volume") if key in table]
    if table.get("volumes") == "each":
        wanted.append('volumes = "each"')
    if len(wanted) > 1:
        key, other = wanted[0], wanted[-1]
        said = diagnose("CONFIG-BOTH", path=name, position=_place(key, text), key=key, other=other)
        raise CannotRunError(said)


def _place(key: str, text: str) -> Position | None:
    """Where `key` is given first, as a key or as the name of a table in [print]."""
    found = re.search(rf"^[ \t]*(?:\[\[?\s*print\s*\.\s*)?[\"']?{key}[\"']?\s*[=\]]", text, re.MULTILINE)
    if found is None:
        return None
    start = found.end() - len(found[0].lstrip())
    return Position(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
