"""The words of an e-book beside its texts, from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def word(key: str, language: str) -> str:
    """A word in one of the languages of the interface. Raises KeyError for a key there is not."""
    return table()[key][language]


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """All words, by key and language."""
    return tomllib.loads(files("edition.ebook").joinpath("words.toml").read_text(encoding="utf-8"))
