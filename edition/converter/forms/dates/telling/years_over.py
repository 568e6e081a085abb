"""Years at the end of a line over the days or the months of a diary: "Erstes Heft. 1838", "JOURNAL, 1841"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage

_LINE = 60  # characters
_AT_END = re.compile(r"(?<![\w/.,–—-])(?P<year>1[4-9]\d\d|20\d\d)[\s_*\].)]*\Z")
_LONGEST = 12  # characters of a year and the marks after it
_UNITS = frozenset({Unit.DAY, Unit.MONTH})


def with_years_over(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str
) -> list[Expression]:
    """Expressions in order, with the years that end short lines right over a day or a month which begins the
    next passage and says no year.
    """
    found = list(expressions)
    starts = [passage.start for passage in passages]
    for one in expressions:
        if one.first.year is not None or one.first.unit not in _UNITS:
            continue
        number = bisect_right(starts, one.start) - 1
        over = passages[number - 1] if number > 0 and _begins(passages[number], one, text) else None
        year = _year(text, over) if over is not None and over.end - over.start <= _LINE else None
        if year is None:
            continue
        place = bisect_left(found, year.start, key=attrgetter("start"))
        beside = found[max(0, place - 1) : place + 1]
        if all(other.end <= year.start or year.end <= other.start for other in beside):
            found.insert(place, year)
    return found


def _begins(passage: Passage, one: Expression, text: str) -> bool:
    """Whether an expression begins a passage, after marks of italics."""
    return not text[passage.start : one.start].strip("_*/[")


def _year(text: str, passage: Passage) -> Expression | None:
    match = _AT_END.search(text, max(passage.start, passage.end - _LONGEST), passage.end)
    return match and Expression(*match.span("year"), "year", Moment(Unit.YEAR, int(match["year"])))
