"""Readings of parts of a year: quarters, halves, its first months and its last."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Expression, Stretch
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.signs import neighbours, surroundings

_DECEMBER = 12
_MONTHS_OF_QUARTER = 3
_WHOLE = 3  # words of what a quarter is part of: "of the fiscal year"
_YEAR_BEFORE = 24  # characters before a quarter in which its year stands
_HALF_ALONE = "half"  # of English: other languages say of what


def read_quarter(pieces: Pieces) -> Expression | None:
    """Three months of a year by their number; without a year no quarter of a game."""
    if _is_of_two_years(pieces):
        return None
    month = pieces.month()
    number = pieces.digit_or_ordinal() if month is None else _quarter_that_ends_in(month)
    if pieces.year() is None and (surroundings.is_of_game(*pieces.opening) or _is_of_something(pieces)):
        return None
    if number not in range(1, 5):
        return None
    if _is_of_own_year(pieces):
        return pieces.found(Moment(Unit.QUARTER))  # of which months, no one knows if its end is not said
    return pieces.found(Moment(Unit.QUARTER, pieces.year(), number))


def _is_of_two_years(pieces: Pieces) -> bool:
    """Whether a part is one of a firm's own year, which begins in one and ends in the next: "in den ersten
    neun Monaten 2020/21".
    """
    row, end, year = pieces.row, pieces.end, pieces.year()
    if not year or row.word(end) != "/" or not row.word(end - 1).isdecimal():
        return False
    return row.word(end + 1) in (f"{(year + 1) % 100:02d}", str(year + 1))


def _is_of_own_year(pieces: Pieces) -> bool:
    """Whether a quarter is one of a firm's own year: "fiscal third quarter", "the quarter of fiscal 1998",
    "fiscal 1998's third quarter".
    """
    row, start, lexicon = pieces.opening
    own = lexicon.language.dates.own_year
    if not own or row.word(neighbours.before(row, start)).lower() in own:
        return bool(own)
    begin = row.starts[start]
    if _of_own_year(own).search(row.text, max(0, begin - _YEAR_BEFORE), begin) is not None:
        return True
    return not own.isdisjoint(_whole_after(pieces)[:2])


@cache
def _of_own_year(own: frozenset[str]) -> re.Pattern[str]:
    """Finds a firm's own year before its quarter, at the end of what is searched."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(own)))}) \d{{4}}['’]s? \Z", re.I)


def _is_of_something(pieces: Pieces) -> bool:
    """Whether a quarter is not of a year but of something else that is named: "the third quarter of the
    match"; "of the year", "of last year" and "of fiscal 1998" it may be.
    """
    dates, words = pieces.lexicon.language.dates, _whole_after(pieces)
    if not words or words[0] not in dates.before_adjective or not words[-1].islower():
        return False
    return set(words).isdisjoint(dates.units.get("year", ()))


def _whole_after(pieces: Pieces) -> list[str]:
    """The words, three at most, for what something is part of that is said right after it: "of the year"."""
    row, end, lexicon = pieces.closing
    if not neighbours.followed_by_of(row, end, lexicon):
        return []
    words: list[str] = []
    at = neighbours.after(row, end)
    while len(words) < _WHOLE and (word := neighbours.word_after(row, at + 1)):
        words.append(word)
        at = neighbours.after(row, at + 1)
    return words


def _quarter_that_ends_in(month: int) -> int:
    """The quarter that is called by its last month, "the September quarter"; 0 for a month that ends none."""
    return 0 if month % _MONTHS_OF_QUARTER else month // _MONTHS_OF_QUARTER


def read_half(pieces: Pieces) -> Expression | None:
    """Six months of a year by their number; where not even "of the year" is said, in news of business."""
    number = pieces.digit_or_ordinal()
    if _is_of_two_years(pieces):
        return None
    if pieces.said().endswith(_HALF_ALONE) and not _is_part_of_year(pieces):
        return None
    return pieces.found(Moment(Unit.HALF, pieces.year(), number)) if number in (1, 2) else None


def _is_part_of_year(pieces: Pieces) -> bool:
    """Whether "the first half", "the first nine months" are those of a year: in news of business, and not of
    something else that is named.
    """
    if neighbours.followed_by_of(*pieces.closing) or surroundings.is_of_game(*pieces.opening):
        return False
    return surroundings.is_of_business(*pieces.opening)


def read_first_months(pieces: Pieces) -> Expression | None:
    """The first months of a year: "the first nine months of 1998"."""
    number, year = pieces.amount(), pieces.year()
    if not 2 <= number <= _DECEMBER - 1 or _is_of_two_years(pieces):
        return None
    counted = pieces.said().split()[-1]
    if counted in pieces.lexicon.language.dates.units["month"] and not _is_part_of_year(pieces):
        return None
    for months, unit in ((3, Unit.QUARTER), (6, Unit.HALF)):
        if number == months:
            return pieces.found(Moment(unit, year, 1))
    first, last = Moment(Unit.MONTH, year, 1), Moment(Unit.MONTH, year, number)
    return pieces.found(first, last, stretch=Stretch.PERIOD)


def read_last_months(pieces: Pieces) -> Expression | None:
    """The last months of a year: "the final three months of 1998"."""
    number, year = pieces.amount(), pieces.year()
    if not 2 <= number <= _DECEMBER - 1 or _is_of_two_years(pieces):
        return None
    for months, unit, place in ((3, Unit.QUARTER, 4), (6, Unit.HALF, 2)):
        if number == months:
            return pieces.found(Moment(unit, year, place))
    first, last = Moment(Unit.MONTH, year, _DECEMBER + 1 - number), Moment(Unit.MONTH, year, _DECEMBER)
    return pieces.found(first, last, stretch=Stretch.PERIOD)
