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
    _, table = _variables()
    rows = ([cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip())
    return {key: dict(zip(_languages(), words, strict=True)) for key, *words in rows}


@cache
def _languages() -> tuple[str, ...]:
    listed, _ = _variables()
    return tuple(name.strip(" '") for name in listed.split(","))


def _variables() -> tuple[str, str]:
    """What xslt/common/i18n.xsl lists as languages and as words."""
    sheet = resource("xslt", "common", "i18n.xsl").read_text(encoding="utf-8")
    languages = sheet.partition('name="v:languages"')[2].partition('select="')[2].partition('"')[0]
    words = sheet.partition('name="v:words-table"')[2].partition(">")[2].partition("</xsl:variable>")[0]
    return languages, words
