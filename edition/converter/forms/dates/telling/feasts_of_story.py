"""A feast whose day changes, and a weekday of a month, in a story, a diary or news."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.feasts import feast_day
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, ordinal
from edition.converter.forms.dates.sentences.sentences import ends_between
from edition.converter.forms.dates.telling.nearest_days import nearest_day
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.model import Certainty

_APPOSED = 40  # characters from a day to the feast that it is
_BACK = 2  # times as far seems a feast before the date told last


def feast_of_story(story: Story, one: Expression, key: str) -> Answer | None:
    """A feast whose day changes: that nearest to the day of writing, or in a story to the date told last."""
    beside = story.named
    if beside is not None and beside.explicit and 0 < one.start - beside.place <= _APPOSED:
        day = feast_day(key, beside.moment.year or 0)
        if day == beside.moment and not ends_between(story.text, beside.place, one.start):
            return Answer(day, beside.place, Certainty.MEDIUM)  # "am 2. April 1945, Ostermontag"
    if one.start in story.entries and story.writing is not None:
        return _feast_of_entry(story, key, story.writing)
    told = story.recent(one.start)
    if story.writing is not None and not (story.history and told is not None):
        near, place = story.writing, story.writing_place
    elif told is not None:
        near, place = told.last, told.place
    else:
        return None
    year, center = near.year or 0, ordinal(near.first())
    steps = (0,) if near.unit <= Unit.YEAR else (0, -1, 1)
    days = [day for step in steps if (day := feast_day(key, year + step)) is not None]
    if not days:
        return None
    if near is story.writing:
        return Answer(nearest_day(story, one, days, near), place, Certainty.MEDIUM)

    def distance(day: Moment) -> int:
        away = ordinal(day.first()) - center
        return away if away >= 0 else _BACK * -away  # a story rather goes on

    return Answer(min(days, key=distance), place, Certainty.MEDIUM)


def _feast_of_entry(story: Story, key: str, before: Moment) -> Answer | None:
    """The feast with which a diary goes on after the day of an entry."""
    year = before.year or 0
    days = (day for step in (0, 1) if (day := feast_day(key, year + step)) is not None)
    found = next((day for day in days if day.first() >= before.first()), None)
    return None if found is None else Answer(found, story.writing_place, Certainty.MEDIUM)
