"""Years for dates of news that say none, by a word of their clause beside a time that was named: "damals"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Day, Moment, Unit, exists, ordinal
from edition.converter.forms.dates.sentences.sentences import (
    clause_has,
    ends_between,
    sentence_has_before,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future, tense_of_clause
from edition.converter.forms.dates.telling.narrative_years import narrative_year
from edition.converter.forms.dates.telling.nearest_years import has_weekday
from edition.converter.forms.dates.telling.story import Story, Told

_BESIDE = 300  # characters back to the year that "then" means
_FEW, _PASSAGES = 8, 2  # dates and passages back to the day from which a story goes on
_SOON = 60  # days after it
_UNITS = frozenset({Unit.DAY, Unit.MONTH})
# Days before that of writing of which news need not say the year.
_OF_NOW, _OF_LAST_YEAR, _OF_THIS_YEAR = 60, 120, 180


def year_of_then(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year that was named right before a clause that says "then", for a date in it: "1990 fiel er aus;
    damals fand er im April statt".
    """
    named, once = story.named, story.language.dates.once
    if named is None or not once or not named.explicit or not named.says_a_year():
        return None
    if one.start - named.place > _BESIDE or not sentence_has_before(story.text, one.start, once):
        return None
    if named.moment.unit >= Unit.MONTH and not ends_between(story.text, named.place, one.start):
        return None
    if named.moment.unit >= Unit.MONTH:
        return narrative_year(story, one, named), named.place
    return named.moment.year or 0, named.place


def goes_on_to_come(story: Story, one: Expression, told: Told, writing: Moment) -> bool:
    """Whether a date without a verb goes on from one to come in its sentence, which says its year: "wird im
    Juni 2012 fällig, die zweite Rate am 17. Dezember".
    """
    if not told.explicit or told.moment.unit < Unit.MONTH or (told.moment.year or 0) <= (writing.year or 0):
        return False
    if one.first.unit < Unit.MONTH or ends_between(story.text, told.place, one.start):
        return False
    if one.first._replace(year=told.moment.year).first() < told.last.first():
        return False
    return tense_of_clause(story.text, one.start, one.end, story.language) is None


def is_said_of_now(story: Story, one: Expression) -> bool:
    """Whether the clause of a date speaks of today, and of nothing that was: "nach einer Umfrage von Ende
    April sehen heute viele".
    """
    now = story.language.dates.nowadays
    if not now or not clause_has(story.text, one.start, one.end, tuple(now)):
        return False
    return tense_of_clause(story.text, one.start, one.end, story.language) is not False


def year_of_days_before(story: Story, one: Expression, nearest: int) -> tuple[int, int] | None:
    """The year of a day soon after the one told last, years before that of writing, in a text that looks
    back: "On April 15, 1912, it burned. Some were buried on April 18. [] An inquest opened on May 6". Where
    the text has told of no day there that says no year, a day of the year of writing is one of it.
    """
    writing = story.writing
    told = next((told for told in reversed(story.told[-_FEW:]) if told.moment.unit in _UNITS), None)
    if writing is None or told is None or one.first.unit not in _UNITS or one.rule == "feast":
        return None
    year = told.last.year or 0
    if year >= (writing.year or 0):
        return None
    if told.place < story.spoke_of_now or story.number - told.passage > _PASSAGES:
        return None
    begin, now = (_first_day(one, each) for each in (year, nearest))
    if begin is None or now is None or not has_weekday(story, one.first._replace(year=year)):
        return None
    if not 0 <= ordinal(begin) - ordinal(told.last.last()) <= _SOON:
        return None
    away = ordinal(writing.first()) - ordinal(now)
    # "In November last year … in December": no one calls so the month that it is.
    named_now = told.counted and one.first.unit is Unit.MONTH and now[:2] == writing.first()[:2]
    if not named_now and not _is_long_before(story, told, away, in_this_year=now[0] == writing.year):
        return None
    past = is_future(story.text, one.start, one.end, story.language) is False
    return (year, told.place) if past else None


def _first_day(one: Expression, year: int) -> Day | None:
    """The first day of a day or month in a year; None where it has no such day."""
    first = one.first._replace(year=year).first()
    return first if exists(*first) else None


def _is_long_before(story: Story, told: Told, away: int, *, in_this_year: bool) -> bool:
    """Whether a text looks back to a day so long before that of writing that it says no year of another near
    to it, which would else be so many days before that of writing.
    """
    years = ((story.writing.year or 0) if story.writing is not None else 0) - (told.last.year or 0)
    if years == 1:
        # "On 11 February last year … On 2 April"
        return (told.counted or told.by_story) and away > _OF_LAST_YEAR
    if years < 1 or not (told.explicit or told.goes_on):
        return False
    if any(day.by_story and day.last.year == told.last.year for day in story.told[-_FEW:] if day.is_day()):
        return away > _OF_NOW
    return away > _OF_THIS_YEAR and not in_this_year
