"""The words of the interface, from words.toml."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")


def word(key: str, language: str) -> str:
    """A word in one of LANGUAGES. Raises KeyError for a key there is not."""
    return _table()[key][language]


def interface_language(languages: Iterable[str]) -> str:
    """The language of the pages of an edition: that of most texts, where we have its words; else English."""
    primary = Counter(tag.partition("-")[0].casefold() for tag in languages if tag)
    common = primary.most_common(1)
    return common[0][0] if common and common[0][0] in LANGUAGES else "en"


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("edition.site").joinpath("words.toml").read_text(encoding="utf-8"))
