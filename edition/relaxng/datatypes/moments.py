"""Dates and times (XSD 1.0, 3.2.7 to 3.2.14): points of time, and their order.

As jing has them: there is no year 0000; a time zone lies between -13:00 and +14:00; hours end at 23; a second
may be the sixtieth, in any minute (XSD 1.0 allows a leap second in its prose only); the point of fractional
seconds may stand alone; of the fraction three digits count. What a type leaves out is taken from
2000-01-01T00:00:00. Of a value with a time zone and one without, one is less only if it is by fourteen hours
more (3.2.7.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from edition.relaxng.datatypes.calendar import day_number, is_leap

_PARTS = {
    "year": r"(?P<year>-?(?:[1-9][0-9]*)?[0-9]{4})",
    "month": r"(?P<month>0[1-9]|1[0-2])",
    "day": r"(?P<day>0[1-9]|[12][0-9]|3[01])",
    "time": r"(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9]|60)"
    r"(?:\.(?P<fraction>[0-9]*))?",
}
_ZONE = r"(?P<zone>Z|[+-][0-9][0-9]:[0-5][0-9])?"
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_YEAR = 292278994
"""The greatest year that jing's calendar counts; before Christ it ends some thousand years earlier."""
_ZONE_WIDTH = 14 * 3_600_000


class Moment(NamedTuple):
    """A point of time: milliseconds from the first day of 1970, and of these how far into a leap second."""

    milliseconds: int
    leap: int
    zoned: bool


class Form:
    """The form of a type: which parts it has, e.g. `{year}-{month}`."""

    def __init__(self, template: str) -> None:
        self._pattern = re.compile(template.format(**_PARTS) + _ZONE)
        self._has_year = "{year}" in template
        self._has_day = "{day}" in template
        self._has_time = "{time}" in template

    def allows(self, text: str) -> bool:
        """Whether `text` has this form and is a day that there is."""
        match = self._pattern.fullmatch(text)
        if match is None:
            return False
        year = 2000
        if self._has_year:
            if len(match["year"]) > 10 or not 0 < abs(int(match["year"])) <= _LAST_YEAR:
                return False
            year = int(match["year"])
        if self._has_day and "month" in match.re.groupindex:
            month, day = int(match["month"]), int(match["day"])
            if day > _MONTH_LENGTHS[month - 1] or (month == 2 and day == 29 and not is_leap(_counted(year))):
                return False
        zone = match["zone"]
        return zone is None or zone == "Z" or -780 <= _minutes(zone) <= 840

    def value(self, text: str) -> Moment:
        """The point of time that a text of this form names."""
        match = self._pattern.fullmatch(text)
        assert match is not None
        parts = match.groupdict()
        day = day_number(
            _counted(int(parts.get("year") or 2000)), int(parts.get("month") or 1), int(parts.get("day") or 1)
        )
        milliseconds, leap = day * 86_400_000, 0
        if self._has_time:
            second, fraction = int(parts["second"]), int(f"{parts['fraction'] or '':0<3.3}")
            if second == 60:
                second, fraction, leap = 59, 999, fraction + 1
            minutes = int(parts["hour"]) * 60 + int(parts["minute"])
            milliseconds += minutes * 60_000 + second * 1000 + fraction
        zone = parts["zone"]
        if zone is not None and zone != "Z":
            milliseconds -= _minutes(zone) * 60_000
        return Moment(milliseconds, leap, zone is not None)


def _counted(year: int) -> int:
    """The year in a count that has a year 0: XSD 1.0 has none, -0001 is the year before 0001."""
    return year if year > 0 else year + 1


def _minutes(zone: str) -> int:
    """Minutes from Coordinated Universal Time."""
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def moment_less(one: Moment, other: Moment) -> bool:
    """Whether one point of time is surely before another."""
    shift = 0 if one.zoned == other.zoned else _ZONE_WIDTH
    return (one.milliseconds + shift, one.leap) < (other.milliseconds, other.leap)


FORMS: dict[str, Form] = {}


def form(name: str) -> Form:
    """The form of the type `name`, made when it is first asked for."""
    if name not in FORMS:
        FORMS[name] = Form(TEMPLATES[name])
    return FORMS[name]


TEMPLATES = {
    "dateTime": "{year}-{month}-{day}T{time}",
    "date": "{year}-{month}-{day}",
    "time": "{time}",
    "gYear": "{year}",
    "gYearMonth": "{year}-{month}",
    "gMonth": "--{month}",
    "gMonthDay": "--{month}-{day}",
    "gDay": "---{day}",
}


def allows(name: str) -> Callable[[str], bool]:
    """The test of the type `name`."""
    return lambda text: form(name).allows(text)


def value(name: str) -> Callable[[str], Moment]:
    """What texts of the type `name` mean."""
    return lambda text: form(name).value(text)
