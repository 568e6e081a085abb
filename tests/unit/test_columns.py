"""Columns of newspaper pieces and registers end level on their last page."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from edition.config import PrintSettings
from edition.publish.balance import Height, column_heights
from edition.publish.design import design
from edition.publish.placed import AllColumns, Placed
from edition.publish.printing import typeset
from tests.unit.print_press import print_jobs, reader, tei

LINE = 13.6
TOP, FOOT = 60.0, 520.0  # points from the upper edge of the page
NEWSPAPER = '<biblStruct><monogr><title level="j">The Ferry</title></monogr></biblStruct>'
WORDS = "They told it at the ferry and at the mill, in the fields and to whoever came down to the water. "


def article(paragraphs: int) -> bytes:
    body = "".join(f"<p>{WORDS * (2 + n % 3)}</p>" for n in range(paragraphs))
    document = tei(f"<div><head>A Piece</head>{body}</div>")
    return document.replace(b"<sourceDesc>", f"<sourceDesc>{NEWSPAPER}".encode(), 1)


def last_lines(document: bytes, columns: Any) -> tuple[int, list[float]]:
    """How many pages there are, and where each column of the last page ends, in points from its foot."""
    (printed,) = typeset(print_jobs(document), look=design(PrintSettings(columns=columns)))
    assert printed.pdf is not None, printed.diagnostics
    pages = reader(printed.pdf).pages
    lowest: dict[bool, float] = defaultdict(lambda: 1000.0)

    def keep(words: str, cm: Any, tm: Any, _: Any, size: float) -> None:
        x, y = cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]
        if words.strip() and abs(abs(cm[3] * tm[3]) * size - 10.3) < 0.05:
            lowest[x > 200] = min(lowest[x > 200], y)

    pages[-1].extract_text(visitor_text=keep)
    return len(pages), list(lowest.values())


@pytest.mark.parametrize("paragraphs", [5, 11, 24])
def test_the_columns_of_the_last_page_end_level(paragraphs: int) -> None:
    _, (one, other) = last_lines(article(paragraphs), 2)
    assert abs(one - other) <= 2 * LINE + 0.5  # rules on widows and orphans may hold a line back


def test_a_text_in_one_column_ends_where_it_ends() -> None:
    _, ends = last_lines(article(5), 1)
    assert len(ends) == 1


def mark(page: int, y: float, value: Any = None) -> Placed:
    return {"value": value, "page": page, "x": 0.0, "y": y}


def placed(
    begin: tuple[int, float],
    end: tuple[int, int, float],
    after: tuple[int, float],
    *notes: tuple[int, float, int],
) -> AllColumns:
    """Two columns that begin on a page at a height, end on a page in a column at a height; their block."""
    page, column, y = end
    return {
        "columns": [
            {
                **mark(*begin, {"count": 2, "line": 10.0}),
                "end": mark(page, y, column),
                "after": mark(*after),
            }
        ],
        "feet": list(notes),
        "page": (TOP, FOOT),
        "above_notes": 15.0,
    }


@pytest.mark.parametrize(
    ("begin", "end", "notes", "height"),
    [
        ((1, 120.0), (1, 0, 220.0), [], 50.0),
        ((1, 120.0), (1, 0, 215.0), [], 50.0),  # half a line is one
        ((1, 120.0), (2, 0, 160.0), [], 400.0 + 50.0),
        ((1, 120.0), (3, 1, 160.0), [], 400.0 + 460.0 + 280.0),
        ((1, 120.0), (2, 0, 160.0), [(1, 420.0, 1), (1, 440.0, 1)], 285.0 + 50.0),
        ((1, 120.0), (2, 0, 160.0), [(7, 420.0, 7)], 400.0 + 50.0),
    ],
)
def test_the_height_is_that_of_all_pages_before_and_of_half_of_the_last(
    begin: tuple[int, float], end: tuple[int, int, float], notes: list[tuple[int, float, int]], height: float
) -> None:
    (told,) = column_heights(placed(begin, end, (9, TOP), *notes), {}).values()
    assert told["height"] == pytest.approx(height, abs=1.5)


def test_columns_that_are_full_stay_as_they_are() -> None:
    assert column_heights(placed((1, 120.0), (1, 1, FOOT - 5), (2, TOP)), {}) == {}


def test_nothing_is_told_where_a_note_goes_on_to_the_next_page() -> None:
    assert column_heights(placed((1, 120.0), (2, 0, 160.0), (9, TOP), (1, 480.0, 2)), {}) == {}


def test_what_fits_stays_and_what_does_not_gets_a_line_more() -> None:
    first: dict[str, Height] = {"1": {"height": 50.0, "top": 120.0}}
    fits = placed((1, 120.0), (1, 1, 168.0), (1, 170.0))
    assert column_heights(fits, first) == first
    too_long = placed((1, 120.0), (1, 1, 178.0), (1, 170.0))
    assert column_heights(too_long, first) == {"1": {"height": 60.0, "top": 120.0}}
    assert column_heights(too_long, first, patient=False) == {"1": {"height": 0.0, "top": 120.0}}
    beyond_the_page = placed((1, 120.0), (1, 1, FOOT + 40), (2, TOP))
    assert column_heights(beyond_the_page, first)["1"]["height"] > 50


def test_columns_that_begin_elsewhere_are_set_anew() -> None:
    height: dict[str, Height] = {"1": {"height": 50.0, "top": 120.0}}
    assert column_heights(placed((1, 140.0), (1, 1, 168.0), (1, 190.0)), height) == {}
