"""The divisions of a diary: an entry each, those of a month and of a year in one more, with its heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from edition.model import Block, Certainty, spanning

RULE = "entry of a diary"


class Level(IntEnum):
    """What stands under a heading; the whole under none."""

    WHOLE = 0
    YEAR = 1
    MONTH = 2


def divided(
    blocks: Sequence[Block],
    entries: Mapping[int, tuple[Block, ...]],
    headings: Mapping[int, Level],
    last: int,
) -> tuple[Block, ...]:
    """The blocks up to the place `last` in divisions. `entries` are the blocks that stand for the first of
    each entry, by its place; `headings` the places of years and months.
    """
    edges = sorted({*entries, *headings})
    open_now: dict[Level, list[Block]] = {
        Level.WHOLE: list(blocks[: edges[0]]),
        Level.YEAR: [],
        Level.MONTH: [],
    }
    for place, stop in zip(edges, [*edges[1:], last], strict=True):
        if place in headings:
            level = headings[place]
            _close(open_now, level)
            open_now[level] = [replace(blocks[place], kind="head", rule=RULE, certainty=Certainty.MEDIUM)]
            open_now[level] += blocks[place + 1 : stop]
            continue
        _innermost(open_now, Level).append(_entry((*entries[place], *blocks[place + 1 : stop])))
    _close(open_now, Level.YEAR)
    return tuple(open_now[Level.WHOLE])


def _innermost(open_now: Mapping[Level, list[Block]], levels: Iterable[Level]) -> list[Block]:
    """The blocks of the innermost division that is open."""
    return next(
        (open_now[level] for level in sorted(levels, reverse=True) if open_now[level]), open_now[Level.WHOLE]
    )


def _close(open_now: dict[Level, list[Block]], outermost: Level) -> None:
    """Close the divisions that are open, from the innermost to those of a level."""
    for level in (Level.MONTH, Level.YEAR):
        if level >= outermost and open_now[level]:
            inner, open_now[level] = open_now[level], []
            outer = _innermost(open_now, [other for other in Level if other < level])
            outer.append(spanning("division", tuple(inner), rule=RULE))


def _entry(inner: tuple[Block, ...]) -> Block:
    return spanning("division", inner, rule=RULE, attributes=(("type", "entry"),))
