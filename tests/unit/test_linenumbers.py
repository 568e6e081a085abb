"""Numbers down the margin: what counts the lines of pages, and what counts something else."""

from __future__ import annotations

import pytest

from edition.converter.segment.linenumbers import without_line_numbers
from edition.converter.segment.lines import stanzas
from edition.model import Source


def _numbers(text: str) -> list[str]:
    source = Source("text", "text", text)
    _, numbers = without_line_numbers(tuple(stanzas(source)))
    return [source.slice(span) for span in numbers.spans]


PAGE = "".join(f"{n:2}    said the witness\n" for n in range(1, 13))


def test_the_lines_of_a_page_are_counted() -> None:
    assert _numbers(PAGE) == [str(n) for n in range(1, 13)]


def test_pages_may_leave_one_blank_after_the_number() -> None:
    page = PAGE.replace("    said", " said")
    assert len(_numbers(page + page)) == 24


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("    said", " said"),  # one list, or verses of scripture
        PAGE.replace("    said", ".   said"),
        "".join(f"{n:2}    barrels of tar\n" for n in (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8)),
        "".join(f"{n if n % 5 == 0 else '':2}    a line of verse\n" for n in range(1, 30)),
        "".join(f"{n:2}    said the witness\n" for n in range(1, 8)),
    ],
    ids=["one blank on one page", "with stops", "quantities", "every fifth line", "too few"],
)
def test_what_counts_something_else_is_left_alone(text: str) -> None:
    assert _numbers(text) == []
