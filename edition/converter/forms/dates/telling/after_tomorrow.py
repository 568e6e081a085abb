"""The day after tomorrow's: "Tomorrow I sleep. The day after, I come."."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.telling.story import Story, Told

_NEAR = 240  # characters
_WORDS = 24  # characters of "the day after tomorrow"


def of_tomorrow(story: Story, one: Expression, told: Told | None) -> Told | None:
    """The day of "tomorrow" or "yesterday", named last in the passage, from which "the day after" counts."""
    day, relation = story.day, one.relation
    if day is None or relation is None or relation.unit is not Unit.DAY or relation.named is not None:
        return None
    if day.passage != story.number or one.start - day.place > _NEAR or story.writing is None:
        return None
    if (told is not None and told.place >= day.place) or day.moment[:4] == story.writing[:4]:
        return None
    dates = story.language.dates
    if story.text[one.start : one.end].split()[-1] not in dates.vague.get("after", ()):
        return None
    words = story.text[day.place : day.place + _WORDS].lower()
    return day if words.startswith(tuple(dates.deictic)) else None
