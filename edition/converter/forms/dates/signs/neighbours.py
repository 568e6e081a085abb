"""The words and marks beside a place in a row, and the parts that they play."""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.signs.lexicon import BLANK, Lexicon
from edition.converter.forms.dates.signs.row import Row


def before(row: Row, place: int) -> int:
    """The number of the sign before `place` that is no blank; -1 where there is none. All blanks that stand
    together are one sign.
    """
    place -= 1
    return place - 1 if place >= 0 and row.signs[place] == BLANK else place


def after(row: Row, place: int) -> int:
    """The number of the first sign from `place` that is no blank; the length where there is none."""
    return place + 1 if row.signs[place : place + 1] == BLANK else place


def word_after(row: Row, place: int) -> str:
    """The word from `place`; empty where a mark or nothing stands there."""
    at = after(row, place)
    word = row.word(at)
    return word if word[:1].isalpha() else ""


def plays_before(part: str, row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether the word before `place` plays a part."""
    at = before(row, place)
    if at > 0 and at == place - 1 and row.signs[at] in "'’-" and row.signs[at - 1] != BLANK:
        at -= 1  # "d'octobre", "mi-août"
    return at >= 0 and row.signs[at] in signs_of(part, lexicon)


def opened(part: str, row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a word that plays a part stands before `place` or begins there: "le" 13, "au" printemps."""
    return row.signs[place] in signs_of(part, lexicon) or plays_before(part, row, place, lexicon)


def followed_by_of(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether what is named goes on with what it belongs to: "the eve of the battle"."""
    return word_after(row, end) in lexicon.language.dates.ranges.get("of", ())


def figures_follow(row: Row, end: int) -> bool:
    """Whether a number follows: "the year 1884"."""
    return row.word(after(row, end))[:1].isdigit()


@cache
def signs_of(part: str, lexicon: Lexicon) -> frozenset[str]:
    """The signs that can play a part."""
    return frozenset(lexicon.signs_of(part))


def is_someones(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether what begins at `start` is someone's: "his", "Tesla's"."""
    at, language = before(row, start), lexicon.language
    if at < 0:
        return False
    if row.word(at).lower() in language.citations.possessing:
        return True
    possessive = language.dates.possessive
    return bool(possessive) and row.word(at) == possessive and at > 0 and row.signs[at - 1] in "'’"


def after_preposition(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a word for a place in time stands before: "at Christmas"."""
    return any(plays_before(part, row, start, lexicon) for part in ("before", "before_day", "before_time"))


def opens_sentence(row: Row, start: int) -> bool:
    """Whether a sentence or a line begins at `start`."""
    at = before(row, start)
    return at < 0 or row.signs[at] in '.!?:;—–«“"`' or "\n" in row.words(at + 1, start)
