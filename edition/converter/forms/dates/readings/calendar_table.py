"""The words of other calendars, from the tables that all languages share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from edition.converter.forms.dates.signs.lexicon import spellings

_APOSTROPHES = "'’‘ʿʾ"


@cache
def table(name: str) -> dict[str, Any]:
    """The shared table of this name."""
    path = files("edition.converter.languages") / "shared" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def folded(name: str) -> str:
    """A name without what its spellings differ in: capitals, apostrophes, hyphens."""
    plain = "".join(character for character in name if character not in _APOSTROPHES)
    return " ".join(plain.replace("-", " ").casefold().split())


def all_spellings(names: Iterable[str]) -> set[str]:
    """The names with a capital letter and in capitals, with each apostrophe and with hyphens."""
    found: set[str] = set()
    for name in names:
        forms = {name, name.replace(" ", "-")} if name[:1].isupper() else {name}
        forms |= {form.replace("'", mark) for form in forms for mark in (*_APOSTROPHES, "")}
        found |= {spelling for form in forms for spelling in spellings(form)}
    return found


def one_of(words: Iterable[str]) -> str:
    """The pattern of several words, the longest first. A blank in a word may be any, or none after a stop."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    each = (re.escape(word).replace(r"\.\ ", r"\.\s?").replace(r"\ ", r"\s") for word in ordered)
    return "|".join(each) or "(?!)"
