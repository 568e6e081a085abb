"""The keys of edition.toml, table by table: what the value of each must be, in words and as a test."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from edition.config.conventions import HouseConventions
from edition.config.ebook import VOLUMES
from edition.config.print import FORMATS_OF_PAPER, PAGES_OF_A_VOLUME, PARTS, THEMES
from edition.config.settings import FORMATS, GENRES, TARGETS
from edition.diagnostics import Severity

_ADDRESS = re.compile(r"https?://[^\s/?#\"<>]+(/[^\s?#\"<>]*)?")
_LANGUAGE = re.compile(r"auto|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class Key:
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


def _is_count(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _one_of(*words: str) -> Key:
    return Key("one of " + ", ".join(words), lambda v: v in words)


_YES_OR_NO = Key("true or false", lambda v: isinstance(v, bool))
_TEXT = Key("a text in quotation marks", _is_text)
_SEVERITIES = ", ".join(Severity)
VALIDATE: dict[str, Key] = {
    "ignore": Key('a list of codes: ["HEADER-LICENCE", "PRACTICE-REND letters/*.xml"]', _is_texts),
    "severity": Key(
        f"a table of codes, each with one of {_SEVERITIES}",
        lambda v: isinstance(v, dict) and all(one in list(Severity) for one in v.values()),
    ),
    "rules": _TEXT,
    "phase": _TEXT,
}
_PACKAGE = re.compile(
    r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
)  # Python Packaging, "Names and normalization"
_PACKAGES = Key(
    'a list of Python packages: ["fontpkg-eb-garamond"]',
    lambda v: _is_texts(v) and all(_PACKAGE.fullmatch(one) for one in v),
)
EPUB: dict[str, Key] = {
    "volumes": Key("one of " + ", ".join(VOLUMES), lambda v: v in VOLUMES),
    "fonts": _TEXT,
    "font-packages": _PACKAGES,
    "tei": _YES_OR_NO,
    "certified-by": _TEXT,
    "certifier-report": Key('an address on the web: "https://example.org/report"', is_web_address),
}
HTML: dict[str, Key] = {
    "split": Key(
        '"auto", "never", or a level of divisions from 1 to 7',
        lambda v: v in ("auto", "never") or _is_count(v, 1, 7),
    ),
    "stylesheet": _TEXT,
    "css": _TEXT,
    "search": _YES_OR_NO,
}
_PAPER = re.compile(r"([1-9]\d{1,3})x([1-9]\d{1,3})")


def _is_paper(value: Any) -> bool:
    if value in FORMATS_OF_PAPER:
        return True
    found = _PAPER.fullmatch(value) if isinstance(value, str) else None
    return found is not None and all(80 <= int(side) <= 600 for side in found.groups())


VOLUME: dict[str, Key] = {"begins": _TEXT, "title": _TEXT}
PRINT: dict[str, Key] = {
    "volumes": _one_of("each", "one", "both"),
    "volume-pages": Key(
        "a whole number of pages from {} to {}".format(*PAGES_OF_A_VOLUME),
        lambda v: _is_count(v, *PAGES_OF_A_VOLUME),
    ),
    "volume": Key(
        "a table [[print.volume]] for each of two volumes or more, with " + " and ".join(VOLUME),
        lambda v: isinstance(v, list) and len(v) > 1 and all(isinstance(one, dict) for one in v),
    ),
    "volume-registers": _one_of("each", "last"),
    "format": Key(
        "one of " + ", ".join(FORMATS_OF_PAPER) + ', or millimetres from 80 to 600: "170x240"', _is_paper
    ),
    "parts": Key(
        "a list of " + ", ".join(PARTS),
        lambda v: _is_texts(v) and "texts" in v and set(v) <= set(PARTS) and len(set(v)) == len(v),
    ),
    "openings": _one_of("page", "recto"),
    "columns": Key("1 or 2", lambda v: _is_count(v, 1, 2)),
    "line-numbers": _one_of("none", "page", "text", "given"),
    "line-step": Key("a whole number from 1 to 100", lambda v: _is_count(v, 1, 100)),
    "numbered": _YES_OR_NO,
    "crop-marks": _YES_OR_NO,
    "bleed": Key("millimetres from 0 to 20", lambda v: _is_count(v, 0, 20)),
    "theme": Key(
        "one of " + ", ".join(THEMES) + ', or a file: "my.typ"',
        lambda v: v in THEMES or (_is_text(v) and v.endswith(".typ")),
    ),
    "font": _TEXT,
    "fonts": _TEXT,
    "font-packages": _PACKAGES,
    "system-fonts": _YES_OR_NO,
}
KEYS: dict[str, Key] = {
    "title": _TEXT,
    "editors": Key('a list of names: ["Ada Miller", "Tom Weber"]', _is_texts),
    "publisher": _TEXT,
    "place": _TEXT,
    "licence": _TEXT,
    "site": Key('an address on the web: "https://letters.example.org/"', is_web_address),
    "language": Key('a language code such as "en", or "auto"', is_language),
    "genre": Key("one of " + ", ".join(GENRES), lambda v: v in GENRES),
    "date": Key('a day: "1918-11-08"', is_day),
    "encoding": _TEXT,
    "output": _TEXT,
    "to": Key(
        "a list of " + ", ".join(TARGETS),
        lambda v: isinstance(v, list) and bool(v) and all(item in TARGETS for item in v),
    ),
    "schema": _TEXT,
    "persons": _TEXT,
    "places": _TEXT,
    "organisations": _TEXT,
    "works": _TEXT,
    "ner": _TEXT,
    "conventions": Key(
        "a table [conventions] with lists of patterns under " + ", ".join(HouseConventions._fields),
        lambda v: isinstance(v, dict) and v.keys() <= set(HouseConventions._fields) and _all_texts(v),
    ),
    "validate": Key("a table [validate] with " + ", ".join(VALIDATE), lambda v: isinstance(v, dict)),
    "epub": Key("a table [epub] with " + ", ".join(EPUB), lambda v: isinstance(v, dict)),
    "html": Key("a table [html] with " + ", ".join(HTML), lambda v: isinstance(v, dict)),
    "print": Key("a table [print] with " + ", ".join(PRINT), lambda v: isinstance(v, dict)),
    "format": Key("one of " + ", ".join(FORMATS), lambda v: v in FORMATS),
    "jobs": Key("a whole number from 0", lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0),
}
