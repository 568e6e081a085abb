"""Days that begin the entries of a diary, from which "yesterday" counts and the next entry goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from edition.converter.forms.dates.calendar.styles import OldStyle, weekday_in
from edition.converter.forms.dates.expression import ENTRY, Expression
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    exists,
    ordinal,
    shifted,
)
from edition.converter.forms.dates.passages import Passage, number_of
from edition.converter.forms.letters import UPPER

_AFTER_ENTRY = frozenset(".:—–-,;([")
_SET_OFF_BY = frozenset(".:—–")
_WEEKDAY_ENDS = ".)]"  # "Středa 2.", "May 27th (Sunday)"
_ITALICS = "_*/] "
SET_OFF = frozenset("_*/[")
"""Marks of italics and brackets before a day."""
_STOPPED = re.compile(r"\. *(?:\n|[^\W\d_])")  # "5 января 1904 г. Вчера"
_ALONE = re.compile(r"[_*/\]]*[ \t]*(?:\n|\Z)")
_OVER_WORDS = re.compile(r"[_*/\]]*[ \t]*\n[ \t]*\S+(?:[ \t]+\S+){5}")  # more than a name
_LINE_ENDS = re.compile(r"[_*\].:—–-]*[ \t]*(?:\n|\Z)")
_CAPITAL = re.compile(rf" [{UPPER}]")
_FEWEST_ENTRIES = 3  # with a month or a weekday
_FEWEST_NUMBERS = 8  # days that are only numbers: fewer are the points of a list,
_LATE_IN_THE_MONTH = 10  # and one of them is beyond what lists have
_MOST_DAYS = 366  # from an entry to the next; those of a chronology of many years are further apart
_LATE_IN_THE_YEAR = 6  # months after which a diary can go on in the next
_MOST_MONTHS = 3  # among which the day of an entry is looked for
_FEWEST_UNPLACED = 2  # entries without a place, for one with a place to be an entry, too
_REST_OF_LINE = re.compile(r"(?P<words>,[^\d\n]{1,24})\s*")
_FEWEST_PLACED = 4  # entries that all have their place
_NAME = rf"[{UPPER}][\w'’.-]{{1,20}}"
_PLACE = re.compile(rf"[_*\[/]{{0,2}}{_NAME}(?: {_NAME}){{0,2}}, (?P<article>[a-z]{{1,3}} )?")
_ARTICLE = 6  # characters of a comma and the article after it
_IN_FIGURES = frozenset(("entry", "figures", "figures, order of the text", "ISO"))
_SHORT_WEEKDAY = 6  # characters, with a full stop


def entries(expressions: Sequence[Expression], passages: Sequence[Passage], text: str) -> frozenset[int]:
    """The offsets of days that begin an entry of a diary: each at the beginning of its passage, with a stop
    after it, and several of them: with a month or a weekday; or of numbers that go on from days with a month,
    or that are more than a list has points.
    """
    starts = beginnings(passages, text)
    begun = [one for one in expressions if one.start in starts]
    found = [one for one in begun if may_begin(one, text)]
    found = _with_placed(found, expressions, passages, text)
    months = [one for one in begun if one.first.unit is Unit.MONTH and ends_line(one.end, text)]
    dated = [one for one in found if one.rule != ENTRY or one.first.weekday is not None]
    years = [one.start for one in begun if one.first.unit is Unit.YEAR and ends_line(one.end, text)]
    dated += _days_in_figures(found, years, text)
    late = len(found) >= _FEWEST_NUMBERS and any(_is_late(one) for one in found)
    go_on = _go_on(found, months, dated=bool(dated))
    if (len(dated) < _FEWEST_ENTRIES and not (late or go_on)) or _are_far_apart(found):
        return frozenset()
    return frozenset(one.start for one in found)


def _with_placed(
    found: list[Expression], expressions: Sequence[Expression], passages: Sequence[Passage], text: str
) -> list[Expression]:
    """The days that begin an entry, in order, with those after the name of a place ("COLOGNE, August 2nd.—"),
    if some have none, or each is later than the one before; the reports of a paper all have their place.
    """
    placed = [one for one in expressions if _says_when(one) and _is_after_place(one.start, passages, text)]
    if not placed:
        return found
    ends = {passage.end for passage in passages}
    placed = [one for one in placed if may_begin(one, text) and _is_apart(one.end, ends, text)]
    later = len(placed) >= _FEWEST_PLACED and all(_is_later(two, one) for one, two in pairwise(placed))
    if len(found) < _FEWEST_UNPLACED and not later:
        return found
    return sorted((*found, *placed), key=lambda one: one.start)


def _is_apart(end: int, ends: Set[int], text: str) -> bool:
    """Whether a day that ends at `end` is set off, or a few words end its passage ("Rome, December 25th,
    Christmas Day.").
    """
    if is_set_off(end, text):
        return True
    rest = _REST_OF_LINE.match(text, end)
    return rest is not None and not ends.isdisjoint(range(rest.end("words"), rest.end() + 1))


def _says_when(one: Expression) -> bool:
    """Whether a day has its month, or its weekday and number."""
    return one.first.number is not None or None not in (one.first.weekday, one.first.day)


def after_place(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where a day may begin in the passage between two offsets that begins with a place: after the comma, and
    after its article. Nowhere, if none does.
    """
    place = _PLACE.match(text, start, end)
    if place is None:
        return ()
    return (place.end(), place.start("article")) if place["article"] else (place.end(),)


def _is_after_place(start: int, passages: Sequence[Passage], text: str) -> bool:
    """Whether the passage of a day that begins at `start` begins with the name of a place before it."""
    if text.find(",", max(0, start - _ARTICLE), start) < 0:
        return False
    passage = passages[number_of(passages, start - 1)]
    return start in after_place(text, passage.start, passage.end)


def _is_later(two: Expression, one: Expression) -> bool:
    """Whether a day of a month is later than another, in the same year or early in the next."""
    if one.first.number is None or two.first.number is None:
        return False
    next_year = one.first.number > _LATE_IN_THE_YEAR > two.first.number
    return one.first[2:4] < two.first[2:4] or next_year


def _days_in_figures(found: Iterable[Expression], years: Sequence[int], text: str) -> list[Expression]:
    """Those that are a day and a month in figures ("1/1", "24.VII.", "13. 2."), or a day after its month
    ("Mai 4."), if they go on from one another and are not the numbers of sections ("1.1", "1.2") or shares
    ("1/2 cup"). `years` are the offsets of years on lines of their
    own: after one they can begin again.
    """
    days = [one for one in found if one.rule in _IN_FIGURES and one.first.number and not one.first.year]
    in_order = all(
        _is_later(two, one) or any(one.start < year < two.start for year in years)
        for one, two in pairwise(days)
    )
    roman = any(letter.isalpha() for one in days for letter in text[one.start : one.end])
    slashes = all("/" in text[one.start : one.end] for one in days)
    telling = roman or slashes or any(_is_late(one) for one in days)
    return [one for one in days if one.rule == ENTRY] if in_order and telling else []


def _are_far_apart(found: Sequence[Expression]) -> bool:
    """Whether days that all say their year are on average more than a year from each other, as those of a
    chronology are.
    """
    days = [ordinal(one.first.first()) for one in found if one.absolute]
    if len(days) < len(found):
        return False
    return max(days) - min(days) > _MOST_DAYS * (len(days) - 1)


def _go_on(found: Sequence[Expression], months: Sequence[Expression], *, dated: bool) -> bool:
    """Whether numbers go on from each day with its month, and under each month, and are not the points of
    lists under months. `dated` says whether there is a day with its month or weekday.
    """
    if len(found) < _FEWEST_ENTRIES + (not months) or not (dated or months):
        return False
    groups: list[list[int]] = [[]]
    for one in sorted((*found, *months), key=lambda one: one.start):
        if one.rule != ENTRY:
            groups.append([])
        if one.first.day is not None:
            groups[-1].append(one.first.day)
    in_order = all(earlier < later for group in groups for earlier, later in pairwise(group))
    return in_order and (dated or not all(is_like_a_list(group) for group in groups))


def is_like_a_list(numbers: Sequence[int]) -> bool:
    """Whether numbers are those of the points of a list, from 1 without a gap, or there are none."""
    return list(numbers) == list(range(1, len(numbers) + 1))


def beginnings(passages: Iterable[Passage], text: str) -> set[int]:
    """Where passages begin, and where their words do after marks of italics and brackets."""
    starts = {passage.start for passage in passages}
    if not any(mark in text for mark in SET_OFF):
        return starts
    return starts | {
        beginning(passage, text) for passage in passages if text[passage.start : passage.start + 1] in SET_OFF
    }


def beginning(passage: Passage, text: str) -> int:
    """Where the words of a passage begin, after marks of italics and brackets."""
    place = passage.start
    while place < passage.end and text[place] in SET_OFF:
        place += 1
    return place


def _is_late(one: Expression) -> bool:
    return (one.first.day or 0) > _LATE_IN_THE_MONTH


def may_begin(one: Expression, text: str) -> bool:
    """Whether a day can begin an entry: with a stop after it, or on a line of its own; with its year right
    over the words of the entry, as one over a name or over nothing is that of a letter.
    """
    if one.first.unit is not Unit.DAY:
        return False
    if one.last is not None:
        return one.first.number is not None and is_set_off(one.end, text)  # "November 16 to 19.—"
    if one.first.day is None:
        return one.rule == ENTRY
    in_figures = one.rule in _IN_FIGURES and one.first.number is not None
    stopped = _is_stopped(one, text) or has_short_weekday(one, text)
    if in_figures or stopped or text[one.end : one.end + 3].lstrip(_ITALICS)[:1] in _AFTER_ENTRY:
        return True
    line = _ALONE if one.first.year is None else _OVER_WORDS
    return line.match(text, one.end) is not None


def _is_stopped(one: Expression, text: str) -> bool:
    """Whether a day ends with a full stop and a new sentence begins, or with its weekday in brackets."""
    last = text[one.end - 1]
    if one.first.weekday is not None and last in _WEEKDAY_ENDS:
        return True
    if last != ".":
        return False
    if _CAPITAL.match(text, one.end) is not None:
        return True  # "3. Febr. Schnee"
    return one.first.year is not None and _STOPPED.match(text, one.end - 1) is not None


def has_short_weekday(one: Expression, text: str) -> bool:
    """Whether a day of a diary has its weekday shortened, and a sentence goes on: "Th. 4 Walked"."""
    if one.rule != ENTRY:
        return False
    lead = text[one.start : one.end].partition(" ")[0]
    shortened = lead[:1].isalpha() and len(lead) <= _SHORT_WEEKDAY
    said = lead.endswith(".") or one.first.weekday is not None
    return shortened and said and _CAPITAL.match(text, one.end) is not None


def is_set_off(end: int, text: str) -> bool:
    """Whether a full stop, a colon or a dash stands after a day that ends at `end`, or nothing more on its
    line.
    """
    return text[end : end + 3].lstrip(_ITALICS)[:1] in _SET_OFF_BY or _ALONE.match(text, end) is not None


def ends_line(end: int, text: str) -> bool:
    """Whether at most marks stand on a line after a date that ends at `end`."""
    return _LINE_ENDS.match(text, end) is not None


def next_entry(before: Moment, day: int, weekday: int | None, style: OldStyle | None) -> Moment | None:
    """The day of a month with which a diary goes on after another: in the same month or the next, or the one
    after where only there it is the weekday that is said. `before` is a day or a month, `style` the Old Style
    where the diary counts in it.
    """
    month = containing(Unit.MONTH, before.first())
    earlier = before.unit is Unit.DAY and day < (before.day or 0)
    months = (shifted(month, step, Unit.MONTH) for step in range(_MOST_MONTHS) if step or not earlier)
    days = [
        (month.year or 0, month.number or 1, day)
        for month in months
        if exists(month.year, month.number or 0, day)
    ]
    fitting = (one for one in days if weekday is None or weekday_in(one, style) == weekday)
    found = next(fitting, days[0] if days else None)
    return day_moment(found) if found is not None else None
