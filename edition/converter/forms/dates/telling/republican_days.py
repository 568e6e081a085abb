"""Days of the French Republic without their year: the nearest to that of writing, or to what was told."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.calendars import REPUBLICAN, gregorian_day
from edition.converter.forms.dates.expression import Expression, Written
from edition.converter.forms.dates.moment import day_moment, iso_day, ordinal
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.model import Certainty

_BEFORE_FIRST = 1792  # the year of ours before which none of theirs ends
_FIRST, _LAST = 1793, 1806
_HALF_A_YEAR = 183  # days
# Days after which what happened on them is called, whatever is told: "since the 18th of Brumaire".
_NAMED_AFTER = {(1, 13): 4, (2, 18): 8, (11, 9): 2, (12, 18): 5}


def is_without_year(one: Expression) -> bool:
    """Whether an expression is such a day."""
    written = one.written
    return written is not None and written.calendar == REPUBLICAN and written.first.startswith("--")


def republican_day(story: Story, one: Expression) -> tuple[Expression, Answer] | None:
    """The expression with its year, and its day; None where nothing near tells it."""
    if one.written is None:
        return None
    told = story.recent(one.start)
    if story.passage.quotation >= 0:
        near, last, place = story.passage.written, story.passage.written, story.passage.start
    elif story.writing is not None and (told is None or not story.history):
        near, last, place = story.writing, story.writing, story.writing_place
    elif told is not None:
        near, last, place = told.moment, told.last, told.place
    else:
        return None
    if near is None or last is None or not _FIRST <= (near.year or 0) <= _LAST:
        return None
    _, _, month, day = one.written.first.split("-")
    low, high = ordinal(near.first()), ordinal(last.last())
    found = []
    for year in range((near.year or 0) - _BEFORE_FIRST, (near.year or 0) - _BEFORE_FIRST + 3):
        when = (year - 1, int(month), int(day))
        ours = gregorian_day(REPUBLICAN, when) if year > 1 else None
        if ours is not None:
            found.append((max(low - ordinal(ours), ordinal(ours) - high, 0), ours, when))
    if not found or min(found)[0] > _HALF_A_YEAR:
        return None
    _, ours, when = min(found)
    if when[1:] in _NAMED_AFTER and (story.history or _NAMED_AFTER[when[1:]] != when[0]):
        return None
    answer = Answer(day_moment(ours), place, Certainty.MEDIUM)
    return one._replace(written=Written(REPUBLICAN, iso_day(when))), answer
