"""Days of a diary with the first letters of their weekday: "M. 1", "Tu. 2", "W. 3", "Th. 4"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.dates.passages import Passage
from edition.converter.languages import Language

_LETTERED = re.compile(
    r"[_*\[]{0,2}(?P<letters>[^\W\d_]{1,4}+)\.?,? (?P<day>\d{1,2})(?![\d%°]|[.,:/-]\d)(?!\s?\d)"
)
_FEWEST = 2  # pairs of days that go on, all of which have the weekdays that their letters say
_WEEK = 7


class LetteredDay(NamedTuple):
    """Where a day begins and ends, its number, and its weekday, if only one fits."""

    start: int
    end: int
    day: int
    weekday: int | None


def lettered_days(passages: Sequence[Passage], text: str, language: Language) -> list[LetteredDay]:
    """The days that begin passages after letters with which the name of a weekday begins, which go on from
    one day to the next as weekdays do; none where some do not.
    """
    found: list[LetteredDay] = []
    names = [[name.lower() for name in several] for several in language.dates.weekdays]
    fitting: set[int] = set()
    pairs = last = 0
    for passage in passages:
        match = _LETTERED.match(text, passage.start, passage.end)
        if match is None:
            continue
        letters, day = match["letters"].lower(), int(match["day"])
        weekdays = {number for number, several in enumerate(names) if _begins_one(letters, several)}
        if not weekdays or not match["letters"][0].isupper():
            continue
        if last and day > last:
            pairs += 1
            weekdays &= {(one + day - last) % _WEEK for one in fitting}
        if not weekdays:
            return []
        fitting, last = weekdays, day
        weekday = next(iter(weekdays)) + 1 if len(weekdays) == 1 else None
        found.append(LetteredDay(match.start("letters"), match.end("day"), day, weekday))
    return found if pairs >= _FEWEST else []


def _begins_one(letters: str, names: Sequence[str]) -> bool:
    return any(name.startswith(letters) for name in names)
