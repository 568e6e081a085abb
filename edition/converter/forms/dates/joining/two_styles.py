"""Dates in two styles, and words that say the style or the era: "25 October (7 November) 1917",
"25/7 November 1917", "5 (18) January 1918", "11 February 1731/2", "3 March 1700 O.S.", "44 B.C.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.converter.forms.dates.calendar.calendars import IN_OLD_STYLE, julian_pair, old_style
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.forms.dates.signs.lexicon import FIGURES
from edition.converter.forms.dates.signs.row import Row

IN_TWO_STYLES = "day in two styles"  # the rule
_ANY_YEARS = (1650, 1750, 1850, 1950)  # in each of which the styles differ by another number of days
_SLASHED = re.compile(
    rf"(?<![{FIGURES}][.,:/-])(?P<old>[iabc])\.?"
    r"(?: ?/ ?(?P<new>[iabc])| ?[(\[] ?(?P<bracketed>[iabc])\.? ?[)\]])\.? ?$"
)
_PAIR_GAP = re.compile(r" ?[(\[/=] ?")
_DOUBLE_YEAR = re.compile(rf" ?[/-] ?(?P<year>[iabcdeo]|y)(?![{FIGURES}]|[.,:/-][{FIGURES}])")
_TRAILING = 4  # signs after a date in which what says its style or era begins
_LAST_MONTH = 3  # of the months in which a year that began in March had another number


def slashed_day(row: Row, month: Expression, begin: int) -> Expression | None:
    """A month with a day in two styles before it, from the sign `begin` on ("25/7 November", "5 (18)
    January"); else None.
    """
    first = month.first
    slashed = _SLASHED.search(row.signs, begin, row.place(month.start))
    if slashed is None or first.year is None:
        return None
    second = "new" if slashed.group("new") else "bracketed"
    days = [int(row.words(*slashed.span(name))) for name in ("old", second)]
    # Who writes for today's readers puts the new day first: "22 (10) April 1870".
    for old, new in (days, days[::-1]) if second == "bracketed" else (days,):
        if not exists(first.year, first.number or 1, new):
            continue
        day = Moment(Unit.DAY, first.year, first.number, new)
        pair = julian_pair(Moment(Unit.DAY, None, None, old), day)
        if pair is not None:
            start = row.starts[slashed.start("old")]
            return month._replace(start=start, first=day, written=pair, rule=IN_TWO_STYLES)
    return None


def paired(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, with two that are one day in the old style and in the new as one."""
    done: list[Expression] = []
    for one in found:
        if done and one.start < done[-1].end:
            continue  # the year after the bracket
        pair = _pair(setting, done[-1], one) if done else None
        if pair is not None:
            done[-1] = pair
        else:
            done.append(one)
    return done


def _pair(setting: Setting, one: Expression, two: Expression) -> Expression | None:
    """One day that stands in two styles, the new one in brackets or after a slash; None for two days."""
    row = setting.row
    if one.first.unit is not Unit.DAY or two.first.unit is not Unit.DAY or one.last or two.last:
        return None
    gap = _PAIR_GAP.fullmatch(row.signs, row.place(one.end), row.place(two.start))
    if gap is None:
        return None
    end, said = two.end, None
    if gap.group().strip() in "([":
        closing = setting.joints.pair_end.match(row.signs, _past_style(setting, two))
        if closing is None:
            return None
        end = row.starts[closing.end()]
        said = int(row.words(*closing.span("year"))) if closing.group("year") else None
    year = said or two.first.year or one.first.year
    for old, new in ((one, two), (two, one)):
        for known in (year,) if year is not None else _ANY_YEARS:
            written = julian_pair(old.first, new.first._replace(year=known))
            if written is None:
                continue
            if year is None:
                written = written._replace(first=f"-{written.first[4:]}")
            day = new.first._replace(year=year)
            return two._replace(start=one.start, end=end, first=day, written=written, rule=IN_TWO_STYLES)
    return None


def _past_style(setting: Setting, one: Expression) -> int:
    """The place after a date, and after the words that say its style, if there are any."""
    signs, place = setting.row.signs, setting.row.place(one.end)
    said = setting.joints.old.match(signs, place) or setting.joints.new.match(signs, place)
    return said.end() if said is not None else place


def with_style(setting: Setting, one: Expression) -> Expression:
    """An expression with what stands after it and says its era, its style or its second year."""
    if one.written is not None:
        return one
    row, joints = setting.row, setting.joints
    place = row.place(one.end)
    if joints.styling.isdisjoint(row.signs[place : place + _TRAILING]):
        return one
    era = joints.bce.match(row.signs, place)
    if era is not None and one.first.year is not None and one.first.year > 0:
        return _before_our_era(one, row.starts[era.end()])
    old = joints.old.match(row.signs, place)
    if old is not None:
        told = one._replace(end=row.starts[old.end()])
        return old_style(told, None, IN_OLD_STYLE) or told._replace(rule=f"{one.rule}, {IN_OLD_STYLE}")
    new = joints.new.match(row.signs, place)
    if new is not None:
        return one._replace(end=row.starts[new.end()], rule=f"{one.rule}, new style")
    return _with_second_year(row, one)


def _with_second_year(row: Row, one: Expression) -> Expression:
    """A date with two years, one that began in March and one that began in January: "11 February 1731/2"."""
    double = _DOUBLE_YEAR.match(row.signs, row.place(one.end))
    first = one.first
    if double is None or first.year is None or one.last or first.unit not in (Unit.DAY, Unit.MONTH):
        return one
    figures = row.words(*double.span("year"))
    year = int(str(first.year)[: -len(figures)] + figures)
    if year != first.year + 1 or (first.number or 12) > _LAST_MONTH:
        return one
    told = one._replace(end=row.starts[double.end()])
    return old_style(told, year, "year in two styles") or told


def _before_our_era(one: Expression, end: int) -> Expression:
    """An expression after which "B.C." stands: "the 3rd century B.C."."""

    def moved(moment: Moment) -> Moment:
        length = {Unit.CENTURY: 99, Unit.DECADE: 9}.get(moment.unit, 0)
        return moment._replace(year=1 - (moment.year or 0) - length)

    last = None if one.last is None else moved(one.last)
    return one._replace(end=end, first=moved(one.first), last=last, century_unsaid=False)
