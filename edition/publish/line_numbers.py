"""The numbers of lines by page, and where they stand: from the marks that lines leave once they are set."""

from __future__ import annotations

from collections.abc import Iterable

from edition.publish.placed import Placed


def line_numbers(lines: Iterable[Placed]) -> dict[str, list[tuple[int, float]]]:
    """For each page that has any, by its number from 1: the numbers in its margin, and points from the upper
    edge to the foot of the line.

    They stand beside what is set and move nothing, so that no further round need show whether they are right.
    """
    found: dict[str, list[tuple[int, float]]] = {}
    for line in lines:
        found.setdefault(str(line["page"]), []).append((line["value"], round(line["y"], 3)))
    return found
