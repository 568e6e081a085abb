"""Years for dates of news that say none, by a word of their clause beside a time that was named: "damals"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.sentences.sentences import clause_has, ends_between, sentence_has_before
from edition.converter.forms.dates.sentences.tense_of_sentence import tense_of_clause
from edition.converter.forms.dates.telling.narrative_years import narrative_year
from edition.converter.forms.dates.telling.story import Story, Told

_BESIDE = 300  # characters back to the year that "then" means


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
