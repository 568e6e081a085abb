"""Feasts that name a day: those with a day of their own, and those that go with Easter.

Easter is that of the western churches, in the Gregorian calendar from 1583 on; before, nothing is said, since
the calendar of the text would have to be known.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from edition.converter.forms.dates.moment import Moment, Unit, day_moment, month_end, shift_days, weekday_of
from edition.converter.languages import Language

_NTH = "nth "
_FIRST_GREGORIAN_EASTER = 1583


def feast_key(name: str, language: Language) -> str | None:
    """The key of the feast that is called `name`."""
    return _keys(language).get(_flat(name))


def feast_day(key: str, year: int | None) -> Moment:
    """The day of a feast. Without a year: month and day of a feast that has them, else a day with neither."""
    if key.startswith(_NTH):
        return _nth_weekday(year, *(int(number) for number in key.removeprefix(_NTH).split()))
    table = _table()
    if key in table["fixed"]:
        month, day = (int(figures) for figures in str(table["fixed"][key]).split("-"))
        return Moment(Unit.DAY, year, month, day)
    if year is None:
        return Moment(Unit.DAY)
    if year < _FIRST_GREGORIAN_EASTER:
        return Moment(Unit.YEAR, year)
    from convertdate.holidays import easter  # noqa: PLC0415  (few texts need it)

    return day_moment(shift_days(tuple(easter(year)), int(table["easter"][key])))


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
    return {_flat(name): key for key, names in language.dates.feasts.items() for name in names}


def _flat(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


@cache
def _table() -> dict[str, dict[str, str | int]]:
    path = files("edition.converter.languages") / "shared" / "feasts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
