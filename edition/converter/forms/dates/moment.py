"""Days, months, years and larger units of the calendar, and how to count with them.

Years are counted as ISO 8601 counts them: 0 is 1 BCE, -43 is 44 BCE. The calendar is the Gregorian,
also before its time (ISO 8601, 4.3.2).
"""

from __future__ import annotations

from calendar import isleap
from datetime import date
from enum import IntEnum
from typing import NamedTuple

Day = tuple[int, int, int]  # year, month, day

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097  # the Gregorian calendar repeats
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of the months, in days
_FEBRUARY = 2  # which is a day longer in leap years
_SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}  # the first month of each season, as weather services count


class Unit(IntEnum):
    """Units of the calendar, the larger the smaller its number."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    QUARTER = 5
    SEASON = 6
    MONTH = 7
    WEEK = 8
    WEEKEND = 9
    DAY = 10


# Python 3.11 looks a member up by its class in a dozen steps: what is asked of every date has it by its name.
DAY, MONTH, YEAR = Unit.DAY, Unit.MONTH, Unit.YEAR

_OF_A_DAY = (Unit.DAY, Unit.WEEK, Unit.WEEKEND)  # units that begin with a day of a month
_MORE_DAYS = {Unit.WEEK: 6, Unit.WEEKEND: 1}  # after the first of them
_SEASON = Unit.SEASON
# How many months a unit has, or years.
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


class Moment(NamedTuple):
    """A unit of the calendar. What is not known is None.

    `year` is the year that a unit is in or begins in (a decade with its first year, a century with the year
    1801 or the like). `number` is that of the month, season, quarter or half in its year; a week (a weekend)
    has the month and the day of its Monday (its Saturday) in `number` and `day`.
    """

    unit: Unit
    year: int | None = None
    number: int | None = None
    day: int | None = None
    weekday: int | None = None
    time: str = ""

    def first(self) -> Day:
        """Its first day. The year must be known."""
        unit, year, number, day, _, _ = self
        if unit in _OF_A_DAY:
            return year or 0, number or 1, day or 1
        if unit is _SEASON:
            return year or 0, _SEASON_MONTHS[number or 1], 1
        return year or 0, ((number or 1) - 1) * _MONTHS.get(unit, 0) + 1, 1

    def last(self) -> Day:
        """Its last day. The year must be known."""
        unit, year = self.unit, self.year or 0
        if unit is DAY:
            return self.first()
        if unit in _MORE_DAYS:
            return shift_days(self.first(), _MORE_DAYS[unit])
        length = _MONTHS.get(unit)
        if length:
            _, month, _ = self.first()
            end = month + length - 1
            return month_end(year + (end - 1) // 12, (end - 1) % 12 + 1)
        return year + _YEARS.get(unit, 1) - 1, 12, 31


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; without a year, whether any year has it."""
    return 1 <= month <= 12 and 1 <= day <= (month_end(2000 if year is None else year, month)[2])


def month_end(year: int, month: int) -> Day:
    """The last day of a month."""
    return year, month, _LENGTHS[month - 1] + (month == _FEBRUARY and isleap(year))


def ordinal(day: Day) -> int:
    """The number of a day; days that follow one another differ by one."""
    year, month, number = day
    cycles = (year - 1) // _CYCLE_YEARS
    return date(year - cycles * _CYCLE_YEARS, month, number).toordinal() + cycles * _CYCLE_DAYS


def from_ordinal(number: int) -> Day:
    """The day with this number."""
    cycles = (number - 1) // _CYCLE_DAYS
    found = date.fromordinal(number - cycles * _CYCLE_DAYS)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def shift_days(day: Day, days: int) -> Day:
    """The day that many days later, or earlier where `days` is negative."""
    return from_ordinal(ordinal(day) + days)


def weekday_of(day: Day) -> int:
    """Monday is 1, Sunday 7."""
    return (ordinal(day) - 1) % 7 + 1


def day_moment(day: Day, time: str = "") -> Moment:
    """A day as a moment."""
    return Moment(Unit.DAY, day[0], day[1], day[2], time=time)


def containing(unit: Unit, day: Day) -> Moment:
    """The unit in which a day lies."""
    year, month, _ = day
    if unit is Unit.DAY:
        return day_moment(day)
    if unit is Unit.WEEK:
        monday = shift_days(day, 1 - weekday_of(day))
        return Moment(Unit.WEEK, *monday)
    if unit is Unit.WEEKEND:
        return Moment(Unit.WEEKEND, *shift_days(day, 6 - weekday_of(day)))
    if unit is Unit.MONTH:
        return Moment(Unit.MONTH, year, month)
    if unit is Unit.QUARTER:
        return Moment(Unit.QUARTER, year, (month - 1) // 3 + 1)
    if unit is Unit.HALF:
        return Moment(Unit.HALF, year, (month - 1) // 6 + 1)
    if unit is Unit.SEASON:
        return Moment(Unit.SEASON, year - (month < 3), (month - 3) % 12 // 3 + 1)
    if unit is Unit.DECADE:
        # "The 470s BC" are 479 to 470 BC: in figures as they are written, too.
        return Moment(Unit.DECADE, year - year % 10 if year > 0 else -8 - (1 - year) // 10 * 10)
    if unit is Unit.CENTURY:
        return Moment(Unit.CENTURY, (year - 1) // 100 * 100 + 1)
    return Moment(Unit.YEAR, year)


def shifted(moment: Moment, amount: int, unit: Unit) -> Moment:
    """The moment `amount` units later. Days and weeks move a day; months, years and more keep what is
    smaller: a month after 31 January is the end of February.
    """
    if unit in _OF_A_DAY:
        step = amount * (1 if unit is Unit.DAY else 7)
        moved = shift_days(moment.first(), step)
        return containing(moment.unit, moved) if moment.unit is not Unit.DAY else day_moment(moved)
    year, month, day = moment.first()
    count = (year + amount * _YEARS.get(unit, 0)) * 12 + month - 1 + amount * _MONTHS.get(unit, 0)
    year, month = count // 12, count % 12 + 1
    if moment.unit is Unit.DAY:
        return day_moment((year, month, min(day, month_end(year, month)[2])))
    return containing(moment.unit, (year, month, 1))


def monday_of_week(year: int, week: int) -> Day:
    """The Monday of an ISO week."""
    found = date.fromisocalendar(year, week, 1)
    return found.year, found.month, found.day


def day_of_iso(value: str) -> Day:
    """The day that ISO 8601 writes so."""
    year, month, day = map(int, value.split("-"))
    return year, month, day


def iso_year(year: int) -> str:
    """A year in four figures, with a sign before our era."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(day: Day) -> str:
    """A day as ISO 8601 writes it."""
    return f"{iso_year(day[0])}-{day[1]:02d}-{day[2]:02d}"
