"""Times that are said to have ended on a day without its year: "the six months ended July 31"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.joining.quarters_ended import ended
from edition.converter.forms.dates.moment import exists
from edition.converter.forms.dates.telling.missing_years import year_for
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.model import Certainty


def span_ended(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The time up to a day or month, which has the year that this has."""
    end = relation.named
    if end is None:
        return None
    year = year_for(story, one._replace(first=end, relation=None))
    if year is None or not exists(year[0], end.number or 0, end.day or 1):
        return None
    first, last = ended(end._replace(year=year[0]), relation.amount, relation.unit)
    return Answer(first, year[1], Certainty.MEDIUM, last)
