"""Keeps blocks in the order that TEI allows in a division (Guidelines 4.1): heads and openers first, then the
text, then closers and trailers; and something of the text, or notes, in every division.

Readers say what they see. Where that breaks the order (a line "The End" in the middle of a text), the block
stays what it is in the text, a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from edition.model import Annotation, Block, Span, spanning

_TOP = frozenset({"head", "rubric", "byline", "dateline", "epigraph", "argument", "opener"})
_BOTTOM = frozenset({"trailer", "closer", "postscript"})
_BETWEEN = frozenset({"continuation", "figure", "note", "ornament", "page"})
_APART = frozenset({"front", "back", "masthead"})
# In references no one acts and speaks: of marks there are only those of print.
_REFERENCES = frozenset({"attribution", "source-lines", "reference"})
_PRINT = frozenset({"hi", "pb", "lb", "cb", "pc", "fw", "ref", "foreign"})
RULE = "paragraph"


def sound(blocks: Sequence[Block], marks: Sequence[Annotation]) -> tuple[tuple[Block, ...], list[Annotation]]:
    """The blocks in an order that is valid, and the marks without calls of notes that are notes no more."""
    apart = [block for block in blocks if block.kind in _APART]
    text = [block for block in blocks if block.kind not in _APART]
    result = (*(_whole(block) for block in apart), *(_ordered(text) if text else ()))
    ordered = sorted(result, key=lambda block: block.span)
    notes = {f"#{inner.get('xml:id')}" for block in ordered for inner in block.walk() if inner.kind == "note"}
    kept = [mark for mark in marks if mark.get("type") != "note-call" or mark.get("target") in notes]
    cited = sorted(inner.span for block in ordered for inner in block.walk() if inner.kind in _REFERENCES)
    return tuple(ordered), [mark for mark in kept if mark.element in _PRINT or not _lies_in(mark, cited)]


def _lies_in(mark: Annotation, spans: Sequence[Span]) -> bool:
    """Whether a mark begins in one of `spans`, which are in order."""
    place = bisect_right(spans, mark.span.start, key=lambda span: span.start) - 1
    return place >= 0 and mark.span.start < spans[place].end


def _whole(block: Block) -> Block:
    """A block with all divisions in it in order."""
    if block.kind == "division":
        return replace(block, children=_ordered(block.children))
    if any(child.kind == "division" for child in block.children):
        return replace(block, children=tuple(_whole(child) for child in block.children))
    return block


def _ordered(children: Sequence[Block]) -> tuple[Block, ...]:
    last = max((i for i, block in enumerate(children) if _is_text(block)), default=-1)
    result: list[Block] = []
    begun = False
    for index, block in enumerate(children):
        if (block.kind in _TOP and begun) or (block.kind in _BOTTOM and index < last):
            result.extend(_as_text(block))
        else:
            result.append(_whole(block))
        begun = begun or _is_text(result[-1])
    if not any(map(_is_text, result)) and any(block.kind == "note" for block in result):
        noted = max(i for i, block in enumerate(result) if block.kind == "note")
        early = [i for i, block in enumerate(result[:noted]) if block.kind in _BOTTOM]
        if early:
            # Notes may follow what ends a text, not be all that there is.
            result[early[0] : early[0] + 1] = _as_text(result[early[0]])
        else:
            result = _notes_together(result)
    elif not any(map(_is_text, result)):
        place = next(
            (i for i in range(len(result) - 1, -1, -1) if result[i].kind in _TOP),
            next((i for i, block in enumerate(result) if block.kind in _BOTTOM), 0),
        )
        result[place : place + 1] = _as_text(result[place])
    return tuple(result)


def _notes_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a division that holds notes only, those that follow one another as one block."""
    result: list[Block] = []
    for is_note, several in groupby(blocks, key=lambda block: block.kind == "note"):
        row = tuple(several)
        result.extend([spanning("note-group", row, rule=row[0].rule)] if is_note else row)
    return result


def _is_text(block: Block) -> bool:
    return block.kind not in _TOP | _BOTTOM | _BETWEEN


def _as_text(block: Block) -> list[Block]:
    """A block as paragraphs: itself, or what it holds."""
    if block.children:
        return [inner for child in block.children for inner in _as_text(child)]
    return [Block("paragraph", block.span, rule=RULE, certainty=block.certainty)]
