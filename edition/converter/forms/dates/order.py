"""Days in figures of which their language does not say whether day or month comes first ("4/5/48"): a text
writes them in one order, and a number over twelve says in which ("29/4/48").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists

UNDECIDED = "figures, order undecided"
_DECIDED = "figures"
_NUMBERS = re.compile(r"\d+")
_MOST_MONTHS = 12


def in_one_order(expressions: Iterable[Expression], text: str) -> list[Expression]:
    """The expressions in order, those in figures that can be read in two ways as days, if all others of the
    text that have such marks are in one order.
    """
    found = list(expressions)
    if not any(one.rule.startswith(UNDECIDED) for one in found):
        return found
    orders = {_is_day_first(one, text) for one in found if one.rule == _DECIDED} - {None}
    if len(orders) != 1:
        return found
    day_first = orders == {True}
    return [
        _decided(one, text, day_first=day_first) if one.rule.startswith(UNDECIDED) else one for one in found
    ]


def _numbers(one: Expression, text: str) -> Sequence[int]:
    return [int(number) for number in _NUMBERS.findall(text, one.start, one.end)]


def _is_day_first(one: Expression, text: str) -> bool | None:
    """Whether a day in figures has its day before its month; None where both could be either."""
    numbers = _numbers(one, text)
    if len(numbers) != 3 or "." in text[one.start : one.end]:
        return None
    first, second = numbers[0] > _MOST_MONTHS, numbers[1] > _MOST_MONTHS
    return None if first is second else first


def _decided(one: Expression, text: str, *, day_first: bool) -> Expression:
    numbers = _numbers(one, text)
    day, month = numbers[:2] if day_first else numbers[1::-1]
    known = None if one.century_unsaid else one.first.year
    if len(numbers) != 3 or one.last is not None or not exists(known, month, day):
        return one
    moment = Moment(Unit.DAY, one.first.year, month, day)
    return one._replace(rule=one.rule.replace(UNDECIDED, _DECIDED), first=moment, certain=True)
