"""The foot of a page: notes of the author, the apparatus, notes of the editor, each series together.

typst has one place for notes and sets them in the order of their calls. Entries are shown in another order by
moving them: an entry takes as much room in one place as in another, so the rest of the page stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.publish.placed import PlacedEntry

SERIES = ("author", "apparatus", "editor")
"""From the text down: what belongs to the text, what is said of its words, what is said about it."""

Shift = tuple[float, float]
"""How many points below its own place an entry is shown, and how much white is above it if it begins a series
below another one."""

_WIDE = 2.0  # how much wider than usual the white between two series may be
_GRAIN = 0.05  # points: less is no difference that one could see


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as typst set it: where it begins and its last line is, and whether it ends on a later page."""

    number: int
    series: str
    top: float
    bottom: float
    goes_on: bool
    gap: float
    least_gap: float


def in_series(entries: Iterable[PlacedEntry], shifts: Mapping[str, Shift]) -> dict[str, Shift]:
    """What to do with each entry, by the number of its call from 1; nothing for those that stand right.

    `entries` stand in the order of their calls, as they came out with `shifts`.
    An entry that goes on to the next page stays the last, and its series with it.
    """
    by_page: dict[int, list[_Entry]] = defaultdict(list)
    for number, entry in enumerate(entries, 1):
        shift, _ = shifts.get(str(number), (0.0, 0.0))
        end = entry["end"]
        goes_on = end["page"] != entry["page"]
        by_page[entry["page"]].append(
            _Entry(number, entry["value"], entry["y"] - shift, end["y"] - shift, goes_on, *entry["gap"])
        )
    found: dict[str, Shift] = {}
    for page in by_page.values():
        if len({entry.series for entry in page}) > 1:
            found |= _shifts(sorted(page, key=lambda entry: entry.top))
    # What differs by a hair only is the same, or it would differ again each time the text is set.
    return {number: _same(shifts.get(number), shift) for number, shift in found.items()}


def _same(before: Shift | None, now: Shift) -> Shift:
    if before is None or max(abs(old - new) for old, new in zip(before, now, strict=True)) > _GRAIN:
        return now
    return before


def _shifts(page: Sequence[_Entry]) -> dict[str, Shift]:
    # From the last line of an entry to the next entry; the last one has none to tell by.
    step = min(after.top - before.bottom for before, after in pairwise(page))
    height = {before.number: after.top - before.top - before.gap for before, after in pairwise(page)}
    height[page[-1].number] = page[-1].bottom - page[-1].top + step - page[-1].gap
    ordered = _in_order(page)
    borders = [before.series != after.series for before, after in pairwise(ordered)]
    between, within = _white(page[0].gap, page[0].least_gap, sum(borders), len(borders))
    found: dict[str, Shift] = {}
    end = page[0].top
    for entry, border in zip(ordered, (None, *borders), strict=True):
        top = end + {None: 0.0, True: between, False: within}[border]
        shift = round(top - entry.top, 2)
        shift = shift if abs(shift) > _GRAIN else 0.0
        if shift or border:
            found[str(entry.number)] = (shift, round(between, 2) if border else 0.0)
        end = top + height[entry.number]
    return found


def _white(gap: float, least: float, borders: int, gaps: int) -> tuple[float, float]:
    """The white between two series and within one, of all that is between the entries of a page."""
    between = min(_WIDE * gap, least + gaps * (gap - least) / borders)
    inner = gaps - borders
    return between, (gaps * gap - borders * between) / inner if inner else gap


def _in_order(page: Sequence[_Entry]) -> list[_Entry]:
    going_on = page[-1].series if page[-1].goes_on else ""
    return sorted(page, key=lambda entry: (entry.series == going_on, SERIES.index(entry.series), entry.top))
