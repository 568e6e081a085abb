"""In which order a text writes days in figures, told by others that it writes: "11/2/89" in a text that says
"Nov. 20" elsewhere, or "12/25/88".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.forms.dates.readings.numeric import UNDECIDED
from edition.converter.forms.dates.telling.histories import years_written
from edition.converter.forms.dates.telling.stamps import century_of
from edition.converter.languages import Language

BY_THE_TEXT = "figures, order of the text"
_FIGURES = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d\d)")
_PADDED = re.compile(r"(?=.*\b0)\d\d/\d\d/\d\d")  # "03/05/88", as machines write it
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]{3,4}\. ?)\d")
_DAY_FIRST = re.compile(r"\d{1,2}[^\W\d_]{0,2} [^\W\d_]{3}")
_IN_FULL = re.compile(r"[^\W\d_]{3,} \d")
_HALF_OF_DAY = re.compile(
    r",? (?:at )?\d{1,2}:\d\d ?[ap]\.?m\b", re.I
)  # those who write so write the month first


def in_order_of_text(
    expressions: Sequence[Expression], text: str, language: Language, day: Moment | None = None
) -> Sequence[Expression]:
    """Expressions in order, with those in figures that can be read in two ways as the text writes others, or
    as one of the two is the `day` that a stamp says.
    """
    if all(not one.rule.startswith("figures") for one in expressions):
        return expressions
    without_years = not years_written(expressions)
    month_first: bool | None = None
    if any(one.rule == UNDECIDED for one in expressions):
        month_first = _month_first(expressions, text, language)
    found = (_decided(one, text, month_first, day) for one in expressions)
    return [_with_century_of_machines(one, text) if without_years else one for one in found]


def _decided(one: Expression, text: str, month_first: bool | None, day: Moment | None) -> Expression:
    match = _FIGURES.fullmatch(text, one.start, one.end) if one.rule == UNDECIDED else None
    if match is None:
        return one
    first, second = int(match[1]), int(match[2])
    year = one.first.year
    months = {True: [(first, second)], False: [(second, first)]}.get(month_first is True, [])
    if month_first is None:
        months = [(first, second), (second, first)] if day is not None else []
        short = one.century_unsaid
        months = [pair for pair in months if day and day[2:4] == pair and _same_year(day, year, short=short)]
    if len(months) != 1:
        return one
    moment = Moment(Unit.DAY, year, *months[0])
    return one._replace(rule=BY_THE_TEXT, first=moment, certain=True)


def _same_year(day: Moment, year: int | None, *, short: bool) -> bool:
    return day.year == year or (short and (day.year or 0) % 100 == year)


def _with_century_of_machines(one: Expression, text: str) -> Expression:
    """A day as machines write it ("03/05/88"), in a text without years, with its century."""
    if not one.century_unsaid or not _PADDED.fullmatch(text, one.start, one.end):
        return one
    moment = one.first._replace(year=century_of(one.first.year or 0))
    return one._replace(first=moment, century_unsaid=False, certain=False)


def _month_first(expressions: Iterable[Expression], text: str, language: Language) -> bool | None:
    """Whether the other days of a text all have the month first; None where they differ, or none says it. A
    month in full before its day says nothing (there are papers that write "May 3" and "3/5") but where hours
    are counted to twelve beside the figures, too: "5/3/1995 6:30 pm".
    """
    signs: set[bool] = set()
    in_full = clock = False
    for one in expressions:
        words = text[one.start : one.end]
        figures = _FIGURES.fullmatch(words) if one.rule == "figures" else None
        if figures is not None and one.first.day is not None and "." not in words:
            first, second = int(figures[1]), int(figures[2])
            if first != second and exists(None, one.first.number or 0, one.first.day):
                signs.add(first == one.first.number)
        elif _DAY_FIRST.match(words) is not None:
            signs.add(False)
        elif (match := _MONTH_FIRST.match(words)) is not None and _is_short(match["month"], language):
            signs.add(True)
        elif _IN_FULL.match(words) is not None:
            in_full = True
        clock = clock or (one.rule == UNDECIDED and _HALF_OF_DAY.match(text, one.end) is not None)
    if not signs and in_full and clock:
        return True
    return signs.pop() if len(signs) == 1 else None


def _is_short(month: str, language: Language) -> bool:
    """Whether a word with its full stop is a month shortened."""
    name = month.strip(" .")
    return any(name in names for names in language.dates.short_months)
