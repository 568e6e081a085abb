"""The order of the texts in an edition, and the groups that they stand in on its front page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from edition.config import GENRES
from edition.site.text import SiteText

_MANY = 10
"""Texts from which on a list of contents is easier to read in groups."""

_NUMBER = re.compile(r"(\d+)")
_IN_YEAR = re.compile(r"(?:-(\d\d)(?:-(\d\d))?)?")
_BEFORE = 500_000
"""Years before the common era that a key has room for, and as many after."""
_OPPOSITE = str.maketrans("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class Group:
    """Texts under one heading: `kind` is "year" or "genre", `name` that year or genre; both empty where
    there are no groups, `name` for those without a genre.
    """

    kind: str
    name: str
    texts: tuple[SiteText, ...]


def grouped(texts: Sequence[SiteText]) -> list[Group]:
    """The texts in the order of the edition: by date where all have one, else by name.

    Ten texts and more stand in groups, by year where all have dates, else by genre, if that makes at least
    two groups and fewer than half as many as there are texts.
    """
    dated = all(text.year for text in texts)
    ordered = sorted(texts, key=_by_date if dated else _by_name)
    kind = "year" if dated else "genre"
    groups: dict[str, list[SiteText]] = {}
    for text in ordered:
        groups.setdefault(text.year if dated else text.genre, []).append(text)
    if len(texts) < _MANY or not 2 <= len(groups) < len(texts) / 2:
        return [Group("", "", tuple(ordered))] if ordered else []
    names = list(groups) if dated else sorted(groups, key=_genre_key)
    return [Group(kind, name, tuple(groups[name])) for name in names]


def in_order(texts: Sequence[SiteText]) -> list[SiteText]:
    """The texts as one reads them on from the front page."""
    return [text for group in grouped(texts) for text in group.texts]


def oldest(text: SiteText) -> str:
    """A key that sorts texts by date, as signs and not as a number; those without a date come last."""
    if not text.year:
        return "~"
    year = min(max(int(text.year) + _BEFORE, 0), 2 * _BEFORE - 1)
    within = _IN_YEAR.match(text.date, len(text.year))
    month, day = within.groups("00") if within is not None else ("00", "00")
    return f"{year:06}-{month}-{day}"


def newest(text: SiteText) -> str:
    """Likewise the other way round; those without a date come last here too."""
    return oldest(text).translate(_OPPOSITE)


def _genre_key(genre: str) -> tuple[bool, int, str]:
    return not genre, GENRES.index(genre) if genre in GENRES else len(GENRES), genre


def _by_name(text: SiteText) -> tuple[list[tuple[int, str]], str]:
    """Letters without accents and capitals; numbers by their size: letter 2 before letter 10."""
    plain = unicodedata.normalize("NFKD", text.stem).casefold()
    pieces = _NUMBER.split("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces if piece], text.stem


def _by_date(text: SiteText) -> tuple[int, str, list[tuple[int, str]], str]:
    return int(text.year), text.date[len(text.year) :], *_by_name(text)
