"""Dates with the longer unit in which they lie, where it is said right beside them: "Wednesday of last week",
"volgende week dinsdag", "the forties of the 19th century", "Easter of the following year".
"""

from __future__ import annotations

from collections.abc import Iterable

from edition.converter.forms.dates.calendar.feasts import FEAST, feast_day
from edition.converter.forms.dates.calendar.styles import OldStyle, weekday_in
from edition.converter.forms.dates.expression import Expression, Portion, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit, day_moment, shift_days, weekday_of
from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import BLANK

IF_FUTURE = "_if_future"  # how rules end that hold only where a sentence speaks of what is to come
WEEKS_ON = "hence"  # the rule of so many weeks from a day: "woensdag over een week"
# The rules by which one week is meant as a whole: no "two weeks later".
_OF_A_WEEK = frozenset(
    (
        "this",
        "last",
        "before_last",
        "next",
        "current",
        "gone",
        "gone_here",
        "coming",
        "following",
        "preceding",
        "same",
        "ago",
    )
) | {WEEKS_ON}
_NUMBERED = "century"  # the rule of a century by its number or name


def with_units_around(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, weekdays with their week, decades with their century, feasts with their year."""
    done: list[Expression] = []
    for one in found:
        whole = _whole(setting, done[-1], one) if done else None
        if whole is None:
            done.append(one)
        else:
            done[-1] = whole
    return done


def within(named: Moment, around: Moment) -> Moment | None:
    """The weekday, feast, month, season or decade that is meant, in the week, year or century around it; None
    where there is none.
    """
    if named.weekday is not None and named.day is None:
        return day_moment(shift_days(around.first(), named.weekday - weekday_of(around.first())))
    if named.time.startswith(FEAST):
        return None if around.year is None else feast_day(named.time.removeprefix(FEAST), around.year)
    if named.unit is Unit.DECADE:
        return named._replace(year=_of_century(named, around))
    return named._replace(year=around.year)


def weeks_from(day: Moment, weekday: int, weeks: int, style: OldStyle | None) -> Moment:
    """The weekday so many weeks after the one to come, seen from a day of a text that counts in its style:
    "woensdag over een week".
    """
    ahead = (weekday - weekday_in(day.first(), style)) % 7
    return day_moment(shift_days(day.first(), ahead + 7 * weeks))


def _whole(setting: Setting, before: Expression, one: Expression) -> Expression | None:
    if one.portion is not Portion.WHOLE or one.last is not None or one.stretch is not Stretch.ONE:
        return None
    if before.stretch is not Stretch.ONE or before.last is not None:
        return None
    if _is_weekday(before) and _is_week(one):
        named = before.relation and before.relation.named
        return _counted(before, one, named) if _is_beside(setting, before, one) else None
    if _is_week(before) and _is_weekday(one):
        if setting.gap(before, one) != BLANK or before.rule == WEEKS_ON:
            return None
        named = one.relation and one.relation.named
        return _counted(before, one, named, before)
    if not setting.joints.year_of.fullmatch(setting.gap(before, one)):
        return None
    if before.century_unsaid and before.first.unit is Unit.DECADE and _is_century(one):
        if one.relation is not None:
            return _counted(before, one, before.first)
        year = _of_century(before.first, one.first)
        first, rule = before.first._replace(year=year), f"{before.rule}, its century said"
        return before._replace(end=one.end, first=first, rule=rule, century_unsaid=False)
    named = before.relation and before.relation.named
    if named is not None and named.time.startswith(FEAST) and _is_counted(one, Unit.YEAR):
        return _counted(before, one, named)
    return None


def _counted(
    before: Expression, one: Expression, named: Moment | None, around: Expression | None = None
) -> Expression | None:
    """Two expressions as one: `named` in the unit that one of them counts (the second, if not `around`)."""
    relation = (around or one).relation
    if relation is None or named is None:
        return None
    rule = f"{(around or one).rule}, {named.unit.name.lower()} in it"
    return before._replace(
        end=one.end,
        rule=rule,
        relation=relation._replace(named=named, within=True),
        century_unsaid=False,
    )


def _is_weekday(one: Expression) -> bool:
    return one.rule == "weekday"


def _is_week(one: Expression) -> bool:
    return one.rule in _OF_A_WEEK and _is_counted(one, Unit.WEEK)


def _is_century(one: Expression) -> bool:
    said = one.rule == _NUMBERED and one.relation is None and not one.century_unsaid
    return said or _is_counted(one, Unit.CENTURY)


def _is_counted(one: Expression, unit: Unit) -> bool:
    relation = one.relation
    return relation is not None and relation.unit is unit and relation.named is None


def _is_beside(setting: Setting, before: Expression, one: Expression) -> bool:
    """Whether nothing stands between a weekday and its week but a blank, or one word for a place in time: "i
    förra veckan", "из прошлой недели".
    """
    gap = setting.gap(before, one)
    if gap == BLANK or setting.joints.year_of.fullmatch(gap):
        return True
    row, start = setting.row, setting.row.place(one.start)
    at = neighbours.before(row, start)
    if gap.strip(BLANK) != row.signs[at : at + 1] or not row.word(at).isalpha():
        return False
    joining = row.signs[at] in neighbours.signs_of("both", setting.lexicon)
    return not joining and neighbours.after_preposition(row, start, setting.lexicon)


def _of_century(decade: Moment, century: Moment) -> int:
    """The first year of a decade that is known by its tens, in a century."""
    return (century.year or 0) // 100 * 100 + (decade.year or 0) % 100
