"""Readings of days that a rule finds in each year: feasts, weekdays by their count, weeks by their number."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.feasts import (
    FEAST,
    calendar_week_key,
    day_beside_key,
    feast_day,
    feast_key,
    nth_weekday_key,
    weekday_beside_key,
    weekday_of_feast,
)
from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.signs import alone
from edition.converter.forms.dates.signs.numbers import number_in

_LONG_YEAR = 2004  # with 53 weeks


def read_calendar_week(pieces: Pieces) -> Expression | None:
    """A week by its number in the year: "die 35. Kalenderwoche"."""
    number, year = pieces.amount(), pieces.year()
    if not number or feast_day(calendar_week_key(number), year or _LONG_YEAR) is None:
        return None
    key = calendar_week_key(number)
    return _kept(pieces, key, year) if year is not None else _of_untold_year(pieces, key)


def read_nth_weekday(pieces: Pieces) -> Expression | None:
    """A weekday of a month by its count, the first to the fifth, or the last where the form has no number."""
    month, weekday, count = pieces.month(), pieces.weekday(), -1
    if "ordinal" in pieces.text:
        count = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon) or 0
    if not month or not weekday or count not in (-1, 1, 2, 3, 4):
        return None
    key, year = nth_weekday_key(count, weekday, month), pieces.year()
    if year is not None:
        return _kept(pieces, key, year)
    return _of_untold_year(pieces, key)


def _kept(pieces: Pieces, key: str, year: int) -> Expression | None:
    """The day of a feast in its year; None where it was not kept then."""
    day = feast_day(key, year)
    return None if day is None else pieces.found(day)


def _of_untold_year(pieces: Pieces, key: str) -> Expression:
    """A feast without its year, which alone says which day it is."""
    named = Moment(Unit.DAY, time=f"{FEAST}{key}")
    return pieces.found(Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.YEAR, named))


def read_feast(pieces: Pieces) -> Expression | None:
    """The day of a feast: of a year, or after a word that says when."""
    key, year = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.year()
    if key is None:
        return None
    if year is not None:
        return _kept(pieces, key, year)
    if not alone.feast_alone(*pieces.whole):
        return None
    day = feast_day(key, None)
    if day is not None and day.number:
        return pieces.found(day)
    return _of_untold_year(pieces, key)


def next_to_feast(sign: int) -> Reading:
    """The reading of the day after a feast or (`sign` -1) before it: "the day after Christmas 1848"."""

    def reading(pieces: Pieces) -> Expression | None:
        feast, year = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.year()
        if feast is None:
            return None
        key = day_beside_key(sign, feast)
        day = feast_day(key, year)
        if day is None:
            return None
        return pieces.found(day) if day.number else _of_untold_year(pieces, key)

    return reading


def read_weekday_of_feast(pieces: Pieces) -> Expression | None:
    """A feast with the weekday on which it fell: "Sunday Judica 1525"."""
    key, year, weekday = (
        feast_key(pieces.text["feast"], pieces.lexicon.language),
        pieces.year(),
        pieces.weekday(),
    )
    if key is None or year is None:
        return None
    day = feast_day(key, year)
    return pieces.found(day) if day and weekday_of_feast(day.first()) == weekday else None


def beside_feast(sign: int) -> Reading:
    """The reading of a weekday after a feast or (`sign` -1) before it: "Tuesday after Jubilate 1525"."""

    def reading(pieces: Pieces) -> Expression | None:
        feast, weekday = feast_key(pieces.text["feast"], pieces.lexicon.language), pieces.weekday()
        if feast is None or not weekday:
            return None
        key, year = weekday_beside_key(weekday, sign, feast), pieces.year()
        if year is not None:
            return _kept(pieces, key, year)
        return _of_untold_year(pieces, key)

    return reading
