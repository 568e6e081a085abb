"""So many units before or after a date: with the date that follows ("two days after 3 May 1848"), or with the
one before, of which they say once more what it says: "on 5 May 1848, two days after the vote".
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit, day_moment, exists, shifted
from edition.converter.forms.dates.signs import neighbours, surroundings

_APPOSED = re.compile(r", | ?[–—(-] ?")  # between a date and what says it once more
BESIDE_ITS_DATE = "beside its date"
"""Ends the rule of so many days "after" something, which is on the day that stands before it."""
_AFTER, _BEFORE = "after a date", "before a date"
_FROM_A_DATE = {  # rules of forms that go on with a date
    "after": _AFTER,
    "before": _BEFORE,
    "unit_after": _AFTER,
    "unit_before": _BEFORE,
}
_NEXT_TO_A_DATE = ("unit_after", "unit_before")  # those that count no units: "the day after"
_ENDS = ("", ".", ";", "!", "?")
_COUNTED = ("later", "earlier")
_ANY = (2000, 2001)  # a leap year, and one that is none


def goes_on_with_a_date(one: Expression) -> bool:
    """Whether a phrase counts from what follows: "two days after", "the day before"."""
    return one.rule in _FROM_A_DATE


def with_date_before(setting: Setting, date: Expression | None, one: Expression) -> Expression | None:
    """An expression, or where it says once more what the `date` before it says, that; None where it counts
    from nothing on the calendar ("two days after the vote"), or says how long something lasted.
    """
    if goes_on_with_a_date(one) and not _stands_alone(setting, one):
        return None if date is None or not _is_apposition(setting, date, one) else _the_same(date, one)
    if one.rule in _COUNTED and date is not None:
        if _is_day_right_before(setting, date, one):
            return None  # how long something had lasted: "ended on 3 May after 217 days"
        if _is_set_apart(setting, date, one):
            return _the_same(date, one)
    return one


def _is_apposition(setting: Setting, date: Expression, one: Expression) -> bool:
    """Whether a phrase says once more what a date right before it says: "on 3 May 1848, two days after the
    vote".
    """
    if date.relation is not None or date.last is not None:
        return False
    if one.relation is None or one.relation.unit > date.first.unit:
        return False  # "in May 1848, two days after the vote"
    if one.rule in _NEXT_TO_A_DATE and one.relation.unit is not date.first.unit:
        return False
    return _APPOSED.fullmatch(setting.gap(date, one)) is not None


def _is_day_right_before(setting: Setting, date: Expression, one: Expression) -> bool:
    """Whether a day stands right before a phrase, with a blank between; with a comma, where the phrase ends
    the sentence: "died on 25 October, after 74 days."
    """
    if date.relation is not None or date.first.unit is not Unit.DAY:
        return False
    gap, following = setting.gap(date, one), setting.row.signs[setting.row.place(one.end) :][:1]
    leads = setting.row.text[one.start : one.end].split()[0].lower() in setting.lexicon.language.dates.before
    return gap == " " or (gap == ", " and leads and following in _ENDS)


def _is_set_apart(setting: Setting, date: Expression, one: Expression) -> bool:
    """Whether commas set a phrase apart right after its date: "in May 1905, seven years later, she"."""
    row = setting.row
    closed = row.signs[row.place(one.end) :][:1] == ","
    return closed and setting.gap(date, one) == ", " and _is_apposition(setting, date, one)


def _the_same(date: Expression, one: Expression) -> Expression:
    """A phrase that says once more what a date says."""
    return date._replace(start=one.start, end=one.end, rule=f"{one.rule}, {BESIDE_ITS_DATE}")


def _stands_alone(setting: Setting, one: Expression) -> bool:
    """Whether nothing follows in the clause that it could be counted from: "two days after, he died"."""
    row = setting.row
    end = row.place(one.end)
    at = neighbours.after(row, end)
    if at >= len(row.signs) or row.signs[at] in ".,;:!?)":
        return True
    if surroundings.verb_follows(row, end, setting.lexicon):
        return True
    # "two years before that" says it itself, but for "before that war".
    language, word = setting.lexicon.language, row.word(at)
    says_it = row.word(end - 1) in language.dates.determiners
    return says_it and (word[0].isupper() or surroundings.goes_on_without(word, language))


def from_date(counted: Expression, date: Expression) -> Expression | None:
    """So many units after a date that is written out."""
    if counted.relation is None or date.last is not None:
        return None
    unit = counted.relation.unit
    if counted.rule in _NEXT_TO_A_DATE and unit is not date.first.unit:
        return None  # "the week after 3 May"
    if not date.absolute:
        moment = _day_beside(date, counted.relation.amount)
        if moment is None or unit is not Unit.DAY:
            return None
    else:
        moment = shifted(date.first, counted.relation.amount, unit)
        if unit < date.first.unit and moment.unit is not date.first.unit:
            moment = date.first
    return counted._replace(end=date.end, first=moment, relation=None, rule=_FROM_A_DATE[counted.rule])


def _day_beside(date: Expression, days: int) -> Moment | None:
    """The day so many days after one without a year; None where the length of February tells."""
    number, day = date.first.number, date.first.day
    if date.relation is not None or date.first.unit is not Unit.DAY or number is None or day is None:
        return None
    if not exists(_ANY[1], number, day):
        return None
    moved = {shifted(day_moment((year, number, day)), days, Unit.DAY)._replace(year=None) for year in _ANY}
    return moved.pop() if len(moved) == 1 else None
