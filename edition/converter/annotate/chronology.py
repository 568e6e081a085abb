"""The dates of a whole text: found in its blocks, and valued by each other and by its day of writing.

The text's own date stands in its masthead, on its title page, in a dateline or the head of a letter; a
heading with a day (of a diary, of a speech) dates what follows it. A date given with the text goes before all
of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from edition.converter.forms.dates import Expression, find_expressions, find_in_each
from edition.converter.forms.dates.context import Dated, Passage, is_head, resolved
from edition.converter.forms.dates.moment import Moment
from edition.converter.forms.dates.passages import OVER_LETTER
from edition.converter.forms.dates.telling.diary_days import with_diary_days
from edition.converter.forms.dates.telling.histories import is_told_by_days
from edition.converter.forms.dates.telling.letters_in_turn import LetterPlace
from edition.converter.forms.dates.telling.lines_over_letters import LONGEST_OVER_LETTER, stands_over_letter
from edition.converter.forms.dates.telling.orders import in_order_of_text
from edition.converter.forms.dates.telling.quoted_letters import with_quoted_letters
from edition.converter.forms.dates.telling.report_days import begins_report, says_when_it_appeared
from edition.converter.forms.dates.telling.section_numbers import without_section_numbers
from edition.converter.forms.dates.telling.stamps import Stamp, stamp_in
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Source, Span

# Where a text says when it was written, the surest first.
_OWN_DATE = ("masthead-line", "doc-date", "dateline", "source-line")
_STAMP = "stamp"  # then the stamp of an agency, the day of a report, a date on a line of its own
_REPORT = "report"
_ALONE = "line"
_IDENTIFIER = "identifier"  # and last the day in the identifier of a piece
_HEADS = frozenset({"head", "doc-title", "title-part", "argument"})
_DATELINES = frozenset({"masthead-line", "doc-date", "dateline", "source-line"})
_LATE = frozenset({"source-line", "attribution"})
_SHORT = 6000  # characters; in a text of some pages "yesterday" is marked also where nothing says which day
_COPYRIGHT = re.compile(r"\W{0,4}(?:\([cC]\)|©|Copyright\b).{0,60}$", re.M)
_LINE = 80  # characters: a date on a line of its own at the head or foot of a short text is the text's own
_EDGE = 3  # stretches from the first or the last
_OF_A_DAY = frozenset({"article", "letter", "speech", "interview", "debate"})


_OF_LETTERS = frozenset({"prose", "letter"})


class Stretch(NamedTuple):
    """Leaves that are searched together, and their language."""

    leaves: tuple[Block, ...]
    span: Span
    language: Language

    @property
    def kind(self) -> str:
        """The kind of the first leaf, and of all."""
        return self.leaves[0].kind

    def holds(self, one: Expression) -> bool:
        """Whether an expression lies in one of the leaves."""
        if len(self.leaves) == 1:
            return True
        return any(leaf.span.start <= one.start and one.end <= leaf.span.end for leaf in self.leaves)


class Chronology(NamedTuple):
    """The dates of a text by where they stand, and where the first of its paragraphs or a line near its head
    says when it was written or appeared.
    """

    dates: dict[Span, Annotation]
    reported: Span | None = None

    def apart_from(self, spans: Sequence[Span]) -> list[Annotation]:
        """The dates outside `spans`, in the order of the text: those have been looked at by others."""
        starts = [span.start for span in spans]
        found = []
        for span, annotation in self.dates.items():
            place = bisect_right(starts, span.start) - 1
            if place < 0 or not span.within(spans[place]):
                found.append(annotation)
        return found

    def valued(self, annotation: Annotation) -> Annotation:
        """A date that another annotator has found, with the value that the whole text gives it."""
        found = self.dates.get(annotation.span) if annotation.element == "date" else None
        if found is None or (not found.attributes and annotation.attributes):
            return annotation
        return replace(annotation, attributes=found.attributes, rule=found.rule, certainty=found.certainty)


def chronology(
    stretches: Sequence[Stretch],
    quotations: Sequence[Block],
    source: Source,
    language: Language,
    *,
    written: str | None,
    genre: str,
    letters: Sequence[LetterPlace] = (),
) -> Chronology:
    """All dates in the stretches, which stand in the order of the text. `written` is a day (ISO) or None;
    `quotations` are the block quotations with their attributions, `letters` the places of several letters.
    """
    quoted = _Quoted(quotations, source, language)
    expressions: list[Expression] = []
    passages: list[Passage] = []
    for number, (stretch, those) in enumerate(zip(stretches, _found(stretches, source), strict=True)):
        words = source.slice(stretch.span)
        kind = _kind(stretch.kind, genre, words)
        if (
            genre in _OF_LETTERS
            and stretch.kind == "paragraph"
            and _is_over_letter(number, those, stretches, source)
        ):
            kind = OVER_LETTER
        passage = Passage(*stretch.span, kind)
        passages.append(quoted.passage(passage))
        placed = (one.moved(stretch.span.start) for one in those)
        expressions += (one for one in placed if stretch.holds(one))
    stamp = _stamp(stretches, source)
    days = without_section_numbers(expressions, source.text)
    ordered = in_order_of_text(days, source.text, language, stamp and stamp.day.first)
    expressions = _with_stamp(ordered, stamp)
    passages = with_quoted_letters(passages, expressions, source.text)
    own = _own_dates(expressions, stretches, passages, source)
    if stamp is not None:
        own.is_stamped(stamp)
    anywhere = genre in _OF_A_DAY or len(source.text) < _SHORT
    own.is_of_years(_copyright_years(expressions, stretches, source))
    said, first = own.surest((*_OWN_DATE, _STAMP, _REPORT, _ALONE, _IDENTIFIER) if anywhere else _OWN_DATE)
    found = resolved(
        with_diary_days(expressions, passages, source.text, language),
        passages,
        source.text,
        language,
        written,
        own_date=first,
        mark_unresolved=anywhere,
        of_today=_is_of_its_day(genre, expressions, source),
        letters=letters,
    )
    dates = {Span(one.start, one.end): _annotation(one, source) for one in found}
    return Chronology(dates, Span(first.start, first.end) if first and said == _REPORT else None)


def _is_of_its_day(genre: str, expressions: Sequence[Expression], source: Source) -> bool:
    """Whether a text of a genre speaks of its day: an article does, unless it is a history with quotes."""
    if genre == "article" and is_told_by_days(expressions, source.text):
        return False
    return genre in _OF_A_DAY


class _OwnDates:
    """The dates that a text of so many stretches bears itself, by where they stand: the first of each."""

    def __init__(self, stretches: int) -> None:
        self._stretches = stretches
        self._found: dict[str, Expression] = {}
        self._without_year: Expression | None = None  # the day of a report that does not say its year
        self._headed = False  # whether a masthead names at least a month

    def is_stamped(self, stamp: Stamp) -> None:
        """Take the day of a stamp, or of an identifier."""
        self._found[_STAMP if stamp.written else _IDENTIFIER] = stamp.day

    def look_at(self, one: Expression, stretch: Stretch, number: int, words: str, *, quoted: bool) -> None:
        """Take a date of a stretch, which has these words, if it is one of them; offsets are those of the
        stretch.
        """
        kind = stretch.kind
        self._headed = self._headed or (kind == "masthead-line" and one.absolute)
        if quoted or one.first.day is None:
            return
        placed = one.moved(stretch.span.start)
        if not (one.absolute or one.century_unsaid):
            of_year = one.relation is None and one.first.number is not None and one.last is None
            heads = number < _EDGE and (kind in _OWN_DATE or begins_report(words, one, stretch.language))
            if of_year and heads and self._without_year is None:
                self._without_year = placed
            return
        if kind in _OWN_DATE:
            self._found.setdefault(kind, placed)
        elif number < _EDGE and _is_of_report(words, one, stretch.language):
            self._found.setdefault(_REPORT, placed)
        elif _is_a_line(words, number, self._stretches) or (number < _EDGE and _has_own_line(words, one)):
            self._found.setdefault(_ALONE, placed)

    def is_of_years(self, years: Sequence[int]) -> None:
        """Take the day of a report that does not say its year, where the copyright is of one year."""
        day = self._without_year
        if day is not None and len(set(years)) == 1:
            self._found.setdefault(_ALONE, day._replace(first=day.first._replace(year=years[0])))

    def surest(self, kinds: Iterable[str]) -> tuple[str, Expression | None]:
        """The first of some kinds that was found, and its date. Under a masthead with its date the line of a
        source dates what is quoted, and not the number that quotes it.
        """
        of_source = {"source-line"} if self._headed else set()
        said = next((kind for kind in kinds if kind in self._found and kind not in of_source), "")
        return said, self._found.get(said)


def _own_dates(
    expressions: Sequence[Expression],
    stretches: Sequence[Stretch],
    passages: Sequence[Passage],
    source: Source,
) -> _OwnDates:
    """What of the expressions is a date of the text itself: each stretch has its passage."""
    own = _OwnDates(len(stretches))
    starts = [stretch.span.start for stretch in stretches]
    for one in expressions:
        number = max(bisect_right(starts, one.start) - 1, 0)
        stretch = stretches[number]
        within = one.moved(-stretch.span.start)
        words = source.slice(stretch.span)
        own.look_at(within, stretch, number, words, quoted=passages[number].quotation >= 0)
    return own


def _stamp(stretches: Sequence[Stretch], source: Source) -> Stamp | None:
    """The stamp of an agency, or the identifier, on a line at the head or foot of a text; its offsets are
    those of the text.
    """
    found = []
    for number in sorted({*range(min(_EDGE, len(stretches))), *range(len(stretches))[-_EDGE:]}):
        span = stretches[number].span
        stamp = stamp_in(source.slice(span), stretches[number].language)
        if stamp is not None:
            found.append(stamp._replace(day=stamp.day.moved(span.start)))
    return next((stamp for stamp in found if stamp.written), found[0] if found else None)


def _copyright_years(
    expressions: Iterable[Expression], stretches: Sequence[Stretch], source: Source
) -> list[int]:
    """The years on lines at the head or foot of a text that say whose copyright it is."""
    edges = [stretches[n] for n in range(len(stretches)) if n < _EDGE or n >= len(stretches) - _EDGE]
    spans = [edge.span for edge in edges if _COPYRIGHT.match(source.slice(edge.span)[:_LINE])]
    years = ((one.first.year, one.start) for one in expressions if one.absolute)
    return [year for year, at in years if year and any(span.start <= at < span.end for span in spans)]


def _with_stamp(expressions: Sequence[Expression], stamp: Stamp | None) -> list[Expression]:
    """Expressions in order with that of a stamp, and without what overlaps it."""
    if stamp is None or not stamp.written:
        return list(expressions)
    day = stamp.day
    apart = (one for one in expressions if one.end <= day.start or day.end <= one.start)
    return sorted((*apart, day), key=attrgetter("start"))


def _found(stretches: Sequence[Stretch], source: Source) -> Iterator[Sequence[Expression]]:
    """The expressions of each stretch, with offsets in its words."""
    for language, together in groupby(stretches, attrgetter("language")):
        yield from find_in_each((source.slice(stretch.span) for stretch in together), language)


def _is_of_report(words: str, one: Expression, language: Language) -> bool:
    """Whether a date is a report's: before its first words, or on a line that says when it appeared."""
    line = len(words) <= _LINE and says_when_it_appeared(words, language)
    return line or begins_report(words, one, language)


def _is_a_line(words: str, number: int, count: int) -> bool:
    """Whether words are a line at the head or foot of a text: the stretch of a number, from 0, of so many."""
    return len(words) <= _LINE and (number < _EDGE or number >= count - _EDGE)


def _has_own_line(words: str, one: Expression) -> bool:
    """Whether nothing but a date stands on its line, of several in a stretch."""
    before = words[: one.start].rpartition("\n")[2]
    after = words[one.end :].partition("\n")[0]
    return not any(map(str.isalnum, before + after))


class _Quoted:
    """The block quotations of a text: where they stand, and the day that the attribution of each says."""

    def __init__(self, quotations: Sequence[Block], source: Source, language: Language) -> None:
        self._spans: list[tuple[Span, Moment | None]] = []
        for block in quotations:
            quote, day = block.children[0], None
            for part in block.children[1:]:
                days = [
                    e
                    for e in find_expressions(source.slice(part.span), language)
                    if e.absolute and not e.last
                ]
                day = day or next((e.first for e in days if e.first.day is not None), None)
            self._spans.append((quote.span, day))
        self._starts = [span.start for span, _ in self._spans]

    def passage(self, passage: Passage) -> Passage:
        """The passage, told to be a quotation's if it stands in one."""
        place = bisect_right(self._starts, passage.start) - 1
        if place < 0 or passage.start >= self._spans[place][0].end:
            return passage
        return passage._replace(kind="quote", quotation=place, written=self._spans[place][1])


def _kind(kind: str, genre: str, words: str) -> str:
    if kind in _HEADS or (kind == "paragraph" and genre != "letter" and is_head(words)):
        return "head"
    if kind in _DATELINES:
        return "late" if kind in _LATE else "dateline"
    return "letter" if genre == "letter" else "text"


def _is_over_letter(
    number: int, found: Sequence[Expression], stretches: Sequence[Stretch], source: Source
) -> bool:
    """Whether a paragraph is the lines over a letter, with a text or a greeting under it."""
    stretch = stretches[number]
    if stretch.span.end - stretch.span.start > LONGEST_OVER_LETTER:
        return False
    below = (each for each in stretches[number + 1 : number + 3])
    texts = ((each.kind, source.slice(each.span)) for each in below)
    kind, text = next(((kind, text) for kind, text in texts if text[0] != "("), ("", ""))
    return kind not in _HEADS and stands_over_letter(
        source.slice(stretch.span), found, text, stretch.language
    )


def _annotation(one: Dated, source: Source) -> Annotation:
    rule = f"{one.element}: {one.rule}"
    if one.source >= 0:
        rule += f"; from line {source.position(one.source).line}"
    certainty = one.certainty if one.attributes or one.certainty is Certainty.LOW else None
    return Annotation(one.element, Span(one.start, one.end), one.attributes, rule, certainty)
