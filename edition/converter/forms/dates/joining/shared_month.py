"""What stands before a date and shares its month, year or century: "8–12 November", "3 and 4 July 1863",
"May to June 1918", "the 18th and 19th centuries".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.converter.forms.dates.calendar.calendars import julian_pair
from edition.converter.forms.dates.expression import ENTRY, Expression, Stretch
from edition.converter.forms.dates.joining.centuries import with_other_century
from edition.converter.forms.dates.joining.counted_together import by_its_name, counted_like
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.joining.two_styles import IN_TWO_STYLES, slashed_day
from edition.converter.forms.dates.moment import DAY, MONTH, Moment, Unit, exists
from edition.converter.forms.dates.signs.neighbours import plays_before
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.surroundings import REACH, after_clock_word

_CENTURY = Unit.CENTURY
_LONE = frozenset({"day", "day_number", ENTRY})  # the rules of days without a month
_LINK = 6  # signs before a date in which what links it to a day before it begins
_FIGURE = re.compile(r"\d+")


def with_days_before(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, with the days, months and centuries before them that they say more of."""
    row = setting.row
    done: list[Expression] = []
    covered = 0  # where the last expression ends that is no lone day
    for one in found:
        if not _is_linked(setting, one) and one.first.unit is not _CENTURY:
            done.append(one)
            covered = covered if _is_lone_day(one) else one.end
            continue
        whole, more = one, list[Expression]()
        unit, limit = one.first.unit, row.place(covered)
        begin = max(limit, row.place(one.start) - REACH)
        name = by_its_name(one)
        if name is not None and unit is DAY and (name.first.number is not None or name is not one):
            whole, more = _days_before(setting, name, limit)
            whole = one if whole is name else counted_like(whole, one)
            more = [counted_like(day, one) for day in more]
            first = min(day.start for day in (*more, whole))
            while done and _is_lone_day(done[-1]) and done[-1].end > first:
                done.pop()  # "el 3 hasta el 5 de mayo"
        elif name is not None and unit is MONTH and one.last is None:
            whole = slashed_day(row, name, begin) or _months(setting, name, begin)
            whole = one if whole is name else counted_like(whole, one)
            while done and _is_lone_day(done[-1]) and done[-1].end > whole.start:
                lone = done.pop()  # "dnia 5 (17) maja"
                if lone.first.weekday is not None:
                    whole = whole._replace(start=min(lone.start, whole.start))
        elif unit is _CENTURY and one.last is None:
            whole = with_other_century(setting, one, begin)
            while done and _is_lone_day(done[-1]) and done[-1].end > whole.start:
                done.pop()  # "from the 15th to the 17th century"
        done.extend([*more, whole])
        if not _is_lone_day(whole):
            covered = whole.end
    return done


def _is_linked(setting: Setting, one: Expression) -> bool:
    """Whether something before a date may link a day to it. One of another calendar has its own month."""
    row = setting.row
    place = row.place(one.start)
    before = row.signs[max(0, place - _LINK) : place]
    return one.written is None and not setting.joints.linking.isdisjoint(before)


def _is_lone_day(one: Expression) -> bool:
    """Whether a day says its number and nothing else."""
    if one.rule not in _LONE or one.first.number is not None:
        return False
    return one.first.weekday is None or one.rule == ENTRY


def _days_before(setting: Setting, one: Expression, limit: int) -> tuple[Expression, list[Expression]]:
    """A date with the day before it from which it lasts, or with its day in another style; and the days that
    only share its month.
    """
    row, joints = setting.row, setting.joints
    place = row.place(one.start)
    match = joints.day_to.search(row.signs, max(limit, place - REACH), place)
    day = _day_of(match, row, one) if match else None
    if match and day:
        if "/" in (match.group("to") or ""):
            pair = julian_pair(day, one.first)
            if pair is not None:
                start = row.starts[match.start("day")]
                return one._replace(start=start, rule=IN_TWO_STYLES, written=pair), []
            if one.last is None and day.day == (one.first.day or 0) - 1 and day.number is not None:
                return _stretch(row, one, day, match), []  # "the night of the 2nd/3rd August"
        elif _may_begin(day, one) and _is_whole(match) and not _is_hour(setting, match):
            return _stretch(row, one, day, match), []
    more = _sharing_month(setting, one, limit)
    if len(more) == 1 and more[0].first.day == (one.first.day or 0) - 1 and one.last is None:
        start, first = more[0].start, more[0].first
        rule = f"{one.rule}, two days"
        between = row.text[more[0].end : one.start].split()
        either = not setting.lexicon.language.dates.alternatives.isdisjoint(between)
        stretch = Stretch.BETWEEN if either else Stretch.PERIOD
        return one._replace(start=start, first=first, last=one.first, stretch=stretch, rule=rule), []
    return one, more


def _may_begin(day: Moment, one: Expression) -> bool:
    """Whether a day comes before that of a date that does not last itself."""
    if day.day is None or one.first.day is None or one.last is not None:
        return False
    return day.day < one.first.day


def _is_hour(setting: Setting, match: re.Match[str]) -> bool:
    """Whether the number is an hour: "alle 6 fino a venerdì 26 settembre"."""
    return after_clock_word(setting.row, match.start("day"), setting.lexicon)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether "between" goes with "and", and neither stands alone."""
    return bool(match.group("between")) == bool(match.group("and"))


def _stretch(row: Row, one: Expression, first: Moment, match: re.Match[str]) -> Expression:
    """A day or month with the first of its unit before it, as what stands before it says: from, between."""
    begins = (
        match.start(name) for name in ("between", "from", "day", "month") if name in match.re.groupindex
    )
    start = row.starts[next(begin for begin in begins if begin >= 0)]
    if match.group("between"):
        stretch, rule = Stretch.BETWEEN, f"{one.rule}, between"
    else:
        stretch, rule = Stretch.PERIOD, f"{one.rule}, from and to"
    return one._replace(start=start, first=first, last=one.first, stretch=stretch, rule=rule)


def _sharing_month(setting: Setting, one: Expression, limit: int) -> list[Expression]:
    """The days before a date that share its month and year: "3, 5 and 9 July 1863"."""
    row = setting.row
    more: list[Expression] = []
    at = row.place(one.start)
    while match := setting.joints.day_and.search(row.signs, max(limit, at - REACH), at):
        day = _day_of(match, row, one)
        if day is None or plays_before("numbered", row, match.start(), setting.lexicon):
            break
        if day.day is not None and one.first.day is not None and day.day >= one.first.day:
            break
        at = match.start("day")
        more.insert(0, Expression(row.starts[at], row.starts[match.end("day")], f"{one.rule}, shared", day))
    return more


def _day_of(match: re.Match[str], row: Row, one: Expression) -> Moment | None:
    """The day that a match names, in the month and year of the date after it; without them where it can only
    be one of another style.
    """
    figures = _FIGURE.match(row.words(*match.span("day")))
    day = int(figures.group()) if figures else 0
    if day and exists(one.first.year, one.first.number or 1, day):
        return Moment(Unit.DAY, one.first.year, one.first.number, day)
    return Moment(Unit.DAY, None, None, day) if "/" in match.group() and 1 <= day <= 31 else None


def _months(setting: Setting, one: Expression, begin: int) -> Expression:
    """A month with the month before it: "May–June 1918", "from May to June 1918"."""
    row, values = setting.row, setting.lexicon.values
    match = setting.joints.month_to.search(row.signs, begin, row.place(one.start))
    if match is None:
        return one
    name = row.words(*match.span("month"))
    number = values.get(("month", name)) or values.get(("month.", name)) or 0
    if not number or number >= (one.first.number or 0) or not _is_whole(match):
        return one
    return _stretch(row, one, one.first._replace(number=number), match)
