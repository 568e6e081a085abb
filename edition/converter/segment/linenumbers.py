"""Numbers of lines that run down the margin of every page, as transcripts of hearings have them.

They count no paragraphs and are nobody's words: readers see the lines without them. In the encoding each
stays in its place, with the beginning of the line that it numbers (Guidelines 3.11.3). The number of a page
over the first of its lines begins that page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.converter.segment.lines import Line, Stanza
from edition.model import Annotation, Block, Source, Span

RULE = "line number in the margin"
_NUMBER = re.compile(r"(\d{1,2})(?P<gap>\s+)(?=\S)|(\d{1,2})$")
_FEWEST = 12  # lines
_NUMBERED = 0.85  # of all lines
_IN_ORDER = 0.95  # of all numbers: one more than the one before, or the first of a page
_MOST_ON_PAGE = 60
_WIDE = 2  # blanks that part a number from its line, where there is one page only


class Numbers(NamedTuple):
    """The numbers found, in order, those of pages among them, and where words begin right after them."""

    spans: tuple[Span, ...] = ()
    pages: frozenset[Span] = frozenset()
    before: tuple[tuple[int, int], ...] = ()  # where words begin, and where the numbers before them do


def without_line_numbers(stanzas: Sequence[Stanza]) -> tuple[tuple[Stanza, ...], Numbers]:
    """The stanzas with their lines as they are after the numbers, and the numbers; a line with nothing but a
    number is a blank one.
    """
    lines = [line for stanza in stanzas for line in stanza.lines]
    if not _are_numbered(lines):
        return tuple(stanzas), Numbers()
    pages = frozenset(_pages(lines))
    result: list[Stanza] = []
    spans: list[Span] = []
    before: list[tuple[int, int]] = []
    open_: list[Span] = []  # numbers after which no words have come yet
    for stanza in stanzas:
        together: list[Line] = []
        for line in stanza.lines:
            match = _NUMBER.match(line.text)
            if match is None:
                together.append(line)
                continue
            number = Span(line.span.start, line.span.start + len(match.group().rstrip()))
            spans.append(number)
            open_.append(number)
            rest = line.text[match.end() :]
            if not rest:
                if together and number not in pages:
                    result.append(Stanza(tuple(together)))
                    together = []
                continue
            start = line.span.start + match.end()
            before.append((start, open_[0].start))
            blanks = line.blanks + sum(one not in pages for one in open_) - 1
            open_ = []
            together.append(Line(rest, Span(start, line.span.end), line.indent + match.end(), blanks))
        if together:
            result.append(Stanza(tuple(together)))
    return tuple(result), Numbers(tuple(spans), pages, tuple(before))


def _pages(lines: Sequence[Line]) -> Iterator[Span]:
    """Numbers alone on a line over the first line of a page, which do not count on."""
    above = -1  # (the first page may have its number over it)
    for line, below in pairwise(lines):
        match, following = _NUMBER.match(line.text), _NUMBER.match(below.text)
        if match is None:
            continue
        count = int(match.group(1) or match.group(3))
        if match.group(3) and count != above + 1 and following is not None and following.group(1) == "1":
            yield Span(*line.span)
        above = count


def _are_numbered(lines: Sequence[Line]) -> bool:
    """Whether nearly every line begins with a number, and they count the lines of each page."""
    found = [match for line in lines if (match := _NUMBER.match(line.text)) is not None]
    if len(lines) < _FEWEST or len(found) < _NUMBERED * len(lines):
        return False
    counts = [int(match.group(1) or match.group(3)) for match in found]
    pages = sum(count == 1 for count in counts)
    ordered = sum(count in (1, above + 1) for above, count in zip([0, *counts[:-1]], counts, strict=True))
    if ordered < _IN_ORDER * len(counts) or max(counts) > _MOST_ON_PAGE or not pages:
        return False
    return pages > 1 or all(match["gap"] is None or len(match["gap"]) >= _WIDE for match in found)


def with_line_numbers(blocks: Sequence[Block], numbers: Numbers, source: Source) -> tuple[Block, ...]:
    """The blocks with the numbers that stand before their first words, and after the last of all."""
    if not numbers.spans:
        return tuple(blocks)
    starts = dict(numbers.before)
    result = [_covering(block, starts, source) for block in blocks]
    last = numbers.spans[-1].end
    if result and result[-1].span.end < last:
        result[-1] = _reaching(result[-1], last)
    return tuple(result)


def _covering(block: Block, starts: dict[int, int], source: Source) -> Block:
    span = Span(starts.get(block.span.start, block.span.start), block.span.end)
    children = tuple(_covering(child, starts, source) for child in block.children)
    attributes = block.attributes
    label = block.children[0] if block.children else None
    if label is not None and label.kind == "speaker" and block.get("who-label") is None:
        # The number is no part of the name.
        attributes = (*attributes, ("who-label", source.slice(label.span)))
    return Block(block.kind, span, children, block.rule, block.certainty, attributes)


def _reaching(block: Block, end: int) -> Block:
    children = (*block.children[:-1], _reaching(block.children[-1], end)) if block.children else ()
    span = Span(block.span.start, end)
    return Block(block.kind, span, children, block.rule, block.certainty, block.attributes)


def number_marks(numbers: Numbers, taken: Sequence[Annotation], source: Source) -> list[Annotation]:
    """`lb` or `pb`, and `fw`, for each number that nothing else is marked across."""
    crossed = sorted(mark.span for mark in taken if mark.span.start < mark.span.end)
    starts = [span.start for span in crossed]
    marks: list[Annotation] = []
    for span in numbers.spans:
        place = bisect_left(starts, span.start)
        if place and crossed[place - 1].start < span.start < crossed[place - 1].end < span.end:
            continue
        begins, kind = ("pb", "pageNum") if span in numbers.pages else ("lb", "lineNum")
        marks.append(Annotation(begins, Span(span.start, span.start), (("n", source.slice(span)),), RULE))
        marks.append(Annotation("fw", span, (("type", kind),), RULE))
    return marks
