"""Whether the weekday that a date names is the one that its day had: if not, it is worth a second look.

Until their country gave it up, writers named the day of the Julian calendar (in Russia until 1918): where the
weekday fits that, the note says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from edition.converter.forms.dates.calendar.calendars import from_julian
from edition.converter.forms.dates.moment import Day, exists, iso_day, weekday_of
from edition.converter.languages import known_languages, language

_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)(?:T.*)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JULIAN_UNTIL = 1923
_NOT_SHIFTED = "#roman"  # the day stands as its own calendar has it


def weekday_note(words: str, attributes: Mapping[str, str]) -> str:
    """What is odd about the weekday in the words of a date; empty where there is none, or it fits."""
    match = _DAY.fullmatch(attributes.get("when", ""))
    if match is None or attributes.get("calendar") == _NOT_SHIFTED:
        return ""
    named = {number for word in _WORD.findall(words) if (number := _weekdays().get(word.casefold()))}
    day: Day = (int(match[1]), int(match[2]), int(match[3]))
    if len(named) != 1 or not exists(*day):
        return ""
    (number,) = named
    if number == weekday_of(day):
        return ""
    if day[0] <= _JULIAN_UNTIL and "calendar" not in attributes:
        new = from_julian(day)
        if weekday_of(new) == number:
            return f"a {_ENGLISH[number - 1]} in the Julian calendar, {iso_day(new)} in ours"
    return f"that day was a {_ENGLISH[weekday_of(day) - 1]}"


@cache
def _weekdays() -> dict[str, int]:
    """The number of each weekday by its full names in all languages; Monday is 1."""
    return {
        name.casefold(): number
        for code in known_languages()
        for number, names in enumerate(language(code).dates.weekdays, 1)
        for name in names
    }
