"""Words and forms of calendar dates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class DateWords:
    """Words and forms of calendar dates; `months` and `seasons` hold spellings in calendar order.

    A number before a word of `counted` counts something and is no year.
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    numeric: str = ""
    forms: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ("–", "-", "—")
    before_year: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()
