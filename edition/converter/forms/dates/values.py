"""The values of dates in TEI's attributes (Guidelines 13.1.2 and 3.6.4, class att.datable.w3c).

`@when` where a date is a day, a month or a year. `@from` and `@to` where it lasts, and for units that the
calendar knows but `@when` cannot write: quarters, weeks, decades, centuries. `@notBefore` and `@notAfter`
where it lies somewhere in a stretch: seasons, parts of a year, "between", "before" and "after". `@precision`
says "about". The year 0 (1 BCE) has no value: the datatypes of XML Schema know none.
"""

from __future__ import annotations

from edition.converter.forms.dates.expression import COUNTED_PORTIONS, Expression, Portion, Stretch
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    iso_day,
    iso_year,
    month_end,
    ordinal,
    shift_days,
)

Attributes = tuple[tuple[str, str], ...]
_NO_YEAR = "0000"
_LEAP_YEAR = 2000
_COUNTED = {  # which of how many
    Portion.FIRST_HALF: (0, 2),
    Portion.SECOND_HALF: (1, 2),
    Portion.FIRST_QUARTER: (0, 4),
    Portion.LAST_QUARTER: (3, 4),
}
_PARTS = {Portion.EARLY: 0, Portion.MIDDLE: 1, Portion.LATE: 2}


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
    stretch = expression.stretch
    if last is None and expression.portion is not Portion.WHOLE and first.unit is not Unit.DAY:
        begin, end = part_of(first, expression.portion)
        if expression.portion in COUNTED_PORTIONS:
            return (("from", begin), ("to", end))
        return (("notBefore", begin), ("notAfter", end))
    if stretch is Stretch.BEFORE:
        return (("notAfter", _end(first)),)
    if stretch is Stretch.AFTER:
        return (("notBefore", _begin(first)),)
    if last is not None:
        names = ("notBefore", "notAfter") if stretch is Stretch.BETWEEN else ("from", "to")
        begin = part_of(first, expression.portion)[0] if expression.portion else _begin(first)
        return ((names[0], begin), (names[1], _end(last)))
    value = when(first)
    if value is not None:
        about = (("precision", "low"),) if stretch is Stretch.ABOUT else ()
        return (("when", value), *about)
    names = (
        ("notBefore", "notAfter") if first.unit is Unit.SEASON or stretch is Stretch.ABOUT else ("from", "to")
    )
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
        if portion in COUNTED_PORTIONS:
            return (("from", f"-{begin}"), ("to", f"-{end}"))
        return (("notBefore", f"-{begin}"), ("notAfter", f"-{end}"))
    value = _without_year(first)
    return (("when", value),) if value else ()


def _without_year(moment: Moment) -> str:
    if moment.number is None or moment.year is not None:
        return ""
    if moment.unit is Unit.DAY and moment.day is not None:
        return f"--{moment.number:02d}-{moment.day:02d}"
    return f"--{moment.number:02d}" if moment.unit is Unit.MONTH else ""


def when(moment: Moment) -> str | None:
    """The value of a day, a month or a year; None for other units."""
    if moment.year is None:
        return None
    if moment.unit is Unit.DAY:
        return iso_day(moment.first()) + (f"T{moment.time}" if moment.time else "")
    if moment.unit is Unit.MONTH:
        return f"{iso_year(moment.year)}-{moment.number:02d}"
    return iso_year(moment.year) if moment.unit is Unit.YEAR else None


def part_of(moment: Moment, portion: Portion) -> tuple[str, str]:
    """Where a third of a unit begins and ends, or a half or quarter: months of a year or season, days of a
    month, years of more.
    """
    if portion is Portion.WHOLE:
        return _begin(moment), _end(moment)
    if portion in COUNTED_PORTIONS:
        return _counted_part(moment, *_COUNTED[portion])
    third = _PARTS[portion]
    first, last = moment.first(), moment.last()
    if moment.unit in (Unit.CENTURY, Unit.DECADE):
        length = last[0] - first[0] + 1
        begin = first[0] + (length * third + 2) // 3
        end = first[0] + (length * (third + 1) + 2) // 3 - 1
        return iso_year(begin), iso_year(end)
    if moment.unit in (Unit.YEAR, Unit.HALF, Unit.QUARTER, Unit.SEASON):
        months = {Unit.YEAR: 4, Unit.HALF: 2}.get(moment.unit, 1)
        count = first[0] * 12 + first[1] - 1 + months * third
        return _month(count), _month(count + months - 1)
    if moment.unit is Unit.MONTH:
        begin_day = (1, 11, 21)[third]
        end_day = (10, 20, last[2])[third]
        return iso_day((*first[:2], begin_day)), iso_day((*first[:2], end_day))
    if moment.unit is Unit.WEEK:
        begins, ends = ((0, 1), (2, 4), (5, 6))[third]
        return iso_day(shift_days(first, begins)), iso_day(shift_days(first, ends))
    return iso_day(first), iso_day(last)


def _counted_part(moment: Moment, number: int, count: int) -> tuple[str, str]:
    """Where a part of a unit begins and ends, the `number`th of `count` of one length. A half of February ends
    on the 14th, as one of any month on the 15th.
    """
    first, last = moment.first(), moment.last()
    if moment.unit in (Unit.CENTURY, Unit.DECADE):
        length = last[0] - first[0] + 1
        begin, end = (first[0] + length * edge // count for edge in (number, number + 1))
        return iso_year(begin), iso_year(end - 1)
    if moment.unit in (Unit.YEAR, Unit.HALF):
        months = (last[1] - first[1] + 1) // count
        begin = first[0] * 12 + first[1] - 1 + months * number
        return _month(begin), _month(begin + months - 1)
    length = ordinal(last) - ordinal(first) + 1
    begin, end = (length * edge // count for edge in (number, number + 1))
    return iso_day(shift_days(first, begin)), iso_day(shift_days(first, end - 1))


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
