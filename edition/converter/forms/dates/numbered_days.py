"""Days of a diary that are only numbers ("2. Snow.", "5.—"), told by their order after a day with a month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.diary import ENTRY, may_begin
from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage

_NUMBER = re.compile(r"[_*\[]{0,2}(?P<day>\d{1,3})(?:\.|(?=\s?(?:--|[—–])))(?!\d)(?!\s?[./]?\d)")
_MOST = 31
_FEWEST = 2  # numbers after days with their month, and as many such days; fewer are the points of a list


def with_numbered_days(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str
) -> list[Expression]:
    """Expressions in order, with the numbers that begin passages after a day with its month, each higher than
    the one before, until the next such day. One number that goes back, or that no month has, and those around
    it are the points of a list.
    """
    taken = {one.start: one for one in expressions}
    dated = 0
    day = None  # of the entry that was read last; None before the first, and where a list has been met
    group: list[Expression] = []
    found: list[Expression] = []
    for passage in passages:
        number = _NUMBER.match(text, passage.start, passage.end)
        one = taken.get(passage.start if number is None else number.start("day"))
        if one is not None and one.first.unit is Unit.DAY and one.first.number and may_begin(one, text):
            found += group
            group, day, dated = [], one.first.day, dated + 1
        elif one is not None and one.rule == ENTRY and day is not None:
            day = one.first.day
        elif number is not None and day is not None:
            following = int(number["day"])
            if not day < following <= _MOST:
                group, day = [], None
                continue
            group.append(_entry(*number.span("day"), following))
            day = following
    found += group
    if len(found) < _FEWEST or dated < _FEWEST:
        return list(expressions)
    return _together(expressions, found)


def _entry(start: int, end: int, day: int) -> Expression:
    first = Moment(Unit.DAY, None, None, day)
    return Expression(start, end, ENTRY, first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))


def _together(expressions: Iterable[Expression], numbers: Iterable[Expression]) -> list[Expression]:
    """Both in order, without the numbers that another expression covers in part."""
    kept: list[Expression] = []
    for one in sorted((*expressions, *numbers), key=lambda one: (one.start, one.rule == ENTRY)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif kept[-1].rule == ENTRY and one.rule != ENTRY:
            kept[-1] = one
    return kept
