"""Years for dates of news that say none, by a word of their clause beside a time that was named: "damals"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal
from edition.converter.forms.dates.sentences.sentences import clause_has, ends_between, has_word_in_clause
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future, tense_of_clause
from edition.converter.forms.dates.telling.nearest_years import has_weekday
from edition.converter.forms.dates.telling.story import Story, Told

_BESIDE = 300  # characters back to the year that "then" means
_FEW, _PASSAGES = 8, 2  # dates and passages back to the day from which a story goes on
_SOON = 60  # days after it
_OF_NOW, _OF_THIS_YEAR = 60, 180  # days before that of writing, of which news need not say the year


def year_of_then(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year that was named right before a clause that says "then", for a date in it: "1990 fiel er aus;
    damals fand er im April statt".
    """
    named, once = story.named, story.language.dates.once
    if named is None or not once or not named.explicit or not named.says_a_year():
        return None
    if one.start - named.place > _BESIDE or not has_word_in_clause(story.text, one.start, once):
        return None
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
    days = [told for told in reversed(story.told[-_FEW:]) if told.is_day()]
    told = next(iter(days), None)
    if writing is None or told is None or one.first.unit is not Unit.DAY or one.rule == "feast":
        return None
    year, month, day = told.last.year or 0, one.first.number or 0, one.first.day or 0
    by_story = any(day.by_story and day.last.year == year for day in days)
    if (
        not (told.explicit or told.goes_on)
        or (writing.year or 0) - year <= 1
        or told.place < story.spoke_of_now
    ):
        return None
    if story.number - told.passage > _PASSAGES or not exists(year, month, day):
        return None
    if not 0 <= ordinal((year, month, day)) - ordinal(told.last.last()) <= _SOON:
        return None
    if not exists(nearest, month, day) or not has_weekday(story, one.first._replace(year=year)):
        return None
    away = ordinal(writing.first()) - ordinal((nearest, month, day))
    if away <= (_OF_NOW if by_story else _OF_THIS_YEAR):
        return None
    if not by_story and nearest == writing.year:
        return None
    past = is_future(story.text, one.start, one.end, story.language) is False
    return (year, told.place) if past else None
