"""Diaries whose entries stand on lines of their own, with no blank line between: each line that begins with
its day begins a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from edition.model import Block, Source, Span

_FEWEST = 3  # lines
Begin = Callable[[Sequence[Block], Block | None], Sequence[int]]


def entry_lines(blocks: Sequence[Block], source: Source, begin: Begin) -> Iterator[Block]:
    """The blocks, a paragraph whose first line and some others begin entries parted before each of these.
    `begin` tells of lines, and the block above them, which do, by their places.
    """
    for above, block in zip((None, *blocks), blocks, strict=False):
        yield from _parted(block, above, source, begin) if block.kind == "paragraph" else (block,)


def _parted(block: Block, above: Block | None, source: Source, begin: Begin) -> Sequence[Block]:
    text = source.slice(block.span)
    if text.count("\n") < _FEWEST - 1 or block.children:
        return (block,)
    lines: list[Block] = []
    place = block.span.start
    for line in text.split("\n"):
        lines.append(replace(block, span=Span(place, place + len(line))))
        place += len(line) + 1
    places = begin(lines, above)
    if not places or places[0]:
        return (block,)
    ends = [*(lines[at - 1].span.end for at in places[1:]), block.span.end]
    return [
        replace(block, span=Span(lines[at].span.start, end)) for at, end in zip(places, ends, strict=True)
    ]
