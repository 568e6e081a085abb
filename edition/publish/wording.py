"""The words of the interface of a text's page: the table that the style sheets have them from."""

from __future__ import annotations

from functools import cache

from edition.resources import resource

_FALLBACK = "en"


def page_word(key: str, language: str) -> str:
    """A word in the language of a page (a tag of BCP 47), in English where we know none of it.

    Raises KeyError for a word that there is not.
    """
    words = _table()[key]
    return words.get(language.partition("-")[0].lower(), words[_FALLBACK])


def interface_language(language: str) -> str:
    """The language that the interface of a page in `language` speaks."""
    primary = language.partition("-")[0].lower()
    return primary if primary in _languages() else _FALLBACK


@cache
def _table() -> dict[str, dict[str, str]]:
    _, *rows = _rows()
    return {key: dict(zip(_languages(), words, strict=True)) for key, *words in rows}


def _languages() -> tuple[str, ...]:
    return tuple(_rows()[0][1:])


@cache
def _rows() -> list[list[str]]:
    """The lines of xslt/common/words.txt: the languages first, then a word in each."""
    lines = resource("xslt", "common", "words.txt").read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip()]
