"""The values of dates in TEI's attributes (Guidelines 13.1.2 and 3.6.4, class att.datable.w3c).

`@when` where a date is a day, a month or a year. `@from` and `@to` where it lasts, and for units that the
calendar knows but `@when` cannot write: quarters, weeks, decades, centuries. `@notBefore` and `@notAfter`
where it lies somewhere in a stretch: seasons, parts of a year, "between", "before" and "after". `@precision`
says "about". The year 0 (1 BCE) has no value: the datatypes of XML Schema know none.
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression, Portion, Stretch
from edition.converter.forms.dates.moment import (
    DAY,
    MONTH,
    YEAR,
    Day,
    Moment,
    Unit,
    iso_day,
    iso_year,
    month_end,
    shift_days,
)

Attributes = tuple[tuple[str, str], ...]
_BEFORE, _AFTER, _ABOUT = Stretch.BEFORE, Stretch.AFTER, Stretch.ABOUT
_NO_YEAR = "0000"
_LEAP_YEAR = 2000
_PARTS = {  # the number of the part, and of how many
    Portion.EARLY: (0, 3),
    Portion.MIDDLE: (1, 3),
    Portion.LATE: (2, 3),
    Portion.FIRST_HALF: (0, 2),
    Portion.SECOND_HALF: (1, 2),
    Portion.FIRST_QUARTER: (0, 4),
    Portion.SECOND_QUARTER: (1, 4),
    Portion.THIRD_QUARTER: (2, 4),
    Portion.FOURTH_QUARTER: (3, 4),
}
_DAYS_OF_A_MONTH = {2: (1, 16), 3: (1, 11, 21)}  # with which its parts begin
_DAYS_OF_A_WEEK = {2: (0, 3), 3: (0, 2, 5)}


def attributes_of(expression: Expression, first: Moment, last: Moment | None = None) -> Attributes:
    """TEI attributes of an expression whose moments are known: `first`, and `last` where it is a stretch."""
    more: Attributes = (("dur", expression.duration),) if expression.duration else ()
    if expression.written is not None:
        custom = expression.written
        said = (
            (("when-custom", custom.first),)
            if not custom.last
            else (("from-custom", custom.first), ("to-custom", custom.last))
        )
        more += (*said, ("calendar", f"#{custom.calendar}"))
    value = _value(expression, first, last)
    return (*[(name, said) for name, said in value if not said.startswith(_NO_YEAR)], *more)


def _value(expression: Expression, first: Moment, last: Moment | None) -> Attributes:
    stretch, portion = expression.stretch, expression.portion
    if portion and last is None and first.unit is not DAY:
        begin, end = part_of(first, portion)
        return (("notBefore", begin), ("notAfter", end))
    if stretch is _BEFORE:
        return (("notAfter", _end(first)),)
    if stretch is _AFTER:
        return (("notBefore", _begin(first)),)
    if last is not None:
        names = ("notBefore", "notAfter") if stretch is Stretch.BETWEEN else ("from", "to")
        begin = part_of(first, portion)[0] if portion else _begin(first)
        return ((names[0], begin), (names[1], _end(last)))
    value = when(first)
    if value is not None:
        about = (("precision", "low"),) if stretch is _ABOUT else ()
        return (("when", value), *about)
    names = ("notBefore", "notAfter") if first.unit is Unit.SEASON or stretch is _ABOUT else ("from", "to")
    return ((names[0], _begin(first)), (names[1], _end(first)))


def partial(first: Moment, last: Moment | None = None, portion: Portion = Portion.WHOLE) -> Attributes:
    """The value of days and months without a year, as far as it goes: `--11-08`, `--11`; else none."""
    if first.year is not None or first.number is None or first.unit not in (Unit.DAY, Unit.MONTH):
        return ()
    if last is not None:
        begin, end = _without_year(first), _without_year(last)
        return (("from", begin), ("to", end)) if begin and end and begin < end else ()
    if portion is not Portion.WHOLE and first.unit is Unit.MONTH:
        begin, end = (day[4:] for day in part_of(first._replace(year=_LEAP_YEAR), portion))
        return (("notBefore", f"-{begin}"), ("notAfter", f"-{end}"))
    value = _without_year(first)
    return (("when", value),) if value else ()


def times_of(one: Expression) -> Attributes:
    """The value of a time of day without its day; of one that can be in either half, both."""
    if one.last is None:
        return (("when", one.first.time),)
    return (("notBefore", one.first.time), ("notAfter", one.last.time))


def _without_year(moment: Moment) -> str:
    if moment.number is None or moment.year is not None:
        return ""
    if moment.unit is Unit.DAY and moment.day is not None:
        return f"--{moment.number:02d}-{moment.day:02d}"
    return f"--{moment.number:02d}" if moment.unit is Unit.MONTH else ""


def when(moment: Moment) -> str | None:
    """The value of a day, a month or a year; None for other units."""
    unit, year = moment.unit, moment.year
    if year is None:
        return None
    if unit is DAY:
        return iso_day(moment.first()) + (f"T{moment.time}" if moment.time else "")
    if unit is MONTH:
        return f"{iso_year(year)}-{moment.number:02d}"
    return iso_year(year) if unit is YEAR else None


def part_of(moment: Moment, portion: Portion) -> tuple[str, str]:
    """Where a part of a unit begins and ends: months of a year or season, days of a month, years of more. The
    whole unit where the calendar does not divide it so.
    """
    if portion is Portion.WHOLE:
        return _begin(moment), _end(moment)
    part, parts = _PARTS[portion]
    first, last = moment.first(), moment.last()
    if moment.unit in (Unit.CENTURY, Unit.DECADE):
        length = last[0] - first[0] + 1
        begins = [first[0] - (-length * number // parts) for number in (part, part + 1)]
        return iso_year(begins[0]), iso_year(begins[1] - 1)
    months = {Unit.YEAR: 12, Unit.HALF: 6, Unit.QUARTER: 3, Unit.SEASON: 3}.get(moment.unit, 1)
    if months > 1 and not months % parts:
        months //= parts
        count = first[0] * 12 + first[1] - 1 + months * part
        return _month(count), _month(count + months - 1)
    if moment.unit is Unit.MONTH and parts in _DAYS_OF_A_MONTH:
        days = (*_DAYS_OF_A_MONTH[parts], last[2] + 1)
        return iso_day((*first[:2], days[part])), iso_day((*first[:2], days[part + 1] - 1))
    if moment.unit is Unit.WEEK and parts in _DAYS_OF_A_WEEK:
        days = (*_DAYS_OF_A_WEEK[parts], 7)
        return iso_day(shift_days(first, days[part])), iso_day(shift_days(first, days[part + 1] - 1))
    return _begin(moment), _end(moment)


def _month(count: int) -> str:
    return f"{iso_year(count // 12)}-{count % 12 + 1:02d}"


def _begin(moment: Moment) -> str:
    return when(moment) or _shortest(moment.first(), moment, first=True)


def _end(moment: Moment) -> str:
    return when(moment) or _shortest(moment.last(), moment, first=False)


def _shortest(day: Day, moment: Moment, *, first: bool) -> str:
    """A limit of a unit, with no more figures than it needs."""
    if moment.unit in (Unit.CENTURY, Unit.DECADE):
        return iso_year(day[0])
    if moment.unit in (Unit.WEEK, Unit.WEEKEND):
        return iso_day(day)
    edge = day[2] == 1 if first else day == month_end(day[0], day[1])
    return f"{iso_year(day[0])}-{day[1]:02d}" if edge else iso_day(day)
