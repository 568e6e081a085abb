"""Units so many units away from a date, and the day, month or season of a name that is near to one."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.feasts import FEAST, feast_day
from edition.converter.forms.dates.moment import Moment, Unit, containing, exists, ordinal, shifted

_WINTER = 4  # the number of the season


def unit_away(base: Moment, amount: int, unit: Unit) -> Moment:
    """The unit so many units from the one that a moment begins in."""
    return shifted(containing(unit, base.first()), amount, unit)


def named_near(named: Moment, base: Moment, amount: int) -> Moment | None:
    """The next, the last or this year's month, day or season of a name, seen from a date."""
    year, center = base.year or 0, ordinal(base.first())
    winter = named.unit is Unit.SEASON and named.number == _WINTER
    if amount > 0 and base.unit is Unit.YEAR and not winter:
        center = ordinal(base.last())  # "in 1947. The following spring": but the winter begins in it
    if amount == 0:
        return _in_year(named, year)
    # In January the winter before this one began two years ago by its number.
    reach = abs(amount)  # "the summer before last" is the second before a date
    steps = range(-1 - reach, 1 + reach)
    candidates = [day for step in steps if (day := _in_year(named, year + step)) is not None]
    if named.day is not None:
        candidates = [day for day in candidates if day.day == named.day]  # no 28th for a 29th
    if amount < 0:
        before = [day for day in reversed(candidates) if ordinal(day.last()) < center]
        return before[reach - 1] if len(before) >= reach else None
    after = [day for day in candidates if ordinal(day.first()) > center]
    return after[reach - 1] if len(after) >= reach else None


def _in_year(named: Moment, year: int) -> Moment | None:
    """A month, season, day or feast in a year; 29 February in others than leap years is the 28th. None for a
    feast that was not kept in it.
    """
    if named.time.startswith(FEAST):
        return feast_day(named.time.removeprefix(FEAST), year)
    if named.unit is Unit.DAY and not exists(year, named.number or 0, named.day or 0):
        return named._replace(year=year, day=28)
    return named._replace(year=year)
