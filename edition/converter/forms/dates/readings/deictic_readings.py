"""Readings of phrases that say so many days from an anchor: "yesterday", "the day before", "am Morgen"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.languages.subjects.dates import DateWords

_DASH = "--"
_ADJECTIVES = 3  # between an article and its noun, with what says how much


def in_words(days_of: Callable[[DateWords], Mapping[str, int]], anchor: Anchor) -> Reading:
    """The reading of a phrase of the table that says so many days from an anchor: "yesterday"."""

    @cache
    def days_said(lexicon: Lexicon) -> dict[str, int]:
        phrases = days_of(lexicon.language.dates)
        return {" ".join(phrase.lower().split()): days for phrase, days in phrases.items()}

    def reading(pieces: Pieces) -> Expression | None:
        flat = " ".join(pieces.said().lower().replace("’", "'").split())
        days = days_said(pieces.lexicon).get(flat)
        goes_on = neighbours.followed_by_of(*pieces.closing) or surroundings.goes_on(*pieces.closing)
        if anchor is Anchor.TOLD and goes_on:
            return None
        if days is None or _is_noun(pieces):
            return None
        lead = pieces.row.signs[max(0, pieces.start - 2) : pieces.start]
        if lead.endswith("-") and lead != _DASH:
            return None  # "the day-to-day work"
        if _begins_compound(pieces):
            return None
        return pieces.found(Moment(Unit.DAY), relation=Relation(anchor, days, Unit.DAY))

    return reading


def _begins_compound(pieces: Pieces) -> bool:
    """Whether a word is the first part of another: "das heute-journal"; not of a part of a day, as older
    print has "yesterday-evening".
    """
    row, end, lexicon = pieces.closing
    if row.word(end) != "-":
        return False
    second = row.word(end + 1)
    return second.isalpha() and ("unit night", second.lower()) not in lexicon.values


def _is_noun(pieces: Pieces) -> bool:
    """Whether a word has the capital letter of a noun, and stands where nouns do: "am Morgen"."""
    dates = pieces.lexicon.language.dates
    if not dates.capital_nouns:
        return False
    word = pieces.row.word(neighbours.before(pieces.row, pieces.start)).lower()
    if not pieces.said()[0].isupper():
        return word in dates.deictic  # "heute morgen"
    if word in dates.before_noun or word in dates.recurring or word in dates.deictic:
        return True
    return _has_adjective(pieces, dates)


def _has_adjective(pieces: Pieces, dates: DateWords) -> bool:
    """Whether a noun has its article with an adjective or two between: "an einem sehr heißen Morgen"."""
    at = neighbours.before(pieces.row, pieces.start)
    for _ in range(_ADJECTIVES):
        word = pieces.row.word(at)
        if not (word.isalpha() and word.islower()):
            return False
        at = neighbours.before(pieces.row, at)
        if pieces.row.word(at).lower() in dates.before_noun | dates.recurring:
            return True
    return False
