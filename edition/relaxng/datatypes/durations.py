"""Durations (XSD 1.0, 3.2.6): six numbers, which only together can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edition.relaxng.datatypes.calendar import day_number

if TYPE_CHECKING:
    from fractions import Fraction

_FORM = re.compile(
    r"(?P<sign>-)?P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)S)?)?"
)
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""The months from which XSD counts two durations to compare them (3.2.6.2)."""


class Duration(NamedTuple):
    """The numbers as written, all negative in a negative duration: P1Y and P12M are two values (so jing)."""

    years: int
    months: int
    days: int
    hours: int
    minutes: int
    seconds: Fraction


def is_duration(text: str) -> bool:
    """A duration, e.g. `P1Y2M3DT4H5M6.7S`: at least one number, and one after T."""
    return _FORM.fullmatch(text) is not None


def duration_value(text: str) -> Duration:
    """The numbers of a duration."""
    from decimal import Decimal  # noqa: PLC0415 - most documents have no use for these two
    from fractions import Fraction  # noqa: PLC0415

    match = _FORM.fullmatch(text)
    assert match is not None
    sign = -1 if match["sign"] else 1
    years, months, days, hours, minutes = (
        sign * int(Decimal(match[part] or 0)) for part in ("years", "months", "days", "hours", "minutes")
    )
    return Duration(years, months, days, hours, minutes, sign * Fraction(Decimal(match["seconds"] or 0)))


def duration_less(one: Duration, other: Duration) -> bool:
    """Whether one duration is shorter than another, from whichever month one counts."""
    return all(_seconds(one, year, month) < _seconds(other, year, month) for year, month in _REFERENCES)


def _seconds(duration: Duration, year: int, month: int) -> Fraction:
    months = duration.years * 12 + duration.months
    days = day_number(year, month + months, 1) + duration.days
    return days * 86_400 + duration.hours * 3600 + duration.minutes * 60 + duration.seconds
