"""Where a printer cuts the sheet: TrimBox and BleedBox on every page of a PDF (ISO 32000-1, 14.11.2).

typst writes the boxes of a page only for a bleed of its own, which leaves no room for crop marks beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

_POINTS = 72 / 25.4  # in a millimetre
_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s*\n")
_PAGE = re.compile(rb"\d+ 0 obj\s*<</Type/Page/[^\r\n]*?/MediaBox\s?\[0 0 ([\d.]+) ([\d.]+)\]")
_ROW = 20  # bytes a row of the table of objects takes


class Cut(NamedTuple):
    """Millimetres that the sheet goes beyond the page on each side, and how many of them are printed on."""

    slug: float
    bleed: float


def with_boxes(pdf: bytes, cut: Cut) -> bytes | None:
    """The PDF with the boxes on each page; None if it has no plain table of objects, as typst writes one."""
    table = _TABLE.search(pdf)
    section = _SECTION.match(pdf, int(table[1])) if table else None
    if table is None or section is None:
        return None
    at, rows = int(table[1]), section.end()
    count = int(section[1])
    offsets = [int(pdf[rows + n * _ROW : rows + n * _ROW + 10]) for n in range(count)]
    added: dict[int, bytes] = {}
    for offset in offsets:
        page = _PAGE.match(pdf, offset)
        if page is not None:
            added[page.end()] = _boxes(float(page[1]), float(page[2]), cut)
    if not added:
        return None
    return _rewritten(pdf, added, offsets, at, rows)


def _boxes(width: float, height: float, cut: Cut) -> bytes:
    def box(edge: float) -> str:
        sides = (edge, edge, width - edge, height - edge)
        return "[" + " ".join(f"{side:.4f}".rstrip("0").rstrip(".") for side in sides) + "]"

    trim, bleed = cut.slug * _POINTS, (cut.slug - cut.bleed) * _POINTS
    return f"/TrimBox{box(trim)}/BleedBox{box(bleed)}".encode()


def _rewritten(pdf: bytes, added: dict[int, bytes], offsets: list[int], at: int, rows: int) -> bytes:
    """`pdf` with bytes `added` at their places, its table of objects, which begins `at`, put right."""
    places = sorted(added)
    lengths = [0, *accumulate(len(added[place]) for place in places)]
    pieces, last = [], 0
    for place in places:
        pieces += [pdf[last:place], added[place]]
        last = place
    pieces.append(pdf[last:rows])

    def shifted(offset: int) -> int:
        return offset + lengths[bisect_right(places, offset)]

    for number, offset in enumerate(offsets):
        row = pdf[rows + number * _ROW : rows + (number + 1) * _ROW]
        pieces.append(b"%010d" % shifted(offset) + row[10:] if row[17:18] == b"n" else row)
    tail = pdf[rows + len(offsets) * _ROW :]
    pieces.append(_TABLE.sub(b"startxref\n%d\n%%%%EOF" % shifted(at), tail))
    return b"".join(pieces)
