"""The dates of a whole text: found in its blocks, and valued by each other and by its day of writing.

The text's own date stands in its masthead, on its title page, in a dateline or the head of a letter; a
heading with a day (of a diary, of a speech) dates what follows it. A date given with the text goes before all
of these.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from edition.converter.forms.dates import Expression, find_expressions
from edition.converter.forms.dates.context import Dated, Passage, is_head, resolved
from edition.converter.forms.dates.moment import Moment
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Source, Span

# Where a text says when it was written, the surest first.
_OWN_DATE = ("masthead-line", "doc-date", "dateline", "source-line")
_HEADS = frozenset({"head", "doc-title", "title-part", "argument"})
_DATELINES = frozenset({"masthead-line", "doc-date", "dateline", "source-line"})
_LATE = frozenset({"source-line", "attribution"})
_SHORT = 6000  # characters; in a text of some pages "yesterday" is marked also where nothing says which day
_LINE = 80  # characters: a date on a line of its own at the head or foot of a short text is the text's own
_EDGE = 3  # stretches from the first or the last
_PLACE = 40  # characters of the place before a date that begins a paragraph
_SMALL_WORD = 3  # letters of words within the name of a place: "Rio de Janeiro"
_DASHES = tuple("–—-")
_AFTER_DATELINE = (*".:;(", *_DASHES)
_OF_A_DAY = frozenset({"article", "letter", "speech", "interview", "debate"})


class Stretch(NamedTuple):
    """Leaves that are searched together, and their language."""

    leaves: tuple[Block, ...]
    span: Span
    language: Language


class Chronology(NamedTuple):
    """The dates of a text by where they stand."""

    dates: dict[Span, Annotation]

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
) -> Chronology:
    """All dates in the stretches, which stand in the order of the text. `written` is a day (ISO) or None;
    `quotations` are the block quotations with their attributions.
    """
    quoted = _Quoted(quotations, source, language)
    expressions: list[Expression] = []
    passages: list[Passage] = []
    own: dict[str, Expression] = {}
    headed = False  # whether a masthead names at least a month
    for number, stretch in enumerate(stretches):
        start = stretch.span.start
        kind = stretch.leaves[0].kind
        words = source.slice(stretch.span)
        passage = Passage(start, stretch.span.end, _kind(kind, genre, words))
        passages.append(quoted.passage(passage))
        for one in find_expressions(words, stretch.language):
            placed = one._replace(start=start + one.start, end=start + one.end)
            if len(stretch.leaves) > 1 and not any(
                leaf.span.start <= placed.start and placed.end <= leaf.span.end for leaf in stretch.leaves
            ):
                continue
            expressions.append(placed)
            headed = headed or (kind == "masthead-line" and placed.absolute)
            if (
                passages[-1].quotation < 0
                and placed.first.day is not None
                and (placed.absolute or placed.century_unsaid)
            ):
                if kind in _OWN_DATE:
                    own.setdefault(kind, placed)
                elif _is_a_line(words, number, len(stretches)) or (
                    number < _EDGE and _is_dateline(words, one, stretch.language)
                ):
                    own.setdefault("", placed)
    if headed:
        own.pop("source-line", None)  # it dates what is quoted, and not the number that quotes it
    anywhere = genre in _OF_A_DAY or len(source.text) < _SHORT
    first = next((own[kind] for kind in (*_OWN_DATE, *([""] if anywhere else [])) if kind in own), None)
    found = resolved(
        expressions,
        passages,
        source.text,
        language,
        written,
        own_date=first,
        mark_unresolved=anywhere,
        of_today=genre in _OF_A_DAY,
    )
    return Chronology({Span(one.start, one.end): _annotation(one, source) for one in found})


def _is_a_line(words: str, number: int, count: int) -> bool:
    """Whether words are a line at the head or foot of a text: the stretch of a number, from 0, of so many."""
    return len(words) <= _LINE and (number < _EDGE or number >= count - _EDGE)


def _is_dateline(words: str, one: Expression, language: Language) -> bool:
    """Whether a paragraph begins with a place and a date, set off from what it tells: "Torino, 19 maggio
    2003. Nato a Cuneo", "Brno 19. května 2003 - Policie".
    """
    place, mark = words[: one.start].rstrip(), words[one.end :].lstrip()[:1]
    if not place or len(place) > _PLACE or mark not in _AFTER_DATELINE or "(" in place:
        return False  # "Waldmann, Josef (b. Brno, 14 Feb 1761; d. London, 1829)"
    if place.endswith(","):
        return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in place[:-1].split())
    named = place.istitle() and place.isalpha() and len(place) > _SMALL_WORD
    return named and mark in _DASHES and place.lower() not in language.common_words


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


def _annotation(one: Dated, source: Source) -> Annotation:
    rule = f"{one.element}: {one.rule}"
    if one.source >= 0:
        rule += f"; from line {source.position(one.source).line}"
    certainty = one.certainty if one.attributes or one.certainty is Certainty.LOW else None
    return Annotation(one.element, Span(one.start, one.end), one.attributes, rule, certainty)
