"""What lies in the day that was told: "um 20 Uhr", "am Abend"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit, day_moment
from edition.converter.forms.dates.sentences import follows, has_word_in_clause, is_future, stops_between
from edition.converter.forms.dates.story import Answer, Story, Told
from edition.model import Certainty

PART_OF_DAY = "part_of_day"
_BESIDE = 240  # characters back to the day of which a part is told


def at_time(story: Story, one: Expression) -> Answer | None:
    """A time of the day told last, in the same passage or the one before, if no other date stands between."""
    told, named = story.day, story.named
    if told is None or story.number - told.passage > 1 or told.moment != told.last:
        return None
    if told.place < story.unknown_day:
        return None
    if named is not None and named.place > told.place and not _is_in_passing(story, named):
        return None
    if told.passage != story.number and _is_on_the_other_side(story, one, told):
        return None
    return Answer(day_moment(told.moment.first(), one.first.time), told.place, Certainty.MEDIUM)


def in_day(story: Story, one: Expression) -> Answer | None:
    """The day told last, of which news say that it was in its evening: in the same passage, and near."""
    told = story.day
    if told is None or told.passage != story.number or one.start - told.place > _BESIDE:
        return None
    if story.passage.kind == "letter" or story.entries or _is_on_the_other_side(story, one, told):
        return None
    if len(stops_between(story.text, told.place, one.start)) > 1:
        return None
    if has_word_in_clause(story.text, one.start, story.language.dates.habitual):
        return None  # "sie liest gern am Abend"
    answer = at_time(story, one)
    return answer and answer._replace(moment=day_moment(told.moment.first()))


def _is_in_passing(story: Story, named: Told) -> bool:
    """Whether a date leaves the day of a story as it is: one on which something was only said, or a year
    since when something is so.
    """
    if named.place == story.said_on:
        return True
    return named.moment.unit is Unit.YEAR and follows(story.text, named.place, story.language.dates.since)


def _is_on_the_other_side(story: Story, one: Expression, told: Told) -> bool:
    """Whether a day is to come, seen from that of writing, and a sentence tells of what was; or the other way
    round.
    """
    if story.writing is None or told.moment.first() == story.writing.first():
        return False
    future = is_future(story.text, one.start, one.end, story.language)
    return future is not None and future is not (told.moment.first() > story.writing.first())
