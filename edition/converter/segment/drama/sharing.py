"""Lines of verse that two or more speakers share: each part says so (Guidelines 7.2.5, `@part`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from edition.converter.segment.divisions import Opening
from edition.model import Block

_SET_IN = 8  # columns by which the second half stands further in than verse begins


def shared_lines(items: Sequence[Block | Opening], source: str) -> list[Block | Opening]:
    """The items with `part` on verse lines that go on where the speaker before broke off: set far in, or on
    the same line of the source.
    """
    columns: Counter[int] = Counter()
    ends: list[tuple[tuple[int, int], tuple[int, int]]] = []  # the first and the last line of each turn
    for turn, item in enumerate(items):
        if isinstance(item, Block) and item.kind == "turn":
            lines = [child for child, block in enumerate(item.children) if block.kind == "verse-line"]
            columns.update([_column(item.children[child], source) for child in lines])
            if lines:
                ends.append(((turn, lines[0]), (turn, lines[-1])))
    margin = max(columns, key=lambda column: (columns[column], -column), default=0)
    parts: dict[tuple[int, int], str] = {}
    for (_, before), (place, _) in pairwise(ends):
        set_in = _column(_at(items, place), source) >= margin + _SET_IN
        goes_on = set_in or _on_one_line(items, before, place, source)
        if goes_on and _first_line(items, place) and _ends_turn(items, before, place):
            parts[before] = "M" if parts.get(before) == "F" else "I"
            parts[place] = "F"
    result = list(items)
    for (turn, child), part in parts.items():
        block = result[turn]
        assert isinstance(block, Block)
        line = block.children[child]
        marked = replace(line, attributes=(("part", part), *line.attributes))
        result[turn] = replace(
            block, children=(*block.children[:child], marked, *block.children[child + 1 :])
        )
    return result


def _on_one_line(
    items: Sequence[Block | Opening], before: tuple[int, int], place: tuple[int, int], source: str
) -> bool:
    return "\n" not in source[_at(items, before).span.end : _at(items, place).span.start]


def _at(items: Sequence[Block | Opening], place: tuple[int, int]) -> Block:
    block = items[place[0]]
    assert isinstance(block, Block)
    return block.children[place[1]]


def _first_line(items: Sequence[Block | Opening], place: tuple[int, int]) -> bool:
    """Whether nothing is spoken in its turn before the line."""
    block = items[place[0]]
    assert isinstance(block, Block)
    return all(child.kind not in ("verse-line", "speech") for child in block.children[: place[1]])


def _ends_turn(items: Sequence[Block | Opening], before: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether the line before is the last one spoken in the turn before, with no heading between."""
    if any(isinstance(item, Opening) or item.kind == "turn" for item in items[before[0] + 1 : place[0]]):
        return False
    block = items[before[0]]
    assert isinstance(block, Block)
    return all(child.kind not in ("verse-line", "speech") for child in block.children[before[1] + 1 :])


def _column(block: Block, source: str) -> int:
    """The column at which a line begins; 0 for one that stands close after its label."""
    start = source.rfind("\n", 0, block.span.start) + 1
    if start == block.span.start:
        return 0
    before = source[start : block.span.start]
    in_column = before.isspace() or before.endswith(("  ", "\t"))
    return len(before.expandtabs()) if in_column else 0
