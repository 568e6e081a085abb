"""The Gregorian calendar, reckoned back as if it had always been; with a year 0, for arithmetic."""

from __future__ import annotations


def is_leap(year: int) -> bool:
    """Whether `year` has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01; months beyond 12 run on into the next years."""
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    # Years that begin in March, so that the leap day is the last of its year.
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719469
