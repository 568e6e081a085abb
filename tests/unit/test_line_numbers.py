"""The numbers of lines in the outer margin: each beside its line, on whichever side that is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import typst
from pypdf import PageObject, PdfReader

from edition.config import PrintSettings
from edition.publish import design
from edition.publish.line_numbers import line_numbers
from edition.publish.printing import PrintJob, typeset
from tests.unit.print_press import HEAD_ROOM, markup, tei

NUMBERED = design(PrintSettings(line_numbers="page"))
PROSE = "".join(f"<p>{'Words that fill a page of the book. ' * 40}</p>" for _ in range(6))
NOTED = PROSE.replace("book.", 'book<app><lem>.</lem><rdg wit="#B">!</rdg></app>', 1)


def test_numbers_are_told_by_page() -> None:
    marks = [(5, 1, 10.0), (10, 1, 20.00049), (5, 2, 10.0)]
    told = line_numbers({"value": n, "page": page, "x": 0.0, "y": y} for n, page, y in marks)
    assert told == {"1": [(5, 10.0), (10, 20.0)], "2": [(5, 10.0)]}


def test_a_source_set_by_hand_has_its_numbers_too(tmp_path: Path) -> None:
    for name, content in NUMBERED.files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "main.typ").write_text(markup(tei(PROSE)), encoding="utf-8")
    pdf = typst.compile(tmp_path / "main.typ")
    assert isinstance(pdf, bytes)
    for page in list(PdfReader(io.BytesIO(pdf)).pages)[1:3]:
        assert {text for _, _, text in pieces_of(page) if text.isdecimal()} >= {"5", "10", "30"}


def pieces_of(page: PageObject) -> list[tuple[float, float, str]]:
    """All pieces of text below the running head: heights, distances from the left, words."""
    found: list[tuple[float, float, str]] = []

    def keep(text: str, cm: Sequence[float], tm: Sequence[float], *_: object) -> None:
        height = cm[3] * tm[5] + cm[5]
        if text.strip() and height < HEAD_ROOM:
            found.append((height, cm[0] * tm[4] + cm[4], text.strip()))

    page.extract_text(visitor_text=keep)
    return found


@pytest.mark.parametrize("body", [PROSE, NOTED])
def test_numbers_stand_on_the_line_they_count_in_the_outer_margin(body: str) -> None:
    (printed,) = typeset([PrintJob("x", "x.xml", markup(tei(body)), b"", "")], look=NUMBERED)
    assert printed.pdf is not None
    pages = PdfReader(io.BytesIO(printed.pdf)).pages
    assert len(pages) > 3
    for count in (2, 3):  # the first page has a title
        pieces = pieces_of(pages[count - 1])
        lines = sorted({round(y, 1) for y, _, text in pieces if not text.isdecimal()}, reverse=True)
        numbers = [(y, x, int(text)) for y, x, text in pieces if text.isdecimal()]
        assert [number for _, _, number in numbers] == [5, 10, 15, 20, 25, 30]
        for y, x, number in numbers:
            assert abs(lines[number - 1] - y) < 0.2
            assert x < 56 if count == 2 else x > 51 + 311
