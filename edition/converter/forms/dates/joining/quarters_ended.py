"""Quarters of a firm's own year, of which the last day is said: "the fourth quarter ended Sept. 30"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from edition.converter.forms.dates.expression import Expression, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.languages import Language

_RULE = "quarter ended"
QUARTERS = ("quarter", "same_part")
"""The rules of what can be a quarter."""

_MONTHS = 3
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
    """The three months up to that of a day, as a quarter of the calendar where they are one. A firm that
    counts in weeks ends its quarter in the first days of a month, too: "ended Oct. 1".
    """
    month = day.number or _MONTHS
    if day.day is not None and day.day < _WEEK:
        month -= 1
        if not month:
            month, day = 12, day._replace(year=day.year and day.year - 1)
    if month % _MONTHS == 0:
        first = Moment(Unit.QUARTER, day.year, month // _MONTHS)
        return quarter._replace(rule=_RULE, first=first, relation=None)
    begin = month - _MONTHS + 1
    year = day.year if begin > 0 or day.year is None else day.year - 1
    first = Moment(Unit.MONTH, year, begin if begin > 0 else begin + 12)
    last = Moment(Unit.MONTH, day.year, month)
    return quarter._replace(rule=_RULE, first=first, last=last, stretch=Stretch.PERIOD, relation=None)


@cache
def _ended(language: Language) -> re.Pattern[str]:
    """The words between a quarter and the day on which it ended."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in language.dates.ended)
    return re.compile(rf",?\s+(?:{words or '(?!)'})\s+")
