"""From which day the next one counts: from that of "tomorrow" ("Tomorrow I sleep. The day after, I come."),
or from one before a day to come.
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.story import Story, Told

_FEW = 8  # dates back among which a day is looked for
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


def before_one_to_come(story: Story, one: Expression, told: Told | None) -> Told | None:
    """The day of which a passage of news told before one to come: "He said on Sunday that the vote, scheduled
    for May 24, would be put off. The next day he left".
    """
    if (
        told is None
        or one.rule not in ("told", "preceding", "following")
        or story.writing is None
        or story.history
        or not told.is_day()
    ):
        return None
    now = story.writing.first()
    if told.moment.first() <= now or is_future(story.text, one.start, one.end, story.language) is not False:
        return None
    days = (day for day in reversed(story.told[-_FEW:]) if day.is_day() and day.passage == story.number)
    return next((day for day in days if day.last.first() <= now), None)
