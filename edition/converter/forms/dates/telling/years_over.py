"""Years at the end of a line over the days or the months of a diary: "Erstes Heft. 1838", "JOURNAL, 1841"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage

_LINE = 60  # characters
_AT_END = re.compile(r"(?<![\w/.,–—-])(?P<year>1[4-9]\d\d|20\d\d)[\s_*\].)]*")
_LONGEST = 12  # characters of a year and the marks after it
_UNITS = frozenset({Unit.DAY, Unit.MONTH})


def with_years_over(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str
) -> list[Expression]:
    """Expressions in order, with the years that end short lines right over a day or a month which begins the
    next passage and says no year.
    """
    found = list(expressions)
    begun = {one.start for one in expressions if one.first.unit in _UNITS and one.first.year is None}
    for passage, below in pairwise(passages):
        if passage.end - passage.start > _LINE or not _begins(below, begun, text):
            continue
        year = _year(text, passage)
        if year is None:
            continue
        place = bisect_left(found, year.start, key=attrgetter("start"))
        beside = found[max(0, place - 1) : place + 1]
        if all(one.end <= year.start or year.end <= one.start for one in beside):
            found.insert(place, year)
    return found


def _begins(passage: Passage, begun: set[int], text: str) -> bool:
    """Whether one of the expressions at these offsets begins a passage, after marks of italics."""
    place = passage.start
    while place < passage.end and text[place] in "_*/[":
        place += 1
    return place in begun


def _year(text: str, passage: Passage) -> Expression | None:
    for place in range(max(passage.start, passage.end - _LONGEST), passage.end):
        match = _AT_END.fullmatch(text, place, passage.end)
        if match is not None:
            return Expression(*match.span("year"), "year", Moment(Unit.YEAR, int(match["year"])))
    return None
