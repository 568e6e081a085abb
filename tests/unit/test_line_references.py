"""Which printed line an entry of the apparatus names."""

from __future__ import annotations

from edition.publish.line_references import line_references
from edition.publish.placed import Placed


def placed(value: object, y: float, page: int = 1) -> Placed:
    return {"value": value, "page": page, "x": 60.0, "y": y}


LINES = [placed(n, 100 + 13.6 * n) for n in range(1, 31)]


def test_a_place_belongs_to_the_line_at_its_height() -> None:
    assert line_references(LINES, [placed("a", 100 + 13.6 * 7)]) == {"a": "7"}


def test_of_two_lines_the_nearer_one_counts() -> None:
    places = [placed("low", 100 + 13.6 * 7 + 5), placed("high", 100 + 13.6 * 8 - 5)]
    assert line_references(LINES, places) == {"low": "7", "high": "8"}


def test_lines_of_another_page_do_not_count() -> None:
    further = [placed(n + 30, 100 + 13.6 * n, page=2) for n in range(1, 31)]
    assert line_references([*LINES, *further], [placed("a", 113.6, page=2)]) == {"a": "31"}


def test_a_page_without_lines_gives_no_number() -> None:
    assert line_references(LINES, [placed("a", 113.6, page=9)]) == {}
