"""Notes in the margin: each stands at its line, or below the one before it, and none goes off the page.

Those that the margin has no room for are set at the foot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from edition.publish.placed import Placed

_GAP = 4.0  # points between two notes
_HIGHEST = 50.0  # points from the upper edge: above it stand the running heads
_GRAIN = 0.05  # points: less is no difference that one could see


def margin_shifts(notes: Sequence[Placed]) -> dict[str, float]:
    """How many points each note stands below its line (above it: less than 0), by its name; none for 0.

    The value of a note is its name, its height, and how far down the page it may reach, in points.
    """
    found: dict[str, float] = {}
    for several in _by_page(notes):
        tops = _below_each_other(several)
        for (line, name, _, _), top in zip(several, tops, strict=True):
            if abs(top - line) > _GRAIN:
                found[name] = round(top - line, 2)
    return found


def crowded_out(notes: Sequence[Placed]) -> set[str]:
    """The names of the notes that a margin has no room for: on each page the longest, until the rest fit."""
    found: set[str] = set()
    for several in _by_page(notes):
        left = sorted(several, key=lambda note: note[2])
        while left and _below_each_other(sorted(left))[0] < _HIGHEST:
            found.add(left.pop()[1])
    return found


def _by_page(notes: Sequence[Placed]) -> Iterable[list[tuple[float, str, float, float]]]:
    """Line, name, height and lowest end of the notes of each page, from the top."""
    by_page: dict[int, list[tuple[float, str, float, float]]] = defaultdict(list)
    for note in notes:
        name, height, bottom = note["value"]
        by_page[note["page"]].append((note["y"], name, height, bottom))
    for several in by_page.values():
        several.sort()
    return by_page.values()


def _below_each_other(notes: Sequence[tuple[float, str, float, float]]) -> list[float]:
    """Where each note begins: first downwards, then up again from the foot of the page."""
    tops: list[float] = []
    end = 0.0
    for line, _, height, _ in notes:
        tops.append(max(line, end))
        end = tops[-1] + height + _GAP
    limit = notes[-1][3] if notes else 0.0
    for number in range(len(notes) - 1, -1, -1):
        tops[number] = min(tops[number], limit - notes[number][2])
        limit = tops[number] - _GAP
    return tops
