"""Whatever a reference is made of: it is read, and its parts stand apart in its text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.converter.forms.references import read_reference
from edition.converter.languages import language
from edition.converter.segment.bibliography.entries import entries
from edition.converter.segment.lines import Line
from edition.model import Span

WORDS = [
    "Hale", "Ruth", "A.", "T. W.", "The Mill", "in", "In", "ed.", "eds", "and", "&", "vol.", "no.", "12",
    "1911",
    "4–19", "p.", "S.", "(", ")", "[", "“", "”", "_", "'", "—", "-", ":", ".", ",", ";", "et al.", "2nd ed.",
    "London", "Press", "10.1234/x", "http://a.b", "xii", "IV", "№", "§", "//", "\n", "É", "М.", "中",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["en", "de", "fr", "ru", None]))
@settings(deadline=None, max_examples=300)
def test_parts_stand_apart_and_in_order(words: list[str], code: str | None) -> None:
    text = " ".join(words)
    end = 0
    for part in read_reference(text, language(code)).parts:
        assert end <= part.start < part.end <= len(text)
        end = part.end


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read(text: str) -> None:
    read_reference(text, language("en"))


def test_hostile_references_take_no_time() -> None:
    hostile = [
        "1-" * 700,
        "(" * 1400,
        "A. " * 480,
        "“" * 1400,
        "_a" * 700,
        "ed. " * 300,
        "Smith, " * 200,
        "'" * 1400,
    ]
    hostile += ["10.1234/" * 180, "a" * 1400, "1987 " * 280, "in In " * 230, ". " * 700]
    read_reference("Hale, Ruth. The Mill. 1911.", language("en"))
    start = time.perf_counter()
    for text in hostile:
        read_reference(text, language("en"))
    assert time.perf_counter() - start < 5


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=40), st.integers(0, 6), st.integers(0, 2)), max_size=40)
)
@settings(deadline=None, max_examples=200)
def test_every_line_is_in_one_entry(rows: list[tuple[str, int, int]]) -> None:
    lines = [Line(text, Span(i, i + 1), indent, blanks) for i, (text, indent, blanks) in enumerate(rows)]
    assert [line for entry in entries(lines) for line in entry] == lines
