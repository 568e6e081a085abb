"""Days after a day without its month, linked to it: "from the 12th to the 20th", "between the 12th
and the 20th", "on the 5th and the 6th".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.signs.days_alone import counts_nothing
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon
from edition.converter.forms.dates.signs.neighbours import before, signs_of
from edition.converter.forms.dates.signs.pieces import suffix

_LEAD = 16  # signs in which the word stands that opens a stretch
_MOST = 31


def with_days_after(setting: Setting, found: Sequence[Expression]) -> Sequence[Expression]:
    """Expressions in order, with the days that share the month which is not said before them."""
    if not any(map(_is_lone, found)):
        return found
    limits = [*(one.start for one in found[1:]), len(setting.row.text)]
    return [
        day
        for one, limit in zip(found, limits, strict=True)
        for day in (_linked(setting, one, limit) if _is_lone(one) else (one,))
    ]


def _is_lone(one: Expression) -> bool:
    relation = one.relation
    if relation is None or relation.anchor is not Anchor.SAME or relation.unit is not Unit.MONTH:
        return False
    return one.rule == "day" and one.last is None and one.first.weekday is None and one.first.day is not None


def _linked(setting: Setting, one: Expression, limit: int) -> tuple[Expression, ...]:
    """A day with the day to which it lasts, or with the one that is told beside it."""
    row, joints, lexicon = setting.row, setting.joints, setting.lexicon
    place = row.place(one.end)
    to = joints.to.match(row.signs, place)
    link = to or joints.both.match(row.signs, place)
    day = _day(lexicon).match(row.signs, link.end()) if link is not None else None
    if link is None or day is None or row.starts[day.end()] > limit:
        return (one,)
    last, end = int(row.word(day.start())), row.starts[day.end()]
    begin = row.place(one.start)
    between = joints.between.search(row.signs, max(0, begin - _LEAD), begin) if to is None else None
    joined = to is None and between is None
    if not counts_nothing(row, day.end(), lexicon):
        return (one,) if joined else ()  # "from the 3rd to the 5th floor", "between the 3rd and 4th ribs"
    if not (one.first.day or 0) < last <= _MOST:
        return (one,)
    if joined:
        first = Moment(Unit.DAY, None, None, last)
        relation = one.relation and one.relation._replace(named=first)
        start = row.starts[_with_article(setting, one, day.start())]
        return one, one._replace(start=start, end=end, first=first, relation=relation)
    opens = between or joints.opens.search(row.signs, max(0, begin - _LEAD), begin)
    start = row.starts[opens.start()] if opens is not None else one.start
    moment = Moment(Unit.DAY, None, None, last)
    stretch = Stretch.BETWEEN if between else Stretch.PERIOD
    return (one._replace(start=start, end=end, last=moment, stretch=stretch),)


def _with_article(setting: Setting, one: Expression, place: int) -> int:
    """Where a day begins whose number is at `place`: at its article, if the day before it has one."""
    row = setting.row
    at = before(row, place)
    articles = signs_of("determiner", setting.lexicon) | signs_of("article", setting.lexicon)
    return at if row.word(row.place(one.start)).isalpha() and row.signs[at] in articles else place


@cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    """The number of a day, with the letters or the mark that tell it from other numbers."""
    forms = (form for forms in lexicon.language.dates.forms.values() for form in forms)
    stop = r"|\." if any("{day_stop}" in form for form in forms) else ""
    return re.compile(rf"[iabc](?:{suffix(lexicon)}{stop})(?![{FIGURES}])")
