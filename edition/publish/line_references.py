"""Which printed line an entry of the apparatus belongs to: from where both have come to stand on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict


class Placed(TypedDict):
    """A mark that typst has set: its value, its page from 1, and points from the left and upper edge."""

    value: Any
    page: int
    x: float
    y: float


class PlacedEntry(Placed):
    """An entry at the foot of a page: its series, its upper left corner, its last line, and in points the
    white between entries and the least there may be, which is that between lines."""

    end: Placed
    gap: tuple[float, float]


class AllPlaced(TypedDict):
    """What a text leaves on its pages: numbered lines, places of the apparatus, notes in the margin, and
    where each entry at the foot begins and ends if there are several series of them."""

    lines: list[Placed]
    variants: list[Placed]
    margins: list[Placed]
    feet: list[PlacedEntry]


NOTHING_PLACED: AllPlaced = {"lines": [], "variants": [], "margins": [], "feet": []}


def line_references(lines: Sequence[Placed], variants: Sequence[Placed]) -> dict[str, str]:
    """For each variant, by its name, the number of the line it stands in.

    The mark of a line stands at its foot or its head, as typst aligns it: the line meant is the nearest one.
    """
    by_page: Mapping[int, list[tuple[float, int]]] = defaultdict(list)
    for line in lines:
        by_page[line["page"]].append((line["y"], line["value"]))
    for several in by_page.values():
        several.sort()
    found: dict[str, str] = {}
    for variant in variants:
        several = by_page.get(variant["page"], [])
        if several:
            after = bisect_right(several, (variant["y"], 0))
            near = several[max(0, after - 1) : after + 1]
            found[variant["value"]] = str(min(near, key=lambda line: abs(line[0] - variant["y"]))[1])
    return found
