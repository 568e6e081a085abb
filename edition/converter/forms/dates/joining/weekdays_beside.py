"""Weekdays beside a day that they say more of: "9 January, Friday", "Freitag, den 6.", and at the beginning
of an entry of a diary, in a sentence of their own, "9 January. Friday.".
"""

from __future__ import annotations

from collections.abc import Iterable

from edition.converter.forms.dates.calendar.calendars import from_julian
from edition.converter.forms.dates.expression import Anchor, Expression, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import DAY, Unit, weekday_of
from edition.converter.forms.dates.signs.neighbours import after, signs_of
from edition.converter.forms.dates.signs.row import Row

_ONE = Stretch.ONE
_SATURDAY = 6
_SET_OFF = frozenset(".,;:)]—–")
_MARKS = " _*/["
_OPENED = {"(": ")", "[": "]"}


def with_weekdays_beside(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, the days with the weekdays right before and after them."""
    done: list[Expression] = []
    for one in found:
        if done and one.start < done[-1].end:
            continue  # a weekday that its day has taken in
        day = _with_weekday_before(setting, done[-1], one) if done else None
        if day is not None:
            done[-1] = day
            continue
        done += _with_weekday_after(setting, one)
    return done


def _with_weekday_before(setting: Setting, weekday: Expression, one: Expression) -> Expression | None:
    """A day without its month, with the weekday before its article ("Freitag, den 6."), or a date with its
    weekday and the part of the day ("Tuesday evening, 14 March"); None for others.
    """
    if weekday.rule != "weekday" or one.last is not None or one.first.weekday is not None:
        return None
    if one.relation is None:
        named = weekday.first.weekday or 0
        at_night = one.first.number is not None and _is_part_of_day(setting, weekday.end, one.start)
        dated = at_night and one.first.unit is Unit.DAY and one.written is None and fits_weekday(one, named)
        return _of_weekday(one, named)._replace(start=weekday.start) if dated else None
    if one.rule != "day" or one.relation.anchor is not Anchor.SAME:
        return None
    gap = setting.gap(weekday, one).replace(" ", "").removeprefix(",")
    articles = signs_of("determiner", setting.lexicon) | signs_of("article", setting.lexicon)
    if len(gap) != 1 or gap not in articles:
        return None
    return _of_weekday(one, weekday.first.weekday or 0)._replace(start=weekday.start)


def with_days_said_twice(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, two days with what says before them which days of the week they are: "am
    Wochenende, Samstag/Sonntag, 18./19. Mai".
    """
    done: list[Expression] = []
    for one in found:
        if done and _is_of_two_days(one):
            days = _with_two_weekdays(setting, done, one)
            done.append(_with_weekend(setting, done, days))
        else:
            done.append(one)
    return done


def _is_of_two_days(one: Expression) -> bool:
    last = one.last
    if one.first.unit is not DAY or one.relation is not None or last is None or last.day is None:
        return False
    return last.number == one.first.number and last.day - (one.first.day or 0) == 1


def _with_two_weekdays(setting: Setting, done: list[Expression], one: Expression) -> Expression:
    """Two days with the two weekdays before them, the first of which is the last of those `done`."""
    before, gap = done[-1], setting.row.text[done[-1].end : one.start]
    second = setting.lexicon.values.get(("weekday", gap[1:].rstrip(", ")))
    named = before.first.weekday
    if before.rule != "weekday" or gap[:1] != "/" or not named or second != named % 7 + 1:
        return one
    done.pop()
    return _of_weekday(one, named)._replace(start=before.start)


def _with_weekend(setting: Setting, done: list[Expression], one: Expression) -> Expression:
    """Two days with their weekday where a weekend that they say more of is the last of those `done`, which
    gets their value: "am Wochenende, 18./19. Mai".
    """
    if not done or done[-1].first.unit is not Unit.WEEKEND or one.first.weekday not in (None, _SATURDAY):
        return one
    if setting.row.text[done[-1].end : one.start].strip() not in (",", "("):
        return one
    days = _of_weekday(one, _SATURDAY)
    done[-1] = days._replace(start=done[-1].start, end=done[-1].end)
    return days


def _is_part_of_day(setting: Setting, start: int, end: int) -> bool:
    """Whether what stands between two offsets is a part of the day, at most with a mark after it."""
    row = setting.row
    at = after(row, row.place(start))
    word = row.word(at)  # older print has "Tuesday Evening"
    spellings = (word, word.lower(), word.capitalize())
    if not any(("unit night", spelling) in setting.lexicon.values for spelling in spellings):
        return False
    place = after(row, at + 1)
    place = after(row, place + 1) if row.word(place) in (",", ".") else place
    return row.place(end) == place


def _with_weekday_after(setting: Setting, one: Expression) -> tuple[Expression, ...]:
    """A day with the weekday after it, or beside that, where the weekday has a sentence of its own."""
    first = one.first
    if first.unit is not DAY or first.day is None or first.weekday is not None:
        return (one,)
    if one.last is not None or one.stretch is not _ONE or one.written is not None or one.rule == "time":
        return (one,)
    row = setting.row
    place = row.place(one.end)
    bracketed = _in_brackets(setting, one, place)
    if bracketed is not None:
        return (bracketed,)
    at = after(row, place + (row.word(place) in (",", ".")))
    if row.word(at) in setting.lexicon.language.dates.before_said_weekday and row.word(place) == ",":
        return (_with_weekday_said(setting, one, after(row, at + 1)),)
    named = _weekday_at(setting, at)
    if named is None or not fits_weekday(one, named[0]):
        return (one,)
    weekday, end = named
    dated = _of_weekday(one, weekday)
    if row.word(place) != "." and "\n" not in row.words(place, at):
        return (dated._replace(end=end),)
    if row.text[: one.start].strip(_MARKS) or "\n" in row.words(place, at):
        return (one,)
    return dated, dated._replace(start=row.starts[at], end=end, rule="weekday")


def _with_weekday_said(setting: Setting, one: Expression, at: int) -> Expression:
    """A day with the weekday at `at` that is said to be its own: "am 26. Oktober, einem Freitag"."""
    named = _weekday_at(setting, at)
    return _of_weekday(one, named[0]) if named is not None and fits_weekday(one, named[0]) else one


def _in_brackets(setting: Setting, one: Expression, place: int) -> Expression | None:
    """A day that ends at `place` with its weekday in brackets: "May 27th (Sunday)"; None for others."""
    row = setting.row
    at = after(row, place)
    if row.word(at) not in _OPENED:
        return None
    named = _weekday_at(setting, at + 1)
    if named is None or not fits_weekday(one, named[0]):
        return None
    weekday, end = named
    closed = row.text[end : end + 1] == _OPENED[row.word(at)]
    return _of_weekday(one, weekday)._replace(end=end + 1) if closed else None


def _weekday_at(setting: Setting, at: int) -> tuple[int, int] | None:
    """The weekday that a word is after which nothing goes on, and where it ends; None for other words."""
    row, values = setting.row, setting.lexicon.values
    word = row.word(at)
    whole = values.get(("weekday", word))
    weekday = whole or values.get(("weekday.", word))
    if not weekday:
        return None
    stopped = row.word(at + 1) == "."
    if whole:
        return (weekday, row.starts[at + 1]) if _is_set_off(row, at + 1) else None
    return (weekday, row.starts[at + 2]) if stopped else None


def _is_set_off(row: Row, place: int) -> bool:
    """Whether a mark stands at a place, or the line or the row ends there."""
    if place >= len(row.signs) or "\n" in row.word(place):
        return True
    return row.word(place) in _SET_OFF or row.word(after(row, place)) in ("—", "–")


def fits_weekday(one: Expression, weekday: int) -> bool:
    """Whether a day can be a weekday, in the new style or in the old, as far as it says its year."""
    if not one.absolute:
        return True
    day = one.first.first()
    return weekday in (weekday_of(day), weekday_of(from_julian(day)))


def _of_weekday(one: Expression, weekday: int) -> Expression:
    """A day that says its weekday."""
    first = one.first._replace(weekday=weekday)
    relation = one.relation and one.relation._replace(named=one.relation.named and first)
    return one._replace(first=first, relation=relation)
