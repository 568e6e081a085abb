"""Feasts that name a day: those with a day of their own, those that go with Easter, and those that church or
state keep on a weekday, or only since some year.

Easter is that of the western churches: from 1583 on in the Gregorian calendar, before in the Julian, and its
day is given in the calendar that it has (Meeus, Astronomical Algorithms, chapter 8). From a feast weekdays
are counted, as older letters and records are dated: "Tuesday after Jubilate 1525" (Grotefend, Zeitrechnung).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from edition.converter.forms.dates.calendar.calendars import from_julian, to_julian
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    containing,
    day_moment,
    monday_of_week,
    month_end,
    shift_days,
    weekday_of,
)
from edition.converter.languages import Language

FEAST = "feast "
"""Begins the time of a moment that is a feast, whose day only the year says; after it stands its key."""

_NTH = "nth "
_BESIDE = "beside "
_DAY = "day "
_WEEK = "week "
_FIRST_GREGORIAN_EASTER = 1583
_ANY_YEAR = 2001
_WEEKS_AT_LEAST = 52  # in a year


def feast_key(name: str, language: Language) -> str | None:
    """The key of the feast that is called `name`."""
    return _keys(language).get(_flat(name))


def feast_day(key: str, year: int | None) -> Moment | None:
    """The day of a feast. Without a year: month and day of a feast that has them, else a day with neither.
    None where it was not kept in that year, or on no day that a rule gives.
    """
    if key.startswith(_NTH):
        return _nth_weekday(year, *(int(number) for number in key.removeprefix(_NTH).split()))
    if key.startswith(_WEEK):
        return _week_of_year(year, int(key.removeprefix(_WEEK)))
    if key.startswith(_BESIDE):
        sign, weekday, feast = key.removeprefix(_BESIDE).split(" ", 2)
        return _weekday_beside(year, int(sign), int(weekday), feast)
    if key.startswith(_DAY):
        sign, feast = key.removeprefix(_DAY).split(" ", 1)
        return _day_beside(year, int(sign), feast)
    table = _table()
    if key in table["fixed"]:
        month, day = (int(figures) for figures in str(table["fixed"][key]).split("-"))
        return Moment(Unit.DAY, year, month, day)
    if year is None:
        return Moment(Unit.DAY)
    if key in table["kept"]:
        return _kept(table["kept"][key], year)
    if key in table["week"]:
        return containing(Unit.WEEK, _shifted(_easter(year), table["week"][key]))
    return day_moment(_shifted(_easter(year), table["easter"][key]))


def _kept(rules: Iterable[Mapping[str, Any]], year: int) -> Moment | None:
    """The day of a feast in a year by the rule that held then, if one did."""
    for rule in rules:
        if rule.get("from", year) <= year <= rule.get("to", year):
            month, number = map(int, rule["on"].split("-"))
            day = year, month, number
            if "weekday" in rule:
                gap = (rule["weekday"] - weekday_of_feast(day)) % 7
                day = _shifted(day, gap + rule.get("days", 0))
            return day_moment(day)
    return None


def _easter(year: int) -> Day:
    if year < _FIRST_GREGORIAN_EASTER:
        moon = (19 * (year % 19) + 15) % 30
        month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
        return year, month, day + 1
    from convertdate.holidays import easter  # noqa: PLC0415  (few texts need it)

    found: Day = tuple(easter(year))
    return found


def _shifted(day: Day, days: int) -> Day:
    """A day so many days later, in the calendar of its time."""
    if day[0] >= _FIRST_GREGORIAN_EASTER:
        return shift_days(day, days)
    return to_julian(shift_days(from_julian(day), days))


def weekday_of_feast(day: Day) -> int:
    """The weekday of a day in the calendar of its time: Monday is 1."""
    return weekday_of(day if day[0] >= _FIRST_GREGORIAN_EASTER else from_julian(day))


def weekday_beside_key(weekday: int, sign: int, feast: str) -> str:
    """The key of a weekday after a feast (`sign` 1) or before it (-1), as if it were a feast."""
    return f"{_BESIDE}{sign} {weekday} {feast}"


def _weekday_beside(year: int | None, sign: int, weekday: int, feast: str) -> Moment | None:
    if year is None:
        return Moment(Unit.DAY)
    kept = feast_day(feast, year)
    if kept is None:
        return None
    day = kept.first()
    gap = (weekday - weekday_of_feast(day)) % 7
    return day_moment(_shifted(day, (gap or 7) if sign > 0 else gap - 7))


def day_beside_key(sign: int, feast: str) -> str:
    """The key of the day after a feast (`sign` 1) or before it (-1), as if it were a feast."""
    return f"{_DAY}{sign} {feast}"


def _day_beside(year: int | None, sign: int, feast: str) -> Moment | None:
    """The day beside a feast; without a year, month and day of a feast that has them."""
    kept = feast_day(feast, year if year is not None else _ANY_YEAR)
    always = feast_day(feast, None)
    if kept is None or kept.unit is not Unit.DAY or always is None:
        return None
    if year is None and always.number is None:
        return Moment(Unit.DAY)
    day = day_moment(_shifted(kept.first(), sign))
    return day if year is not None else day._replace(year=None)


def calendar_week_key(week: int) -> str:
    """The key of a week by its number in the year, as if it were a feast."""
    return f"{_WEEK}{week}"


def _week_of_year(year: int | None, week: int) -> Moment | None:
    """A week by its number (ISO 8601); None where a year has no such week."""
    if year is None:
        return Moment(Unit.WEEK)
    last = _WEEKS_AT_LEAST + (
        monday_of_week(year + 1, 1) > shift_days(monday_of_week(year, _WEEKS_AT_LEAST), 7)
    )
    return containing(Unit.WEEK, monday_of_week(year, week)) if 1 <= week <= last else None


def nth_weekday_key(count: int, weekday: int, month: int) -> str:
    """The key of a weekday of a month by its count, as if it were a feast; -1 is the last."""
    return f"{_NTH}{count} {weekday} {month}"


def _nth_weekday(year: int | None, count: int, weekday: int, month: int) -> Moment:
    if year is None:
        return Moment(Unit.DAY)
    if count > 0:
        first = (weekday - weekday_of((year, month, 1))) % 7
        return day_moment(shift_days((year, month, 1), first + 7 * (count - 1)))
    last = month_end(year, month)
    return day_moment(shift_days(last, -((weekday_of(last) - weekday) % 7)))


@cache
def _keys(language: Language) -> dict[str, str]:
    tables = (language.dates.saints, language.dates.feasts)
    return {_flat(name): key for table in tables for key, names in table.items() for name in names}


def _flat(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


@cache
def _table() -> dict[str, dict[str, Any]]:
    path = files("edition.converter.languages") / "shared" / "feasts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
