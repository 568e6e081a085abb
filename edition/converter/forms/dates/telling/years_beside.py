"""The year of a date that another beside it tells: in its clause, right before it, or right after it."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.counted_from import BESIDE_ITS_DATE
from edition.converter.forms.dates.moment import Unit, exists, ordinal
from edition.converter.forms.dates.sentences.sentences import (
    begins_clause,
    clause_ends_between,
    ends_between,
    follows,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.forms.dates.telling.years_in_news import year_of_then

_WINTER = 4  # the number of the season
_ABOUT_A_WEEK = 7  # days by which "two weeks later" is inexact
# A year, and what says more of it.
_APPOSED = re.compile(r"[^,;:.!?\n]{1,40},\s(?:(?P<word>[^\W\d_]+)(?:\s|['’]))?")
_FIGURES = 4  # of a year
_JOINED = 12  # characters between two days that share their year
_AFTER_DAYS = 40  # characters between "two weeks later" and the day that it is


def year_beside(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year that a date beside an expression tells, and the offset of that date; None where none does."""
    beside = story.named
    of_year = beside is not None and beside.moment.unit is Unit.YEAR and _is_of_year(story, beside, one)
    if beside is not None and of_year and not _is_over_by_now(story, beside, one):
        return _with_its_winter(story, one, beside.moment.year or 0), beside.place
    counted = _year_of_counted(story, one) or year_of_then(story, one)
    if counted is not None:
        return counted
    if one.rule.endswith(BESIDE_ITS_DATE) and beside is not None and beside.moment[2:4] == one.first[2:4]:
        return beside.moment.year or 0, beside.place
    if _shares_year(story, one) and story.ahead is not None:
        return story.ahead.first.year or 0, story.ahead.start
    return None


def _is_of_year(story: Story, year: Told, one: Expression) -> bool:
    """Whether an expression says more of a year that was named before it."""
    return (
        _same_clause(story, year, one) or _is_apposed(story, year, one) or _is_in_its_clause(story, year, one)
    )


def _is_over_by_now(story: Story, year: Told, one: Expression) -> bool:
    """Whether an expression would be over in a year that is counted from the day of writing, where its own
    clause speaks of what is to come: "this year the works are put out to tender, and will begin in February".
    """
    if story.writing is None or year.explicit or not year.counted:
        return False
    if one.first._replace(year=year.moment.year).last() >= story.writing.first():
        return False
    return is_future(story.text, one.start, one.end, story.language) is True


def _is_apposed(story: Story, counted: Told, one: Expression) -> bool:
    """Whether an expression says more of a year that was counted right before it, with a comma and at most a
    preposition between: "two years ago, on 28 November".
    """
    day_of_year = one.first.unit is Unit.DAY and story.text[one.end : one.end + 1] == ","
    if not (counted.counted and not counted.explicit) and not (
        day_of_year and _is_year_alone(story, counted)
    ):
        return False
    between = _APPOSED.fullmatch(story.text, counted.place, one.start)
    if between is None or tense_of("", between["word"] or "", story.language) is not None:
        return False  # "who took over a year ago, said the first quarter"
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_in_its_clause(story: Story, year: Told, one: Expression) -> bool:
    """Whether an expression stands in a clause that tells what was in a year: "in 1987, when he spoke on June
    12".
    """
    clause = _clause_of_year(story.language.dates.at_which).match(story.text, year.place, one.start)
    return clause is not None and not clause_ends_between(story.text, clause.end(), one.start)


@cache
def _clause_of_year(words: tuple[str, ...]) -> re.Pattern[str]:
    """A year, and the word that begins a clause of what was in it."""
    return re.compile(rf"[^.,;:!?\n]{{1,24}},?\s(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s")


def _is_year_alone(story: Story, year: Told) -> bool:
    """Whether a year stands right before a comma: "wie er 1914, am 1. August, kam"; not after "since"."""
    if not story.text[year.place].isdecimal():
        return year.explicit  # "l'an deux mille vingt, le dix sept septembre"
    end = year.place + _FIGURES
    alone = story.text[year.place : end].isdecimal() and story.text[end : end + 1] == ","
    return alone and not follows(story.text, year.place, story.language.dates.since)


def _with_its_winter(story: Story, one: Expression, year: int) -> int:
    """The year of a month or season of a year that is counted, for a winter that in which it begins: a winter
    that "this year was" cold began in the year before.
    """
    if story.writing is None or one.first.unit is not Unit.SEASON or one.first.number != _WINTER:
        return year
    is_past = one.first._replace(year=year).first() <= story.writing.first()
    return year if is_past or is_future(story.text, one.start, one.end, story.language) else year - 1


def _shares_year(story: Story, one: Expression) -> bool:
    """Whether a day is joined to one that says the year of both: "am 9. Juni und am 30. November 1998"."""
    ahead, dates = story.ahead, story.language.dates
    if ahead is None or one.last is not None or {one.first.unit, ahead.first.unit} != {Unit.DAY}:
        return False
    between = story.text[one.end : min(ahead.start, one.end + _JOINED)].split()
    if ahead.start - one.end > _JOINED or not between or between[0] not in dates.ranges.get("both", ()):
        return False
    return set(between[1:]) <= set(dates.before_day) and one.first[2:4] < ahead.first[2:4]


def _same_clause(story: Story, year: Told, one: Expression) -> bool:
    """Whether a year stands before an expression in its clause: "last year they met in June". One that is
    written out begins the clause, and the story did not go on to it: "in 1783 he had seen it from 19 May".
    """
    passed = story.latest is not None and story.latest.place != year.place
    if year.explicit and not (passed and begins_clause(story.text, year.place)):
        return False
    return not clause_ends_between(story.text, year.place, one.start)


def _year_of_counted(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year of a day that says which day a few words before it mean: "two weeks later, on 21 July"."""
    beside = story.named
    if beside is None or not beside.counted or one.first.unit is not Unit.DAY or one.last is not None:
        return None
    if one.start - beside.place > _AFTER_DAYS or ends_between(story.text, beside.place, one.start):
        return None
    if beside.moment.unit not in (Unit.WEEK, Unit.WEEKEND, Unit.DAY):
        return None
    begin, end = ordinal(beside.moment.first()), ordinal(beside.last.last())
    years = (beside.moment.year or 0, beside.last.last()[0])
    # "the 52 weeks ended March 28": the day is the last of them, and also nearly the first.
    is_last = beside.last.last()[1:] == (one.first.number, one.first.day)
    for year in dict.fromkeys(reversed(years) if is_last else years):
        if exists(year, one.first.number or 0, one.first.day or 0):
            day = ordinal(one.first._replace(year=year).first())
            if begin - _ABOUT_A_WEEK <= day <= end + _ABOUT_A_WEEK:
                return year, beside.place
    return None
