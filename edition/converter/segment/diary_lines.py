"""Diaries whose entries stand on lines of their own, with no blank line between: each line that begins with
its day begins a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from edition.model import Block, Source, Span

_FEWEST = 3  # lines that begin entries,
_SHARE = 0.3  # of those of their paragraphs
_BROKEN = 40  # characters
Begin = Callable[[Sequence[Block]], Collection[int]]


def entry_lines(blocks: Sequence[Block], source: Source, begin: Begin) -> Sequence[Block]:
    """The blocks, the paragraphs whose first line and some others begin entries parted before each of these.
    `begin` tells of blocks, among which each line of a paragraph is one, the places of those which do.
    """
    lined = [_lines(block, source) for block in blocks]
    if all(len(lines) == 1 for lines in lined):
        return blocks
    begun = begin([line for lines in lined for line in lines])
    offsets = [0]
    for lines in lined:
        offsets.append(offsets[-1] + len(lines))
    places = [
        [
            at
            for at in range(len(lines))
            if first + at in begun and not (at and _goes_on(lines[at - 1], source))
        ]
        for first, lines in zip(offsets, lined, strict=False)
    ]
    parted = [len(lines) > 1 and found[:1] == [0] for lines, found in zip(lined, places, strict=True)]
    of_entries = [pair for pair, parts in zip(zip(lined, places, strict=True), parted, strict=True) if parts]
    several = sum(len(found) for _, found in of_entries)
    if several < max(_FEWEST, _SHARE * sum(len(lines) for lines, _ in of_entries)):
        return blocks
    done: list[Block] = []
    for block, lines, found, parts in zip(blocks, lined, places, parted, strict=True):
        done += _parted(block, lines, found) if parts else (block,)
    return done


def _goes_on(line: Block, source: Source) -> bool:
    """Whether a line is as long as those that are broken for their length, and its sentence is not over: the
    next goes on with it, also where it begins with a day.
    """
    words = source.slice(line.span).rstrip()
    return len(words) >= _BROKEN and (words[-1].isalnum() or words[-1] == ",")


def _lines(block: Block, source: Source) -> list[Block]:
    """The lines of a paragraph as blocks; another block as it is."""
    if block.kind != "paragraph" or block.children:
        return [block]
    lines: list[Block] = []
    place = block.span.start
    for line in source.slice(block.span).split("\n"):
        lines.append(replace(block, span=Span(place, place + len(line))))
        place += len(line) + 1
    return lines


def _parted(block: Block, lines: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """A paragraph parted before each of the lines at `places`, the first of which is its own first."""
    ends = [*(lines[at - 1].span.end for at in places[1:]), block.span.end]
    return [
        replace(block, span=Span(lines[at].span.start, end)) for at, end in zip(places, ends, strict=True)
    ]
