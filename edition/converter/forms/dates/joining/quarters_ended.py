"""Quarters of a firm's own year, of which the last day is said: "the fourth quarter ended Sept. 30"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Relation, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    shift_days,
    shifted,
)
from edition.converter.languages import Language

QUARTER_ENDED = "quarter ended"
"""The rule of a quarter of which the last day is said right after it."""
SPAN_ENDED = "span ended"
"""The rule of so much other time up to a day that is said right after it."""
ENDED = frozenset({QUARTER_ENDED, SPAN_ENDED})
QUARTERS = frozenset({"quarter", "same_part"})
"""The rules of what can be a quarter."""

_MONTHS = 3
_MONTHS_OF_A_YEAR = 12
_WEEK = 7  # days


def with_quarters_ended(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, with the months of quarters right after which it is said when they ended."""
    done: list[Expression] = []
    for one in found:
        if done and _is_quarter(done[-1]) and _ends_on(setting, done[-1], one):
            done[-1] = _until(done[-1], one.first)
        done.append(one)
    return done


def _is_quarter(one: Expression) -> bool:
    return one.rule in QUARTERS and one.first.unit is Unit.QUARTER and one.last is None


def _ends_on(setting: Setting, quarter: Expression, day: Expression) -> bool:
    first = day.first
    if first.unit is not Unit.DAY or first.number is None or day.last is not None or day.relation is not None:
        return False
    between = setting.row.text[quarter.end : day.start]
    return _ended(setting.lexicon.language).fullmatch(between) is not None


def _until(quarter: Expression, day: Moment) -> Expression:
    """The three months up to that of a day; where its year is not said, to be found with it."""
    if day.year is None:
        relation = Relation(Anchor.SAME, _MONTHS, Unit.MONTH, day)
        return quarter._replace(rule=QUARTER_ENDED, first=Moment(Unit.QUARTER), relation=relation)
    first, last = ended(day, _MONTHS, Unit.MONTH)
    stretch = Stretch.PERIOD if last is not None else Stretch.ONE
    return quarter._replace(rule=QUARTER_ENDED, first=first, last=last, stretch=stretch, relation=None)


def ended(end: Moment, amount: int, unit: Unit) -> tuple[Moment, Moment | None]:
    """The first moment of so many months, weeks or years up to a day or month with its year, and the last,
    where they are no quarter, half or year of the calendar.
    """
    if unit is Unit.WEEK:
        return day_moment(shift_days(end.first(), 1 - _WEEK * amount)), day_moment(end.first())
    last = _last_month(end)
    first = shifted(last, 1 - amount * (_MONTHS_OF_A_YEAR if unit is Unit.YEAR else 1), Unit.MONTH)
    for whole in (Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR):
        one = containing(whole, first.first())
        if one.first() == first.first() and one.last() == last.last():
            return one, None
    return first, last


def _last_month(end: Moment) -> Moment:
    """The month with which a time ends: a firm that counts in weeks ends its quarter in the first days of a
    month, too: "ended Oct. 1".
    """
    month = containing(Unit.MONTH, end.first())
    early = end.day is not None and end.day < _WEEK
    return shifted(month, -1, Unit.MONTH) if early else month


def has_ended(text: str, end: int, language: Language) -> bool:
    """Whether it is said right after a quarter that it has ended, and not that it ends."""
    between = _ended(language).match(text, end)
    return between is not None and not language.dates.past.isdisjoint(between.group().lower().split())


def words_of_end(language: Language) -> str:
    """The pattern of the words between a time and the day or month with which it ends: "ending in"."""
    dates = language.dates
    words = one_of(dates.ended)
    return rf"(?:{words})(?:\s+(?:{one_of((*dates.placing, *dates.happens_on))}))?"


def one_of(words: Iterable[str]) -> str:
    """The pattern of one of several phrases, with any blanks between their words."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or "(?!)"


@cache
def _ended(language: Language) -> re.Pattern[str]:
    """The words between a quarter and the day on which it ended."""
    return re.compile(rf",?\s+{words_of_end(language)}\s+")
