"""Other calendars: the Julian ("Old Style"), the French Republican, the Hebrew, the Islamic, the Roman.

The arithmetic is convertdate's; it is loaded where a text has such a date. `@when` says the day in the
Gregorian calendar, `@when-custom` the day as the text counts it, `@calendar` by which calendar
(Guidelines 13.4).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from edition.converter.forms.dates.expression import Expression, Written
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    day_moment,
    exists,
    iso_day,
    iso_year,
    month_end,
    shift_days,
)

JULIAN, REPUBLICAN, HEBREW, ISLAMIC, ROMAN = "julian", "republican", "hebrew", "islamic", "roman"
_MODULES = {REPUBLICAN: "french_republican"}
_REPUBLICAN_LEAP = (3, 7, 11)
_LAST_JULIAN = 1582
_LEAP_YEAR = 2000
IN_OLD_STYLE = "old style"
"""Ends the rule of a date that says that it is in the Julian calendar."""


def from_julian(day: Day) -> Day:
    """The Gregorian day of a day in the Julian calendar."""
    return _three(_arithmetic(JULIAN).to_gregorian(*day))


def to_julian(day: Day) -> Day:
    """The day in the Julian calendar of a Gregorian day."""
    return _three(_arithmetic(JULIAN).from_gregorian(*day))


def _is_in_julian(year: int, month: int, day: int) -> bool:
    """Whether the Julian calendar has a day: every fourth year has a 29 February."""
    return exists(_LEAP_YEAR if not year % 4 else _LEAP_YEAR + 1, month, day)


def julian_pair(old: Moment, new: Moment) -> Written | None:
    """Two days that are the same day in the two styles: what is written of the old one; else None.

    Where `old` has no month it is the day before a slash: 25/7 November.
    """
    if new.year is None or new.number is None or new.day is None or old.day is None:
        return None
    if not exists(new.year, new.number, new.day):
        return None  # 29 February
    expected = to_julian(new.first())
    if old.number is None:
        return Written(JULIAN, iso_day(expected)) if expected[2] == old.day and new.year > 1582 else None
    if (old.number, old.day) != expected[1:] or (old.year is not None and old.year != expected[0]):
        return None
    return Written(JULIAN, iso_day(expected))


def written_stretch(one: Written | None, two: Written | None) -> Written | None:
    """What is written of a stretch between two dates of one calendar; None where they are of two."""
    if one is None or two is None or one.calendar != two.calendar:
        return None
    return Written(one.calendar, one.first, two.last or two.first)


def old_style(expression: Expression, year: int | None, rule: str) -> Expression | None:
    """An expression whose date is in the Julian calendar, with the Gregorian day; `year` where the year began
    in March and the text gives both. None where the date does not say enough.
    """
    first = expression.first
    if first.year is None:
        return None
    counted = first._replace(year=first.year if year is None else year)
    if counted.unit is Unit.DAY and counted.number is not None and counted.day is not None:
        if not _is_in_julian(counted.year or 0, counted.number, counted.day):
            return None
        written = Written(JULIAN, iso_day((counted.year or 0, counted.number, counted.day)))
        moved = day_moment(from_julian((counted.year or 0, counted.number, counted.day)), first.time)
        return expression._replace(first=moved, written=written, rule=f"{expression.rule}, {rule}")
    if counted.unit is Unit.MONTH and year is not None:
        written = Written(JULIAN, f"{iso_year(counted.year or 0)}-{counted.number:02d}")
        return expression._replace(first=counted, written=written, rule=f"{expression.rule}, {rule}")
    return None


def month_length(calendar: str, year: int, month: int) -> int:
    """How many days a month has; 0 where the calendar has no such month or was not in use.

    Hebrew months count from Nisan, the second Adar is the thirteenth. The Islamic calendar is the
    one by arithmetic.
    """
    if calendar == REPUBLICAN:
        if not 1 <= year <= 14 or not 1 <= month <= 13:
            return 0
        return 30 if month < 13 else 6 if year in _REPUBLICAN_LEAP else 5
    if calendar == HEBREW:
        hebrew = _arithmetic(HEBREW)
        if not 3761 <= year <= 6500 or not 1 <= month <= hebrew.year_months(year):
            return 0
        return int(hebrew.month_length(year, month))
    in_use = 1 <= year <= 1500 and 1 <= month <= 12
    return int(_arithmetic(ISLAMIC).month_length(year, month)) if in_use else 0


def gregorian_day(calendar: str, day: Day) -> Day | None:
    """The Gregorian day of a day in one of these calendars; None where it has no such day."""
    year, month, number = day
    if not 1 <= number <= month_length(calendar, year, month):
        return None
    return shift_days(_first_of_month(calendar, year, month), number - 1)


@lru_cache(maxsize=1024)
def _first_of_month(calendar: str, year: int, month: int) -> Day:
    """The Gregorian day on which a month begins; remembered, for the library reckons equinoxes."""
    with warnings.catch_warnings():  # convertdate calls what it has itself deprecated
        warnings.simplefilter("ignore", DeprecationWarning)
        return _three(_arithmetic(calendar).to_gregorian(year, month, 1))


def has_leap_day(year: int) -> bool:
    """Whether a year has a 29 February in the calendar of its time: the Julian until 1582."""
    return month_end(year, 2)[2] == 29 if year > _LAST_JULIAN else year % 4 == 0


def _arithmetic(calendar: str) -> ModuleType:
    """The library's module for a calendar: loaded late, since few texts need it."""
    return import_module(f"convertdate.{_MODULES.get(calendar, calendar)}")


def _three(found: Iterable[float]) -> Day:
    year, month, day = map(int, found)
    return year, month, day
