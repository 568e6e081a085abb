"""Whether a text tells of times long before it was written, by the years that it writes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import YEAR, Moment, Unit
from edition.converter.forms.dates.passages import speaks_of_now

_SHORT_YEARS_SINCE = 1700  # two figures are a year of these centuries
_FAR_YEARS = 3  # a text most of whose years lie further back than this tells history
_YEARS_TO_A_DAY = 4  # years for each "on Thursday" up to which a text is news of its day
_DAYS_OF_A_HISTORY = 6  # days named with their years, from which on a text without its own day is a history


def years_written(expressions: Iterable[Expression]) -> list[int]:
    """The years that are written out, from the time on in which years were shortened, in order."""
    firsts = (one.first for one in expressions if one.absolute)
    years = (first.year for first in firsts if first.unit >= YEAR)
    return sorted(year for year in years if year is not None and year >= _SHORT_YEARS_SINCE)


def days_of_one_year(expressions: Iterable[Expression]) -> dict[tuple[int, int], tuple[int, int]]:
    """By month and day, the days that a text names with their year more than once, and always the same, as
    histories do with one that they come back to: that year, and the offset of the first.
    """
    found: dict[tuple[int, int], list[Expression]] = {}
    for one in expressions:
        if one.first.day and one.first.number and one.last is None and one.absolute:
            found.setdefault((one.first.number, one.first.day), []).append(one)
    return {
        day: (several[0].first.year or 0, several[0].start)
        for day, several in found.items()
        if len(several) > 1 and len({one.first.year for one in several}) == 1
    }


def is_told_by_days(expressions: Sequence[Expression], text: str) -> bool:
    """Whether a text names so many days with their years, and so few by that of writing ("on Thursday"), that
    it tells history, as a life does that quotes what was said.
    """
    days = sum(1 for one in expressions if one.absolute and one.first.unit is Unit.DAY)
    of_now = sum(speaks_of_now(one, text) for one in expressions)
    return days >= _DAYS_OF_A_HISTORY and days > _YEARS_TO_A_DAY * of_now


def tells_history(
    years: Sequence[int], writing: Moment | None, days_of_now: int, *, begins_now: bool
) -> bool:
    """Whether a text with these years, in order, tells of times long before it was written, so that its dates
    go by each other. News of a firm founded long ago has many such years, too, but about as many of the
    dates that count back from its own day ("on Thursday", "last week"), of which there are `days_of_now`; the
    fewer of them will do where the first passage with dates has one (`begins_now`), as in news.
    """
    if writing is None:
        return True
    if days_of_now * _YEARS_TO_A_DAY * (1 + begins_now) >= len(years):
        return False
    return len(years) > 2 and (writing.year or 0) - middle(years) > _FAR_YEARS


def middle(years: Sequence[int]) -> int:
    """The year in the middle of some in order."""
    return years[len(years) // 2]
