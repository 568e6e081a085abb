"""How high columns of text are to be, so that those of their last page end level.

typst fills columns one after the other. Where the text ends is known once it is set; it is then set in a
block of the height that brings both to the same line, and a line more for as long as it does not fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import TypedDict

from edition.publish.placed import AllColumns, PlacedColumns


class Height(TypedDict):
    """The height of columns over all their pages, for those that begin at `top`, in points; 0 leaves them
    as they come."""

    height: float
    top: float


_SLACK = 1.0  # points: a block lower by a hair than its lines would lose one
_GRAIN = 0.1


def column_heights(
    placed: AllColumns, heights: Mapping[str, Height], *, patient: bool = True
) -> dict[str, Height]:
    """The heights of columns by their number from 1, as they came out with `heights`.

    None is told for columns that begin elsewhere than when theirs was found, which are set anew without, nor
    where a note goes on to a later page, since nobody knows how much room it takes there. When no longer
    `patient`, columns are left as they come if their height is not found yet.
    """
    found: dict[str, Height] = {}
    for number, columns in enumerate(placed["columns"], 1):
        name = str(number)
        height = heights.get(name)
        if height is None:
            told = _level(columns, placed) if patient else None
        elif not height["height"] or (_stays(columns, height) and _fits(columns, placed)):
            told = height
        elif not patient:
            told = {"height": 0.0, "top": columns["y"]}
        else:
            told = _higher(height, columns) if _stays(columns, height) else None
        if told is not None:
            found[name] = told
    return found


def _stays(columns: PlacedColumns, height: Height) -> bool:
    return abs(height["top"] - columns["y"]) < _GRAIN


def _fits(columns: PlacedColumns, placed: AllColumns) -> bool:
    end, after = columns["end"], columns["after"]
    _, foot = placed["page"]
    limit = after["y"] if end["page"] == after["page"] else foot
    return end["page"] <= after["page"] and end["y"] <= limit + _SLACK


def _higher(height: Height, columns: PlacedColumns) -> Height:
    """A line more, and more than that where much is missing."""
    line = columns["value"]["line"]
    same_page = columns["end"]["page"] == columns["after"]["page"]
    missing = columns["end"]["y"] - columns["after"]["y"] if same_page else 0.0
    lines = max(1, int(missing / columns["value"]["count"] / line))
    return {"height": round(height["height"] + lines * line, 2), "top": height["top"]}


def _level(columns: PlacedColumns, placed: AllColumns) -> Height | None:
    """The height at which columns that were set one after the other will end level, if that can be told."""
    first, end = columns["page"], columns["end"]
    pages = range(first, end["page"] + 1)
    notes = [note for note in placed["feet"] if note[0] in pages or note[2] in pages]
    if any(begin != ends for begin, _, ends in notes):
        return None
    top, bottom = placed["page"]

    def room(page: int) -> float:
        """How high a column of this page is."""
        tops = [y - placed["above_notes"] for begin, y, _ in notes if begin == page]
        return min(tops, default=bottom) - (columns["y"] if page == first else top)

    count, line = columns["value"]["count"], columns["value"]["line"]
    begins = columns["y"] if end["page"] == first else top
    set_high = end["value"] * room(end["page"]) + end["y"] - begins
    last = ceil(set_high / count / line) * line + _SLACK
    if last >= room(end["page"]):
        return None
    height = sum(room(page) for page in pages[:-1]) + last
    return {"height": round(height, 2), "top": columns["y"]}
