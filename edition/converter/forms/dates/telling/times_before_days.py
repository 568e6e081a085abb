"""Times of day before their day: "at 5:00 am on October 3", "between 3 p.m. and 7 p.m. on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates.passages import Dated
from edition.converter.languages import Language

_ZONE = re.compile(r" \((?P<zone>[A-Z]{2,5})\)")
_ZONE_CLOSED = re.compile(r" [A-Z]{2,5}\)")
_IN_ANOTHER_ZONE = re.compile(r" [A-Z]{2,5} \(")
_HALF_A_DAY = 12  # hours
_TO_DAY = 12  # characters between a time and its day


def give_day(text: str, found: list[Dated], day: Dated, language: Language) -> None:
    """Let the time that was found last have the day after it, if that is its own, and so an earlier time to
    which it is joined.
    """
    if not _belongs_to(text, found, day, language):
        return
    found[-1] = _on_day(found[-1], day)
    if len(found) < 2 or found[-2].element != "time":
        return
    if _IN_ANOTHER_ZONE.fullmatch(text, found[-2].end, found[-1].start):
        found[-2] = _on_day(found[-2], day)
        if abs(_hour(found[-2]) - _hour(found[-1])) >= _HALF_A_DAY:
            found[-1] = _on_no_day(found[-1])  # it is another day there
    elif _begins_hours(text, found[-2], found[-1], language):
        found[-2] = _on_day(found[-2], day)


def _hour(time: Dated) -> int:
    """The first hour that a time of day can be."""
    return int(time.attributes[0][1].rpartition("T")[2][:2]) if time.attributes else 0


def _on_no_day(time: Dated) -> Dated:
    """A time of day without its day."""
    times = tuple((name, when.rpartition("T")[2]) for name, when in time.attributes)
    return time._replace(attributes=times, source=-1, certainty=None)


def _belongs_to(text: str, found: Sequence[Dated], day: Dated, language: Language) -> bool:
    """Whether the time of day that was found last stands right before its day, and not after it: "at 5:00 am
    on October 3".
    """
    time = found[-1]
    day_told = len(dict(day.attributes).get("when", "")) == len("1918-11-08")
    if day_told and text[time.end : day.start] == " ":
        return True  # "between 9pm on Wednesday and 5am yesterday"
    if len(found) > 1 and found[-2].element != "time" and _are_near(text, found[-2], time):
        return False
    said = next((words for words in language.dates.of_clock if text.startswith(words, time.end + 1)), "")
    zone = _ZONE.match(text, time.end)
    end = time.end + len(said)
    if zone is not None and zone["zone"] in language.dates.zones:
        end = zone.end()
    closed = _ZONE_CLOSED.match(text, time.end) if text[time.start - 1 : time.start] == "(" else None
    if closed is not None:
        end = closed.end()
    if not day_told or not _are_near(text, time._replace(end=end), day):
        return False
    return {word.title() for word in language.dates.before_day}.isdisjoint(text[end : day.start].split())


def _on_day(time: Dated, day: Dated) -> Dated:
    """A time of day with the day that stands after it."""
    on = dict(day.attributes)["when"]
    times = tuple((name, f"{on}T{when.rpartition('T')[2]}") for name, when in time.attributes)
    return time._replace(attributes=times, source=day.start)


def _begins_hours(text: str, one: Dated, two: Dated, language: Language) -> bool:
    """Whether a time of day is joined to a later one after it: "between 3 p.m. and 7 p.m. on Friday"."""
    ranges, between = language.dates.ranges, text[one.end : two.start].strip()
    begin, end = (dict(time.attributes).get("when", "").rpartition("T")[2] for time in (one, two))
    return begin < end and between in (*ranges.get("to", ()), *ranges.get("and", ()))


def _are_near(text: str, one: Dated, two: Dated) -> bool:
    """Whether hardly more than a word stands between two dates, and no stop."""
    if two.start - one.end > _TO_DAY:
        return False
    gap = text[one.end : two.start]
    return not set(gap) & set(".;:!?()\n")
