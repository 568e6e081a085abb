"""Which week "last week" and "this week" are in a text of a Sunday: in a language in which the week begins on
that day, those before it and after it.
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit, weekday_of
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.story import Story

_SUNDAY = 7
_LAST, _THIS = -1, 0


def weeks_more(story: Story, one: Expression, relation: Relation, base: Moment) -> int:
    """How many weeks later than by the week from Monday to Sunday a week is, counted from a day: one on a
    Sunday, but for "this week" in a sentence of what was.
    """
    if relation.unit is not Unit.WEEK or relation.amount not in (_LAST, _THIS) or one.rule == "ago":
        return 0
    if not story.language.dates.sunday_begins_week or story.is_written_to_someone:
        return 0
    if base.unit is not Unit.DAY or weekday_of(base.first()) != _SUNDAY:
        return 0
    if relation.amount == _LAST:
        return 1
    return int(is_future(story.text, one.start, one.end, story.language) is not False)
