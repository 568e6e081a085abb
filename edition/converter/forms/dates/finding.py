"""Where calendar expressions stand in a text.

The text is searched for anchors: names of months and days, years, words such as "year" and "yesterday". Only
around these is it turned into signs and held against the forms of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.anchors import may_begin_with_date, windows
from edition.converter.forms.dates.expression import ENTRY, Expression
from edition.converter.forms.dates.joining.combining import combined
from edition.converter.forms.dates.joining.worded_years import lead_tokens, worded_years
from edition.converter.forms.dates.readings.numeric import numeric_dates
from edition.converter.forms.dates.readings.other_calendars import calendar_tokens, other_calendars
from edition.converter.forms.dates.readings.reading import is_inexact, read_form
from edition.converter.forms.dates.readings.years import bare_years
from edition.converter.forms.dates.signs.grammar import Grammar, grammar
from edition.converter.forms.dates.signs.lexicon import FIGURES
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.supplied import with_doubts, without_brackets
from edition.converter.forms.dates.values import Attributes, attributes_of, partial
from edition.converter.forms.letters import Part
from edition.converter.forms.memory import remembered
from edition.converter.languages import Language

_COMMA = ","
_SHORT = 400  # characters
_AT_A_TIME = 20_000  # characters of texts that are read together


class DateFound(NamedTuple):
    """A date between two offsets of the text, its TEI attributes, and the rule by which it was read."""

    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]
    form: str

    def part(self) -> Part:
        """The date as a part of the text."""
        return Part("date", self.start, self.end, self.attributes)


def find_expressions(text: str, language: Language) -> Sequence[Expression]:
    """All calendar expressions in `text`, in order and apart from one another. Offsets count from 0."""
    return _in_short_text(text, language) if len(text) <= _SHORT else _in_texts([text], language)[0]


def find_in_each(texts: Iterable[str], language: Language) -> Iterator[Sequence[Expression]]:
    """The expressions of each of several texts. They are read some at a time, and each step is taken for all
    of these before the next: so the processor has the code and tables of each at hand.
    """
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= _AT_A_TIME:
            yield from _in_some(waiting, language)
            waiting, length = [], 0
    yield from _in_some(waiting, language)


def _in_some(texts: Sequence[str], language: Language) -> Iterator[Sequence[Expression]]:
    longer = iter(_in_texts([text for text in texts if len(text) > _SHORT], language))
    for text in texts:
        yield next(longer) if len(text) > _SHORT else _in_short_text(text, language)


@remembered(2048)  # segmenter, reader of references and annotator ask about the same lines
def _in_short_text(text: str, language: Language) -> Sequence[Expression]:
    return tuple(_in_texts([text], language)[0])


def _in_texts(texts: Sequence[str], language: Language) -> list[Sequence[Expression]]:
    known = grammar(language)
    without = [without_brackets(text, known.lexicon) for text in texts]
    plain = [text if less is None else less.text for text, less in zip(texts, without, strict=True)]
    return [
        with_doubts(text, found if less is None else list(less.placed(found)))
        for text, less, found in zip(texts, without, _in_plain_texts(plain, known), strict=True)
    ]


def _in_plain_texts(texts: Sequence[str], known: Grammar) -> list[list[Expression]]:
    places = [list(windows(text, known.lexicon.language)) for text in texts]
    rows = [
        [Row.of(text, start, end, known.lexicon) for start, end in those]
        for text, those in zip(texts, places, strict=True)
    ]
    simple = [[_simple(row, known) for row in those] for those in rows]
    return [_combined(those, dates, known) for those, dates in zip(rows, simple, strict=True)]


def _combined(
    rows: Sequence[Row], simple: Sequence[Sequence[Expression]], known: Grammar
) -> list[Expression]:
    """The expressions of a text from the single dates of its rows."""
    found: list[Expression] = []
    for row, dates in zip(rows, simple, strict=True):
        covered = found[-1].end if found else 0
        if row.starts[0] < covered:  # a date reaches into the row after its own
            rest = Row.of(row.text, covered, row.starts[-1], known.lexicon)
            found += combined(rest, _simple(rest, known), known.lexicon)
        elif dates:
            found += combined(row, dates, known.lexicon)
    return found


def find_dates(text: str, language: Language) -> list[DateFound]:
    """The dates that `text` writes out, with a year or with a day and a month. Offsets count from 0."""
    return [
        DateFound(found.start, found.end, _own_value(found), found.rule)
        for found in find_expressions(text, language)
        if found.written_out
    ]


def whole_date(text: str, language: Language) -> DateFound | None:
    """The date that `text` is, from its first to its last character (a bare year counts)."""
    if len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2199:
        return DateFound(0, len(text), (("when", text),), "year")
    if not may_begin_with_date(text, language):
        return None
    start, end = next(windows(text, language), (0, 0))
    if start > 0 or end < len(text):
        return None  # no date goes beyond the stretch around its anchor
    dates = find_dates(text, language)
    if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(text)):
        return dates[0]
    return None


def _own_value(expression: Expression) -> Attributes:
    """The value of an expression as far as it says it itself."""
    if expression.relation is not None:
        return ()
    if expression.absolute:
        return attributes_of(expression, expression.first, expression.last)
    return partial(expression.first, expression.last, expression.portion)


def _simple(row: Row, known: Grammar) -> list[Expression]:
    """Single dates of a row: those of the forms, those in figures, and bare years, none over another."""
    found = [*numeric_dates(row, known.lexicon), *_of_forms(row, known)]
    found += bare_years(row, known.lexicon, tuple(found))
    if not _rare_tokens(known.lexicon.language).isdisjoint(row.tokens):
        found += other_calendars(row, known.lexicon)
        found += worded_years(row, known.lexicon)
    if len(found) < 2:
        return found
    found.sort(key=lambda expression: (expression.start, -expression.end))
    kept: list[Expression] = []
    for expression in found:
        if kept and expression.start < kept[-1].end:
            if expression.end - expression.start > kept[-1].end - kept[-1].start:
                kept[-1] = expression
            continue
        kept.append(expression)
    return kept


def _is_weekday_and_number(match: re.Match[str]) -> bool:
    """Whether a form that matches is no more than a weekday, a comma and a number."""
    groups = match.re.groupindex
    if "weekday" not in groups or match["weekday"] is None or "month" in groups:
        return False
    return match[0][-1] in FIGURES and _COMMA in match[0]


@cache
def _rare_tokens(language: Language) -> frozenset[str]:
    """The tokens one of which is in each date of another calendar, and before each year in words."""
    return calendar_tokens(language) | lead_tokens(language)


def _of_forms(row: Row, known: Grammar) -> Iterator[Expression]:
    openings, place = known.openings, 0
    signs = row.signs
    for beginning in known.beginnings.finditer(signs):
        start = beginning.start()
        if start < place:
            continue
        refused = False
        for form in openings[beginning.group(0, 1, 2)]:
            if refused and form.rule != ENTRY:
                continue  # what a form has refused no other takes, but for the days of diaries
            match = form.match(signs, start)
            if match is None:
                continue
            expression = read_form(match, form, row, known.lexicon)
            if expression is not None:
                yield expression
            if expression is not None or is_inexact(match, form, row, known.lexicon):
                place = match.end()
                if expression is not None and expression.end < row.starts[place]:
                    place = row.place(expression.end)
                break
            if _is_weekday_and_number(match):
                continue  # "Lundi, 6 syndicats": the weekday stands by itself
            refused = refused or form.rule != ENTRY  # in the midst of a text a weekday stands by itself
