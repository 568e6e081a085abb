"""Notes that one line calls come to the same page: the first claims the room of all of them.

typst 0.15 takes a line to the next page if the first note that it calls has no room on this one, but not for
the sake of the others. So the first leaves as much room below it as the others take, and they are drawn up
into that. What all take together is the same, so nothing changes where all have room anyhow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Held = tuple[float, float]
"""How many points an entry at the foot is drawn up, and how much room it leaves below."""

_SLACK = 0.01  # points: an entry less high than nothing would be drawn over the next one
_MOST = 120.0  # points: more than that is not held together


def held_notes(lines: Iterable[Sequence[tuple[int, float | None]]]) -> dict[str, Held]:
    """What to do with the notes of `lines`, by the number of the call from 1.

    A line has the number and the height of each note it calls, in points; no height where a note goes on to
    the next page, of which nobody knows how high it will be.
    """
    found: dict[str, Held] = {}
    for line in lines:
        heights = [height for _, height in line if height is not None]
        if len(heights) < len(line) or sum(heights) > _MOST:
            continue
        below = sum(height - _SLACK for height in heights[1:])
        up = 0.0
        for (number, _), next_height in zip(line, (*heights[1:], 0.0), strict=True):
            found[str(number)] = (round(up, 2), round(below, 2))
            up, below = below, below - next_height + _SLACK
    return found
