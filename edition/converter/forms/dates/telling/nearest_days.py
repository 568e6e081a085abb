"""The day nearest to that of writing among several that a date can be: "the 13th" in a letter."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.dates.calendar.styles import OldStyle, weekday_in
from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit, containing, exists, ordinal, shifted
from edition.converter.forms.dates.sentences.put_off import is_moved_to, is_put_off_to
from edition.converter.forms.dates.sentences.sentences import SENTENCE, clause_and_sentence_ends
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future, tense_of_clause
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.converter.forms.dates.telling.weekdays import is_of_a_letter
from edition.model import Certainty


def near_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The day nearest to that of writing, where nothing else has been told: "the 13th" in a letter."""
    named, writing = relation.named, story.writing
    if named is None or writing is None:
        return None
    if named.day is None or relation.unit is not Unit.MONTH:
        return None
    month = containing(Unit.MONTH, writing.first())
    months = [shifted(month, step, Unit.MONTH) for step in (0, -1, 1)]
    days = [
        Moment(Unit.DAY, month.year, month.number, named.day)
        for month in months
        if exists(month.year, month.number or 0, named.day)
    ]
    days = [day for day in days if is_on(day, named.weekday, story.style)] or days
    return Answer(nearest_day(story, one, days, writing), story.writing_place, Certainty.MEDIUM)


def nearest_day(story: Story, one: Expression, days: Sequence[Moment], writing: Moment) -> Moment:
    """Of several days the nearest to that of writing, on the side that the sentence says."""
    center = ordinal(writing.first())
    future = is_future(story.text, one.start, one.end, story.language)
    if future is None and joins_one_to_come(story, one, writing):
        future = True
    future = False if is_of_a_letter(story, one) else future
    if is_moved_to(story.text, one.start, one.end, story.language):
        future = True
    if is_put_off_to(story.text, one.start, story.language):
        said = tense_of_clause(story.text, one.start, one.end, story.language)
        future = future if said is False else True  # "remis au 12, dit-il"; but "fut remis au 12"

    def distance(day: Moment) -> tuple[bool, int]:
        away = ordinal(day.first()) - center
        return (away < 0 if future else away > 0) and future is not None, abs(away)

    return min(days, key=distance)


def joins_one_to_come(story: Story, one: Expression, writing: Moment) -> bool:
    """Whether a feast is joined to one that is to come: "an Karfreitag und Heiligabend geschlossen"."""
    named, dates = story.named, story.language.dates
    if one.rule != "feast" or named is None or not named.is_day() or named.moment.first() <= writing.first():
        return False
    between = story.text[named.place : one.start].split()
    return len(between) in (2, 3, 4) and between[-1] in dates.ranges.get("both", ())


def follows_one_to_come(story: Story, one: Expression, writing: Moment) -> bool:
    """Whether a date without a verb goes on from one to come in its sentence: "am 25. Juni spielen wir, am
    30. Juli der MSC".
    """
    named, number = story.named, one.first.number
    if named is None or number is None or named.moment.first() <= writing.first():
        return False
    before = named.last.number
    if before is None or (number, one.first.day or 0) <= (before, named.last.day or 0):
        return False
    ends = clause_and_sentence_ends(story.language)[1]
    return one.start - named.place <= SENTENCE and ends.search(story.text, named.place, one.start) is None


def is_on(day: Moment | None, weekday: int | None, style: OldStyle | None) -> bool:
    """Whether a day is on a weekday, if one is named; "the 31st" of a month of 30 days is on none."""
    if day is None or weekday is None:
        return weekday is None
    return exists(day.year, day.number or 0, day.day or 0) and weekday_in(day.first(), style) == weekday
