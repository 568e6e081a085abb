"""Dates of other calendars: the Julian ("Old Style"), the French Republican, the Hebrew, the Islamic, the Roman.

The arithmetic is convertdate's; it is loaded where a text has such a date. `@when` says the day in the Gregorian
calendar, `@when-custom` the day as the text counts it, `@calendar` by which calendar (Guidelines 13.4).
"""

from __future__ import annotations

from dataclasses import replace

from edition.converter.forms.dates.expression import Expression, Written
from edition.converter.forms.dates.moment import Day, Moment, Unit, day_moment, exists, iso_day, iso_year

JULIAN = "julian"
_OFFSETS = range(10, 14)  # days by which the styles differed from 1582 to 1923


def from_julian(day: Day) -> Day:
    """The Gregorian day of a day in the Julian calendar."""
    from convertdate import julian  # a library that few texts need

    year, month, number = julian.to_gregorian(*day)
    return int(year), int(month), int(number)


def to_julian(day: Day) -> Day:
    """The day in the Julian calendar of a Gregorian day."""
    from convertdate import julian

    year, month, number = julian.from_gregorian(*day)
    return int(year), int(month), int(number)


def julian_pair(old: Moment, new: Moment) -> Written | None:
    """Two days that are the same day in the two styles: what is written of the old one; else None.

    Where `old` has no month it is the day before a slash: 25/7 November.
    """
    if new.year is None or new.number is None or new.day is None or old.day is None:
        return None
    expected = to_julian(new.first())
    if old.number is None:
        return Written(JULIAN, iso_day(expected)) if expected[2] == old.day and new.year > 1582 else None
    if (old.number, old.day) != expected[1:] or (old.year is not None and old.year != expected[0]):
        return None
    return Written(JULIAN, iso_day(expected))


def old_style(expression: Expression, year: int | None, rule: str) -> Expression | None:
    """An expression whose date is in the Julian calendar, with the Gregorian day; `year` where the year began in
    March and the text gives both. None where the date does not say enough.
    """
    first = expression.first
    if first.year is None:
        return None
    counted = first._replace(year=first.year if year is None else year)
    if counted.unit is Unit.DAY and counted.number is not None and counted.day is not None:
        if not exists(4, counted.number, counted.day):
            return None
        written = Written(JULIAN, iso_day((counted.year or 0, counted.number, counted.day)))
        moved = day_moment(from_julian((counted.year or 0, counted.number, counted.day)), first.time)
        return replace(expression, first=moved, written=written, rule=f"{expression.rule}, {rule}")
    if counted.unit is Unit.MONTH and year is not None:
        written = Written(JULIAN, f"{iso_year(counted.year or 0)}-{counted.number:02d}")
        return replace(expression, first=counted, written=written, rule=f"{expression.rule}, {rule}")
    return None
