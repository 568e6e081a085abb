"""Single lines of speech, told for verse or prose by the longer speeches around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from edition.converter.segment.divisions import Opening
from edition.model import Block

SONG = "song"  # rule of a line that is sung
UNTOLD = "verse or prose"  # kind of a single line of speech, until the speeches around it are known


def told(items: Sequence[Block | Opening], otherwise: bool) -> list[Block | Opening]:
    """The items with each single line of speech told for verse or prose by the longer speeches near it.

    A line alone is what the nearest longer speech of its division is; `otherwise` tells for those without.
    """
    result: list[Block | Opening] = []
    division: list[Block] = []
    for item in items:
        if isinstance(item, Opening):
            result.extend(_told(division, otherwise))
            division = []
            result.append(item)
        else:
            division.append(item)
    return [*result, *_told(division, otherwise)]


def _told(blocks: Sequence[Block], otherwise: bool) -> list[Block]:
    # A song in a scene does not make verse of what is spoken around it.
    kinds = [
        child.kind if child.rule != SONG else SONG
        for block in blocks
        if block.kind == "turn"
        for child in block.children
    ]
    sure = [i for i, kind in enumerate(kinds) if kind in ("speech", "verse-line")]
    in_prose = 2 * kinds.count("speech") > len(sure) and not otherwise
    place = -1
    result: list[Block] = []
    for block in blocks:
        if block.kind != "turn":
            result.append(block)
            continue
        children: list[Block] = []
        told_here = False
        for child in block.children:
            place += 1
            if child.kind == UNTOLD:
                verse = otherwise
                if sure:
                    index = bisect_left(sure, place)
                    near = sure[max(index - 1, 0) : index + 1]
                    closest = kinds[min(near, key=lambda i: (abs(i - place), i))] == "verse-line"
                    # In a scene of prose a song stands around what is sung: before and after it.
                    verse = closest and (not in_prose or all(kinds[i] == "verse-line" for i in near))
                kind, rule = ("verse-line", "verse") if verse else ("speech", "prose")
                children.append(Block(kind, child.span, rule=rule))
                told_here = True
            else:
                children.append(child)
        result.append(replace(block, children=tuple(children)) if told_here else block)
    return result
