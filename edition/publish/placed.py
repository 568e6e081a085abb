"""What marks in a text tell of where typst has set it (the functions `placed` in xslt/print/)."""

from __future__ import annotations

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


class PlacedColumns(Placed):
    """Columns: where they begin (the value tells their `count` and the distance of their `line`s in points),
    where their text ends (the value is the column, from 0) and where their block does."""

    end: Placed
    after: Placed


class AllColumns(TypedDict):
    """All columns of a text; notes by the page and the height they begin at and the page they end on; where
    the text of a page begins and ends; and what is between the text and the first note, in points."""

    columns: list[PlacedColumns]
    feet: list[tuple[int, float, int]]
    page: tuple[float, float]
    above_notes: float


class AllPlaced(TypedDict):
    """What a text leaves on its pages: lines with a number in the margin, all lines of pages that have an
    apparatus, places of the apparatus, notes in the margin, where each entry at the foot begins and ends if
    there are several series of them, and their names in any case."""

    numbers: list[Placed]
    lines: list[Placed]
    variants: list[Placed]
    margins: list[Placed]
    feet: list[PlacedEntry]
    names: list[str]
    columns: AllColumns


class Displaced(TypedDict):
    """Paragraphs of which a note stands on an earlier or a later page than its call; and where there are any
    (or were before) the notes that share a line: of each its number from 1 and its height in points, none if
    it goes on to the next page.
    """

    early: list[str]
    late: list[str]
    lines: list[list[tuple[int, float | None]]]


NOTHING_DISPLACED: Displaced = {"early": [], "late": [], "lines": []}
NOTHING_PLACED: AllPlaced = {
    "numbers": [],
    "lines": [],
    "variants": [],
    "margins": [],
    "feet": [],
    "names": [],
    "columns": {"columns": [], "feet": [], "page": (0.0, 0.0), "above_notes": 0.0},
}
