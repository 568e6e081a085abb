"""Years after a date that are counted from elsewhere ("14 October last year", "May of the following year") or
stand apart: "Aprl. 14th. 1772"; and years before it: "1772. Aprl. 14th.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit

YEAR_COUNTED = ", its year counted"
"""What the rule of a date adds whose year is counted from another: "May of that year"."""
_AFTER_STOP = re.compile(r"[.,]{1,2} ")
_BEFORE_DAY = re.compile(r"[.,]? ")
_WHICH = frozenset({"this", "last", "next"})
_NEAR_UNITS = frozenset({Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.SEASON})
_CENTURY = 100  # years
_OF_A_YEAR = frozenset({Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.HALF})
_SAME = _OF_A_YEAR | {Unit.WEEK}  # what can be "the same" in another year


def with_years_after(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, those without a year with that which stands right after them."""
    done: list[Expression] = []
    for one in found:
        if done and _is_year_apart(setting, done[-1], one):
            before = done[-1]
            first = before.first._replace(year=one.first.year)
            done[-1] = before._replace(end=one.end, first=first, rule=f"{before.rule}, its year apart")
        elif done and _is_year_before(setting, done[-1], one):
            first = one.first._replace(year=done[-1].first.year)
            done[-1] = one._replace(start=done[-1].start, first=first, rule=f"{one.rule}, its year apart")
        elif done and _is_in_another_decade(setting, done[-1], one):
            done[-1] = one
        elif done and _says_year_of(setting, done[-1], one):
            named = done[-1].relation.named if done[-1].relation is not None else None
            first = (named or done[-1].first)._replace(year=one.first.year)
            done[-1] = done[-1]._replace(end=one.end, first=first, relation=None)
        elif done and _is_year_of(setting, done[-1], one) and one.relation is not None:
            before = done[-1]
            relation = one.relation._replace(named=before.first, within=True)
            rule = f"{before.rule}{YEAR_COUNTED}"
            done[-1] = before._replace(end=one.end, rule=rule, relation=relation)
        elif done and _is_same_of_year(setting, done[-1], one):
            done[-1] = _same_of_year(done[-1], one)
        elif done and one.relation is not None and _says_month_of(setting, done[-1], one):
            before = done[-1]
            ago = before.relation._replace(near=one.relation) if before.relation else None
            done[-1] = before._replace(end=one.end, rule="ago_to_the_day", relation=ago)
        else:
            done.append(one)
    return done


def _is_year_apart(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether a year after a full stop is that of the day before it: "Aprl. 14th. 1772."."""
    row, first = setting.row, before.first
    if one.rule != "year" or not one.absolute or first.year is not None or before.relation is not None:
        return False
    if first.number is None or first.unit is not Unit.DAY or before.last is not None:
        return False
    if _AFTER_STOP.fullmatch(row.text, before.end, one.start) is None:
        return False
    following = row.text[one.end : one.end + 1]
    return not following or following in ".,;:\n)]"


def _is_in_another_decade(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether two figures that could be a decade cannot be one in the year after them: "the price rose into
    the mid-30s in 1983", "in her early 40s in 1918".
    """
    decade, year = before.first.year, one.first.year
    if not before.century_unsaid or decade is None or year is None or one.relation is not None:
        return False
    if before.first.unit is not Unit.DECADE or one.first.unit > Unit.YEAR or not 0 < decade < _CENTURY:
        return False
    between = setting.row.text[before.end : one.start].strip()
    return year % _CENTURY // 10 != decade // 10 and between in setting.lexicon.language.dates.placing


def _is_year_before(setting: Setting, year: Expression, one: Expression) -> bool:
    """Whether a year at the beginning of a paragraph is that of the day after it: "1772. Aprl. 14th."."""
    row, first = setting.row, one.first
    if year.start or year.first.unit is not Unit.YEAR or not year.absolute or year.last is not None:
        return False
    if first.unit is not Unit.DAY or first.number is None or first.year is not None or one.last is not None:
        return False
    return one.relation is None and _BEFORE_DAY.fullmatch(row.text, year.end, one.start) is not None


def _is_same_of_year(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether a year follows "the same quarter" or "the same month", in which that is meant."""
    relation = before.relation
    if relation is None or relation.anchor is not Anchor.SAME or relation.named is not None:
        return False
    if relation.unit not in _SAME or relation.unit is Unit.DAY:
        return False
    counted = one.relation is not None and one.relation.unit is Unit.YEAR and one.relation.named is None
    said = one.absolute and one.last is None and one.first.unit is Unit.YEAR
    plain = one.portion is Portion.WHOLE and before.portion is Portion.WHOLE
    return plain and (counted or said) and bool(setting.joints.year_of.fullmatch(setting.gap(before, one)))


def _same_of_year(before: Expression, one: Expression) -> Expression:
    """The unit that was told, in another year. Its number is known from what was told."""
    unit = before.relation.unit if before.relation is not None else Unit.YEAR
    year = one.relation or Relation(Anchor.SAME, 0, Unit.YEAR)
    relation = year._replace(named=Moment(unit, one.first.year), within=True)
    return before._replace(end=one.end, rule=f"{before.rule}{YEAR_COUNTED}", relation=relation)


def _says_year_of(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether a year is that of "the coming 2 December" right before it."""
    if before.relation is None or before.relation.named is None or not before.relation.amount:
        return False
    named = before.relation.named
    if not one.absolute or one.last is not None or one.first.unit is not Unit.YEAR or named.number is None:
        return False
    return bool(setting.joints.year_of.fullmatch(setting.gap(before, one)))


def _is_year_of(setting: Setting, before: Expression, one: Expression) -> bool:
    relation, first = one.relation, before.first
    if relation is None or relation.unit is not Unit.YEAR or relation.named is not None:
        return False
    if one.portion is not Portion.WHOLE or _begins_with_after(setting, one):
        return False
    if before.relation is not None or before.last is not None or first.year is not None:
        return False
    if first.unit not in _OF_A_YEAR or first.number is None:
        return False
    return bool(setting.joints.year_of.fullmatch(setting.gap(before, one)))


def _begins_with_after(setting: Setting, one: Expression) -> bool:
    """Whether a phrase says how long something had lasted on a day: "will retire June 30 after 22 years"."""
    first = setting.row.text[one.start : one.end].split(maxsplit=1)[0].lower()
    return one.rule == "later" and first in setting.lexicon.language.dates.vague.get("after", ())


def _says_month_of(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether "this month", "last week" or "next May" says which of "two years ago" right before it is
    meant.
    """
    ago, now = before.relation, one.relation
    if ago is None or now is None or before.rule != "ago" or ago.unit is not Unit.YEAR:
        return False
    if now.anchor is not Anchor.WRITING or abs(now.amount) > 1 or now.within or one.rule not in _WHICH:
        return False
    unit = now.unit if now.named is None else now.named.unit
    return unit in _NEAR_UNITS and not setting.gap(before, one).strip()
