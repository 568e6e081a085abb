"""edition.toml: found beside the texts or above them, read with every mistake named."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from edition.config.conventions import PLACES, HouseConventions, unknown_places
from edition.config.ebook import VOLUMES, EbookChoices
from edition.config.facts import EditionFacts
from edition.config.html import HtmlSettings
from edition.config.print import (
    FORMATS_OF_PAPER,
    PAGES_OF_A_VOLUME,
    PARTS,
    THEMES,
    PrintSettings,
)
from edition.config.settings import FORMATS, GENRES, TARGETS, Settings
from edition.config.volumes import after_headers, volume_begins
from edition.diagnostics import CannotRunError, Severity, diagnose
from edition.diagnostics.explain import codes
from edition.diagnostics.weighing import Weights
from edition.model import Position

FILE_NAME = "edition.toml"
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>]+(/[^\s?#\"<>]*)?")
_LANGUAGE = re.compile(r"auto|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class _Key:
    """A key of the file: what its value must be, in words and as a test."""

    wanted: str
    accepts: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _all_texts(table: Mapping[str, Any]) -> bool:
    return all(map(_is_texts, table.values()))


def is_day(value: Any) -> bool:
    """Whether `value` is a calendar day written YYYY-MM-DD."""
    if isinstance(value, date):
        return True
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_web_address(value: Any) -> bool:
    """Whether `value` is an address of http or https, without query and fragment."""
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def is_language(value: Any) -> bool:
    """Whether `value` is "auto" or has the form of a BCP 47 code."""
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


_TEXT = _Key("a text in quotation marks", _is_text)
_SEVERITIES = ", ".join(Severity)
_VALIDATE: dict[str, _Key] = {
    "ignore": _Key('a list of codes: ["HEADER-LICENCE", "PRACTICE-REND letters/*.xml"]', _is_texts),
    "severity": _Key(
        f"a table of codes, each with one of {_SEVERITIES}",
        lambda v: isinstance(v, dict) and all(one in set(Severity) for one in v.values()),
    ),
    "rules": _TEXT,
    "phase": _TEXT,
}
_PACKAGE = re.compile(
    r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
)  # Python Packaging, "Names and normalization"
_PACKAGES = _Key(
    'a list of Python packages: ["fontpkg-eb-garamond"]',
    lambda v: _is_texts(v) and all(_PACKAGE.fullmatch(one) for one in v),
)
_EPUB: dict[str, _Key] = {
    "volumes": _Key("one of " + ", ".join(VOLUMES), lambda v: v in VOLUMES),
    "fonts": _TEXT,
    "font-packages": _PACKAGES,
    "tei": _Key("true or false", lambda v: isinstance(v, bool)),
    "certified-by": _TEXT,
    "certifier-report": _Key('an address on the web: "https://example.org/report"', is_web_address),
}
_HTML: dict[str, _Key] = {
    "split": _Key(
        '"auto", "never", or a level of divisions from 1 to 7',
        lambda v: v in ("auto", "never") or (isinstance(v, int) and not isinstance(v, bool) and 0 < v < 8),
    ),
    "stylesheet": _TEXT,
    "css": _TEXT,
    "search": _Key("true or false", lambda v: isinstance(v, bool)),
}
_PAPER = re.compile(r"([1-9]\d{1,3})x([1-9]\d{1,3})")


def _is_paper(value: Any) -> bool:
    if value in FORMATS_OF_PAPER:
        return True
    found = _PAPER.fullmatch(value) if isinstance(value, str) else None
    return found is not None and all(80 <= int(side) <= 600 for side in found.groups())


def _is_count(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _one_of(*words: str) -> _Key:
    return _Key("one of " + ", ".join(words), lambda v: v in words)


_YES_OR_NO = _Key("true or false", lambda v: isinstance(v, bool))
_VOLUME: dict[str, _Key] = {"begins": _TEXT, "title": _TEXT}
_PRINT: dict[str, _Key] = {
    "volumes": _one_of("each", "one", "both"),
    "volume-pages": _Key(
        "a whole number of pages from {} to {}".format(*PAGES_OF_A_VOLUME),
        lambda v: _is_count(v, *PAGES_OF_A_VOLUME),
    ),
    "volume": _Key(
        "a table [[print.volume]] for each of two volumes or more, with " + " and ".join(_VOLUME),
        lambda v: isinstance(v, list) and len(v) > 1 and all(isinstance(one, dict) for one in v),
    ),
    "volume-registers": _one_of("each", "last"),
    "format": _Key(
        "one of " + ", ".join(FORMATS_OF_PAPER) + ', or millimetres from 80 to 600: "170x240"', _is_paper
    ),
    "parts": _Key(
        "a list of " + ", ".join(PARTS),
        lambda v: isinstance(v, list) and "texts" in v and set(v) <= set(PARTS) and len(set(v)) == len(v),
    ),
    "openings": _one_of("page", "recto"),
    "columns": _Key("1 or 2", lambda v: _is_count(v, 1, 2)),
    "line-numbers": _one_of("none", "page", "text", "given"),
    "line-step": _Key("a whole number from 1 to 100", lambda v: _is_count(v, 1, 100)),
    "numbered": _YES_OR_NO,
    "crop-marks": _YES_OR_NO,
    "bleed": _Key("millimetres from 0 to 20", lambda v: _is_count(v, 0, 20)),
    "theme": _Key(
        "one of " + ", ".join(THEMES) + ', or a file: "my.typ"',
        lambda v: v in THEMES or (_is_text(v) and v.endswith(".typ")),
    ),
    "font": _TEXT,
    "fonts": _TEXT,
    "font-packages": _PACKAGES,
    "system-fonts": _YES_OR_NO,
}
_KEYS: dict[str, _Key] = {
    "title": _TEXT,
    "editors": _Key('a list of names: ["Ada Miller", "Tom Weber"]', _is_texts),
    "publisher": _TEXT,
    "place": _TEXT,
    "licence": _TEXT,
    "site": _Key('an address on the web: "https://letters.example.org/"', is_web_address),
    "language": _Key('a language code such as "en", or "auto"', is_language),
    "genre": _Key("one of " + ", ".join(GENRES), lambda v: v in GENRES),
    "date": _Key('a day: "1918-11-08"', is_day),
    "encoding": _TEXT,
    "output": _TEXT,
    "to": _Key(
        "a list of " + ", ".join(TARGETS),
        lambda v: isinstance(v, list) and bool(v) and all(item in TARGETS for item in v),
    ),
    "schema": _TEXT,
    "persons": _TEXT,
    "places": _TEXT,
    "organisations": _TEXT,
    "works": _TEXT,
    "ner": _TEXT,
    "conventions": _Key(
        "a table [conventions] with lists of patterns under " + ", ".join(HouseConventions._fields),
        lambda v: isinstance(v, dict) and v.keys() <= set(HouseConventions._fields) and _all_texts(v),
    ),
    "validate": _Key("a table [validate] with " + ", ".join(_VALIDATE), lambda v: isinstance(v, dict)),
    "epub": _Key("a table [epub] with " + ", ".join(_EPUB), lambda v: isinstance(v, dict)),
    "html": _Key("a table [html] with " + ", ".join(_HTML), lambda v: isinstance(v, dict)),
    "print": _Key("a table [print] with " + ", ".join(_PRINT), lambda v: isinstance(v, dict)),
    "format": _Key("one of " + ", ".join(FORMATS), lambda v: v in FORMATS),
    "jobs": _Key(
        "a whole number from 0", lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0
    ),
}


def find_settings(place: Path) -> Path | None:
    """The edition.toml in the folder `place` (or of the file `place`), or the nearest one above."""
    folder = place if place.is_dir() else place.parent
    folder = folder.absolute()
    for candidate in (folder, *folder.parents):
        path = candidate / FILE_NAME
        if path.is_file():
            return path
    return None


def read_settings(path: Path, *, name: str | None = None) -> Settings:
    """The settings in the file at `path`; paths in it count from its folder.

    Raises CannotRunError for a file that cannot be read, is no TOML, has an unknown key or a value
    of the wrong kind. `name` is what messages call the file.
    """
    name = name or str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        raw = tomllib.loads(text)
    except OSError as error:
        raise CannotRunError(diagnose("CONFIG-UNREADABLE", path=name, reason=error.strerror)) from None
    except UnicodeDecodeError:
        raise CannotRunError(diagnose("CONFIG-UNREADABLE", path=name, reason="it is not UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        last = text.splitlines() or [""]
        end = Position(len(last), len(last[-1]) + 1)
        position = Position(int(place[1]), int(place[2])) if place else end
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise CannotRunError(diagnose("CONFIG-TOML", path=name, position=position, reason=reason)) from None
    _check(raw, text, name)
    settings = _settings(raw, path.parent)
    volumes = volume_begins(raw.get("print", {}), text, name)
    return replace(settings, print=replace(settings.print, volume_begins=volumes))


def _check(raw: Mapping[str, Any], text: str, name: str) -> None:
    _check_keys(raw, _KEYS, text, name)
    _check_patterns(raw.get("conventions", {}), text, name)
    _check_validation(raw.get("validate", {}), text, name)
    _check_keys(raw.get("epub", {}), _EPUB, text, name)
    _check_keys(raw.get("html", {}), _HTML, text, name)
    _check_keys(raw.get("print", {}), _PRINT, text, name)
    volumes = raw.get("print", {}).get("volume", ())
    for table, part in zip(volumes, after_headers(text, len(volumes)), strict=True):
        _check_keys(table, _VOLUME, part, name)


def _check_keys(table: Mapping[str, Any], keys: Mapping[str, _Key], text: str, name: str) -> None:
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
    _check_keys(table, _VALIDATE, text, name)
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
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(rf"\s*(?:\[\[?\s*(?:\w+\s*\.\s*)?)?[\"']?{re.escape(key)}\b", line)
        if match:
            return Position(number, len(line) - len(line.lstrip()) + 1)
    return None


def _settings(raw: Mapping[str, Any], folder: Path) -> Settings:
    settings = Settings(
        facts=EditionFacts(
            title=raw.get("title", ""),
            editors=tuple(raw.get("editors", ())),
            publisher=raw.get("publisher", ""),
            place=raw.get("place", ""),
            licence=raw.get("licence", ""),
            site=f"{raw['site'].rstrip('/')}/" if "site" in raw else "",
        )
    )
    changes: dict[str, Any] = {}
    for key, field in (
        ("genre", "genre"),
        ("language", "lang"),
        ("encoding", "encoding"),
        ("format", "format"),
        ("jobs", "jobs"),
        ("ner", "ner"),
    ):
        if key in raw:
            changes[field] = raw[key]
    if "date" in raw:
        changes["date"] = str(raw["date"])
    if "output" in raw:
        changes["output"] = folder / raw["output"]
    for key in ("schema", "persons", "places", "organisations", "works"):
        if key in raw:
            changes[key] = folder / raw[key]
    if "conventions" in raw:
        patterns = {key: tuple(several) for key, several in raw["conventions"].items()}
        changes["conventions"] = HouseConventions(**patterns)
    validation = raw.get("validate", {})
    if "rules" in validation:
        changes["rules"] = folder / validation["rules"]
    if "phase" in validation:
        changes["phase"] = validation["phase"]
    changes["weights"] = Weights(
        tuple(validation.get("ignore", ())),
        {code: Severity(one) for code, one in validation.get("severity", {}).items()},
    )
    book = raw.get("epub", {})
    changes["epub"] = EbookChoices(
        volumes=book.get("volumes", "one"),
        fonts=folder / book["fonts"] if "fonts" in book else None,
        tei=book.get("tei", False),
        font_packages=tuple(book.get("font-packages", ())),
        certified_by=book.get("certified-by", ""),
        certifier_report=book.get("certifier-report", ""),
    )
    if "html" in raw:
        changes["html"] = _html_settings(raw["html"], folder)
    if "print" in raw:
        changes["print"] = _print_settings(raw["print"], folder)
    if "to" in raw:
        changes["targets"] = tuple(target for target in TARGETS if target in raw["to"])
    return replace(settings, **changes)


def _html_settings(table: Mapping[str, Any], folder: Path) -> HtmlSettings:
    return HtmlSettings(
        table.get("split", "auto"),
        folder / table["stylesheet"] if "stylesheet" in table else None,
        folder / table["css"] if "css" in table else None,
        table.get("search", True),
    )


def _print_settings(table: Mapping[str, Any], folder: Path) -> PrintSettings:
    changes = {key.replace("-", "_"): value for key, value in table.items() if key != "volume"}
    if "parts" in changes:
        changes["parts"] = tuple(changes["parts"])
    if "font_packages" in changes:
        changes["font_packages"] = tuple(changes["font_packages"])
    if changes.get("theme", "") not in ("", *THEMES):
        changes["theme"] = folder / changes["theme"]
    if "fonts" in changes:
        changes["fonts"] = folder / changes["fonts"]
    return PrintSettings(**changes)
