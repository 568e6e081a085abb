"""Numbers that are years because the text is of their time: those that it may be about."""

from __future__ import annotations

from bisect import bisect_left

from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.telling.story import Story

_BACK, _AHEAD = 10, 5  # years from that of writing of which news speaks


def near_year(story: Story, one: Expression, relation: Relation) -> Expression | None:
    """A number as the year that it is: one near to the day of writing, or one that the text tells elsewhere;
    None for others.
    """
    year = relation.amount
    if not (_is_near_writing(story, year) or _is_told(story, year)):
        return None
    return one._replace(first=Moment(Unit.YEAR, year), relation=None)


def _is_near_writing(story: Story, year: int) -> bool:
    passage = story.passage
    writing = passage.written if passage.quotation >= 0 else story.writing
    if writing is None or writing.year is None:
        return False
    return writing.year - _BACK <= year <= writing.year + _AHEAD


def _is_told(story: Story, year: int) -> bool:
    at = bisect_left(story.years, year)
    return at < len(story.years) and story.years[at] == year
