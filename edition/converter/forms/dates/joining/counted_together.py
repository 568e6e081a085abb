"""Dates joined to one that alone says from where all are counted: "from April to July last", "the 8th and 9th
of May last year", "du 8 au 9 mai dernier", "from the 3d to the 5th inst.".
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Unit

_BETWEEN = 3  # words between two weekdays of one week
# The rules of days of a month that is counted.
_OF_A_MONTH = frozenset({"instant", "ultimo", "proximo", "day_same_month"})


def by_its_name(one: Expression) -> Expression | None:
    """An expression as if it only named its day, month or season, where it is counted from elsewhere in which
    year or month that is; one that is not counted as it is. None where it is counted otherwise.
    """
    relation = one.relation
    if relation is None:
        return one
    named = relation.named
    if named is None or one.last is not None:
        return None
    of_year = relation.unit is Unit.YEAR and named.number is not None
    of_month = one.rule in _OF_A_MONTH and named.day is not None
    return one._replace(first=named, relation=None) if of_year or of_month else None


def counted_like(one: Expression, other: Expression) -> Expression:
    """An expression that names itself or the end of its stretch, counted from where another is."""
    if other.relation is None or one.first.year is not None:
        return one
    return one._replace(relation=other.relation._replace(named=one.last or one.first))


def with_their_week(setting: Setting, found: list[Expression]) -> list[Expression]:
    """Expressions in order, the weekdays with the week that only the last of them says: "am Montag und
    Dienstag vergangener Woche".
    """
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        week = two.relation
        if one.rule != "weekday" or week is None or not week.within or week.unit is not Unit.WEEK:
            continue
        named, last = one.relation and one.relation.named, week.named and week.named.weekday
        if named is None or not last or not _are_joined(setting, one, two):
            continue
        before = (named.weekday or 0) > last  # "von Sonntag auf Montag vergangener Woche"
        counted = week._replace(named=named, amount=week.amount - before)
        found[at] = one._replace(rule=two.rule, relation=counted)
    return found


def _are_joined(setting: Setting, one: Expression, two: Expression) -> bool:
    """Whether nothing but what joins two days stands between them, with what stands before a day."""
    dates = setting.lexicon.language.dates
    ranges = dates.ranges
    joints = {*ranges.get("both", ()), *ranges.get("to", ()), *dates.either}
    between = setting.row.text[one.end : two.start].replace(",", " , ").split()
    small = joints.union(dates.before_lone_day, dates.before_day, dates.determiners)
    return 0 < len(between) <= _BETWEEN and between[0] in joints and small.issuperset(between)
