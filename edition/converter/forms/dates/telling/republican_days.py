"""Days of a text that counts in the French Republican calendar, with what they leave unsaid: the month of "le
19" after "18 brumaire an VIII", the year of "le 9 thermidor".

A day without its year is the nearest to that of writing, or to what was told; one without its month is of the
month in which the text has come to, or in a letter of the month before, unless it speaks of what is to come.
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.calendar.calendars import REPUBLICAN, gregorian_day, month_length
from edition.converter.forms.dates.expression import Anchor, Expression, Stretch, Written
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    day_moment,
    iso_day,
    iso_year,
    ordinal,
    shift_days,
)
from edition.converter.forms.dates.sentences.sentences import in_brackets
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.story import Answer, RepublicanDay, Story
from edition.model import Certainty

_HALF_A_YEAR = 183  # days
_MONTHS = 12  # that have names
_BEFORE_FIRST = 1792  # the year of ours before which none of theirs ends
_FIRST, _LAST = 1793, 1806
# Days after which what happened on them is called, whatever is told: "since the 18th of Brumaire".
_NAMED_AFTER = {(1, 13): 4, (2, 18): 8, (11, 9): 2, (12, 18): 5}
_OPENS_BRACKETS = re.compile(r"\s?[(\[](?:[^\W\d_]+\s){0,2}")
_YEARLESS = "--"  # how a day is written whose year is not said


def republican_day(story: Story, one: Expression) -> tuple[Expression, Answer] | None:
    """A day that goes by those told in the Republican calendar, as it is written in that, and the day of ours
    with what told it; None for others.
    """
    if one.written is not None and one.written.calendar == REPUBLICAN and one.written.first[:2] == _YEARLESS:
        month, day = int(one.written.first[2:4]), int(one.written.first[5:7])
        return _of_year(story, one, month, day)
    told = _told(story)
    return _of_month(story, one, told) if told is not None else None


def _told(story: Story) -> RepublicanDay | None:
    """The day from which a text counts: that of writing in a letter or report, else the one told last."""
    written = story.republican_writing
    return story.republican if written is None or story.history else written


def write_republican(story: Story, own_date: Expression) -> None:
    """Let a story know that its day of writing is one of the Republican calendar, if it is."""
    story.republican = story.republican_writing = _told_in(own_date)


def _told_in(one: Expression) -> RepublicanDay | None:
    said = one.written
    if said is None or said.calendar != REPUBLICAN or said.first[:2] == _YEARLESS:
        return None
    year, month, day = (*map(int, said.first.split("-")), 0, 0)[:3]
    return RepublicanDay(year, month, day, one.start)


def tell_republican(story: Story, one: Expression) -> None:
    """Let a story know whether it goes on in the Republican calendar, from a date that it tells."""
    told = _told_in(one) if one.written is not None else None
    if told is None and story.republican is None:
        return
    ours = one.written is None and one.absolute and one.first.unit >= Unit.MONTH
    if told is not None or (ours and not in_brackets(story.text, one.start)):
        story.republican = told


def _of_month(story: Story, one: Expression, told: RepublicanDay) -> tuple[Expression, Answer] | None:
    """A month that is this one or the last, or a day of it that says no more than its number."""
    relation, named = one.relation, one.relation and one.relation.named
    if relation is None or relation.unit is not Unit.MONTH or relation.anchor is Anchor.TOLD or one.last:
        return None
    if not told.month or (named is not None and (named.day is None or named.number is not None)):
        return None
    month = told.month + relation.amount
    if named is not None and named.day and relation.anchor is Anchor.SAME and named.day > told.day:
        month -= _looks_back(story, one)
    year, month = told.year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    if named is not None and named.day is not None:
        return _dated(story, one, (year, month, named.day), told.place)
    return _whole(one, year, month, told.place)


def _whole(one: Expression, year: int, month: int, source: int) -> tuple[Expression, Answer] | None:
    first = gregorian_day(REPUBLICAN, (year, month, 1)) if year > 0 else None
    if first is None:
        return None
    last = shift_days(first, month_length(REPUBLICAN, year, month) - 1)
    written = Written(REPUBLICAN, f"{iso_year(year)}-{month:02d}")
    said = one._replace(written=written, relation=None, stretch=Stretch.PERIOD)
    return said, Answer(day_moment(first), source, Certainty.MEDIUM, day_moment(last))


def _of_year(story: Story, one: Expression, month: int, day: int) -> tuple[Expression, Answer] | None:
    """A day of a month without its year: that in brackets after it says, or else the nearest to the day of
    writing or to what was told.
    """
    beside = _day_in_brackets(story, one)
    if beside is not None:
        near, last, place, most = beside, beside, one.end, 0
    else:
        base = _base(story, one)
        if base is None:
            return None
        near, last, place = base[0].first(), base[1].last(), base[2]
        most = _HALF_A_YEAR
    low, high = ordinal(near), ordinal(last)
    found = list[tuple[int, int]]()
    for year in range(max(near[0] - _BEFORE_FIRST, 1), last[0] - _BEFORE_FIRST + 3):
        ours = gregorian_day(REPUBLICAN, (year, month, day))
        if ours is not None:
            found.append((max(low - ordinal(ours), ordinal(ours) - high, 0), year))
    apart, year = min(found, default=(most + 1, 0))
    if apart > most or _NAMED_AFTER.get((month, day), year) != year:
        return None
    return _dated(story, one, (year, month, day), place)


def _base(story: Story, one: Expression) -> tuple[Moment, Moment, int] | None:
    """The first and last moment near to which such a day is, and the offset of the date that told them; None
    where they are not in the years of that calendar.
    """
    told = story.recent(one.start)
    if story.passage.quotation >= 0:
        written = story.passage.written
        base = None if written is None else (written, written, story.passage.start)
    elif story.writing is not None and (told is None or not story.history):
        base = story.writing, story.writing, story.writing_place
    else:
        base = None if told is None else (told.moment, told.last, told.place)
    return base if base is not None and _FIRST <= (base[0].year or 0) <= _LAST else None


def _day_in_brackets(story: Story, one: Expression) -> Day | None:
    """The day of ours that stands in brackets right after a day: "le 9 thermidor (27 juillet 1794)"."""
    ahead = story.ahead
    if ahead is None or ahead.first.unit is not Unit.DAY or ahead.first.day is None:
        return None
    return ahead.first.first() if _OPENS_BRACKETS.fullmatch(story.text, one.end, ahead.start) else None


def _looks_back(story: Story, one: Expression) -> bool:
    """Whether a day is before that of writing, since nothing says that it is to come."""
    if story.republican_writing is None or story.history:
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _dated(
    story: Story, one: Expression, day: tuple[int, int, int], source: int
) -> tuple[Expression, Answer] | None:
    ours = gregorian_day(REPUBLICAN, day) if day[0] > 0 else None
    if ours is None:
        return None
    said = one._replace(written=Written(REPUBLICAN, iso_day(day)), relation=None)
    return said, Answer(day_moment(ours), source, Certainty.MEDIUM)
