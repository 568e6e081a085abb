"""Whether a text counts its days in the Old Style though it does not say so at each date.

Three things tell it: years that are given in both ways ("11 February 1731/2"), which only writers with the
Old Style did; the letters of an orthography that was given up with it (Russian); weekdays that fit the Julian
calendar and not the Gregorian. Until when a language area counted so is in its table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from edition.converter.forms.dates.calendar.calendars import IN_OLD_STYLE, JULIAN, from_julian, to_julian
from edition.converter.forms.dates.expression import Expression, Written
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    day_moment,
    day_of_iso,
    exists,
    iso_day,
    weekday_of,
)
from edition.converter.languages import Language

_FIRST_GREGORIAN = (1582, 10, 15)
_LAST_YEAR = 9999
_LETTERS_READ = 20_000  # characters in which old letters are looked for
_FEWEST_LETTERS = 3


class OldStyle(NamedTuple):
    """The last day on which a text counts in the Old Style, and what tells it."""

    until: Day
    because: str


SAID = OldStyle((_LAST_YEAR, 12, 31), "words beside the date")
"""The style of a date that says itself that it is in the Old Style."""


def style_of(
    expressions: Iterable[Expression], text: str, language: Language, own_date: Expression | None = None
) -> OldStyle | None:
    """The style of a text whose dates do not say it; None where nothing tells that it is the old one. A
    letter that says it of the day on which it was written (`own_date`) counts in it.
    """
    dates = language.dates
    if not dates.old_style_until:
        return None
    until = day_of_iso(dates.old_style_until)
    if own_date is not None and own_date.rule.endswith(IN_OLD_STYLE):
        return OldStyle(until, "day of writing in it")
    julian = gregorian = 0
    expressions = list(expressions)
    if any(one.rule.endswith("year in two styles") for one in expressions):
        return OldStyle(until, "years given in both styles")
    named = [one for one in expressions if one.first.weekday and one.written is None]
    only = _only_year(expressions) if named else None
    for one in named:
        first = one.first
        if only is not None and first.year is None and first.number and first.day and one.relation is None:
            first = first._replace(year=only) if exists(only, first.number, first.day) else first
        if (one.absolute or first is not one.first) and _in_doubt(first, until):
            julian += weekday_of(from_julian(first.first())) == first.weekday
            gregorian += weekday_of(first.first()) == first.weekday
    if dates.old_letters:
        beginning = text[:_LETTERS_READ]
        if sum(beginning.count(letter) for letter in dates.old_letters) >= _FEWEST_LETTERS:
            return OldStyle(until, "old orthography")
    return OldStyle(until, "weekdays") if julian and not gregorian else None


def _only_year(expressions: Iterable[Expression]) -> int | None:
    """The year of all days of a text, if it names no other: "Дневник 1917 года"."""
    years = {one.first.year for one in expressions if one.absolute}
    return years.pop() if len(years) == 1 else None


def weekday_in(day: Day, style: OldStyle | None) -> int:
    """The weekday of a day that a text counts in its style: Monday is 1."""
    return weekday_of(from_julian(day) if _is_counted_in(day, style) else day)


def new_style_of(moment: Moment, style: OldStyle | None) -> Moment:
    """The Gregorian day of a day that a text counts in its style; other moments as they are."""
    is_day = moment.unit is Unit.DAY and _is_counted_in(moment.first(), style)
    return day_moment(from_julian(moment.first()), moment.time) if is_day else moment


def _is_counted_in(day: Day, style: OldStyle | None) -> bool:
    return style is not None and _FIRST_GREGORIAN <= day <= style.until


def as_counted(one: Expression, moment: Moment, style: OldStyle | None) -> Moment:
    """The moment of an expression as a text counts it: in the old style the day that is written of one that
    says its style itself, or its year in both.
    """
    written = one.written
    if style is None or written is None or written.calendar != JULIAN or written.last:
        return moment
    return day_moment(day_of_iso(written.first), moment.time) if moment.unit is Unit.DAY else moment


def in_new_style(
    one: Expression, first: Moment, last: Moment | None, style: OldStyle
) -> tuple[Moment, Moment | None, Written] | None:
    """Days counted in the Old Style as Gregorian days, and what is written; None for what is no such day."""
    if (
        one.written is not None
        or not _in_doubt(first, style.until)
        or (last and not _in_doubt(last, style.until))
    ):
        return None
    moved = day_moment(from_julian(first.first()), first.time)
    if last is None:
        return moved, None, Written(JULIAN, iso_day(first.first()))
    written = Written(JULIAN, iso_day(first.first()), iso_day(last.first()))
    return moved, day_moment(from_julian(last.first())), written


def with_old_day(one: Expression, first: Moment) -> Expression:
    """A day that stands in both styles, with the year of the old one, if the text told none; and without the
    old one if it is another in that year.
    """
    written = one.written
    if written is None or not written.first.startswith("--"):
        return one
    day = iso_day(to_julian(first.first()))
    return one._replace(written=written._replace(first=day) if day.endswith(written.first[1:]) else None)


def _in_doubt(moment: Moment, until: Day) -> bool:
    return moment.unit is Unit.DAY and _FIRST_GREGORIAN <= moment.first() <= until
