"""Dates that a text has named, and from which nothing after them is counted."""

from __future__ import annotations

from edition.converter.forms.dates.expression import PART_OF_DAY, Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.sentences import (
    begins_sentence,
    ends_between,
    in_relative_clause,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import tells_of_before
from edition.converter.forms.dates.telling.passing import is_in_passing, is_since_then
from edition.converter.forms.dates.telling.story import Answer, Story, Told

BESIDE_A_DAY = frozenset({"told", "preceding", "following"})
"""The rules of the days beside another."""
OF_A_DAY = frozenset({"time", PART_OF_DAY})
"""The rules of what lies in a day: these ask themselves what stands between."""
_COUNTED_FROM_DAYS = frozenset({Unit.DAY, Unit.WEEK})
_LONG_PAST = 3  # years
_LEFT_FOR = frozenset({Unit.YEAR, Unit.SEASON, Unit.MONTH})


def has_left_years(story: Story, one: Expression) -> bool:
    """Whether "this year" can be none that a text has told, which has named a time since that is no year, or
    is in another: "der Prozeß von 1977, in den fünfziger Jahren, im Mai dieses Jahres".
    """
    named, told = story.named, story.recent_year(one.start)
    if story.writing is None or named is None or told is None:
        return False
    return not named.says_a_year() or named.last.year != told.last.year


def is_of_another_time(story: Story, beside: Told, told: Told) -> bool:
    """Whether a day of long before the day told last was named since, in a clause of what was said or found:
    "On Thursday he was acquitted. It was proved that he was there on 21 October 1942. The next morning".
    """
    if beside.place <= told.place or not beside.is_day() or not beside.explicit:
        return False
    far = (told.moment.year or 0) - (beside.moment.year or 0) >= _LONG_PAST
    return far and in_relative_clause(story.text, beside.place, story.language)


def had_been_before(story: Story, beside: Told, one: Expression) -> bool:
    """Whether a date was named in a clause that only says more of someone, of what had been before, in a
    sentence that is over: "… a team that had won in 1966. Two years later".
    """
    if not ends_between(story.text, beside.place, one.start):
        return False
    aside = in_relative_clause(story.text, beside.place, story.language)
    return aside and tells_of_before(story.text, beside.place, beside.place, story.language)


def is_only_told_of(story: Story, told: Told, one: Expression) -> bool:
    """Whether a day of long ago was only told in a clause of what was said, or since when something is so, in
    a sentence that is over, in news of another day: "gestern erinnerte er daran, daß am 8. Mai 1945", "the
    most since the days after Sept. 11, 2001".
    """
    if story.writing is None or not told.explicit or story.spoke_of_now < 0:
        return False
    if (story.writing.year or 0) - (told.moment.year or 0) < _LONG_PAST:
        return False
    since = is_since_then(story.text, told.place, story.language)
    if not since and (one.rule not in BESIDE_A_DAY or story.spoke_of_now < story.passage.start):
        return False
    aside = since or in_relative_clause(story.text, told.place, story.language)
    return aside and ends_between(story.text, told.place, one.start)


def has_left(story: Story, day: Told) -> bool:
    """Whether a text has come from a day, in a sentence that is over, to a later month, and to no day of it
    that is known: "It was 6 June 1928. In April 2007 they came, and the next day"; a story, to one years
    later.
    """
    latest = story.latest
    if latest is None or latest.place <= day.place or latest.is_day() or latest.counted:
        return False
    if latest.moment.unit not in _LEFT_FOR or not ends_between(story.text, day.place, latest.place):
        return False
    years = (latest.moment.year or 0) - (day.last.year or 0)
    if story.history or latest.moment.unit is not Unit.MONTH:
        return years > 1
    return latest.moment.first() > day.last.first()


def is_left_behind(story: Story, one: Expression, relation: Relation, answer: Answer) -> bool:
    """Whether the day from which another counts is not that of the story any more, which has since told of a
    time in which that day is not: "On 3 May 1848 … In the summer of 1859 he came. Three days later …"
    """
    named = relation.named
    next_one = named is not None and named.weekday is not None and relation.amount != 0
    units = {answer.moment.unit} if next_one else {answer.moment.unit, relation.unit}
    if relation.anchor is Anchor.WRITING or not units <= _COUNTED_FROM_DAYS:
        return False
    back = reversed(story.told)  # the nearest first: a long text has told of many
    from_day = next((told for told in back if told.place == answer.source and told.is_day()), None)
    latest = story.latest
    if from_day is None or latest is None or latest.place <= from_day.place or latest.is_day():
        return False
    if latest.moment.unit < Unit.YEAR or one.rule in OF_A_DAY or is_in_passing(story, latest, one):
        return False
    if not _is_of_now(story, from_day) and not begins_sentence(story.text, latest.place):
        return False
    if relation.unit is Unit.DAY and not ends_between(story.text, latest.place, one.start):
        return False
    return not latest.moment.first() <= from_day.last.first() <= latest.last.last()


def _is_of_now(story: Story, day: Told) -> bool:
    """Whether a day was counted from that of writing, and lies near it."""
    if story.writing is None or not day.counted or day.goes_on:
        return False
    return abs((story.writing.year or 0) - (day.moment.year or 0)) <= 1
