"""What counts as the same word on a page and in its document, and what does not."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.pdf_words import missing, words_of_document
from tests.unit.print_press import tei


@pytest.mark.parametrize(
    "page",
    [
        "still water over it",
        "it over water still",
        "still wa\u00ad\nter over it",
        "still wa\u00ad\n\n12 HEAD\n\nter over it",
        "still water3 over it",
        "still wa\u00ad\nter3 over it",
        "a page has more: still water over it",
    ],
)
def test_words_are_there_in_any_order_parted_at_line_ends_or_called_by_a_note(page: str) -> None:
    assert missing(Counter(["still", "water", "over", "it"]), page) == []


@pytest.mark.parametrize(
    ("page", "lost"),
    [
        ("still over it", ["water"]),
        ("still wa ter over it", ["water"]),
        ("still wa\u00ad\n\n12 over it", ["water"]),
        ("still waterfall over it", ["water"]),
        ("water over it", ["still"]),
    ],
)
def test_a_word_that_is_not_there_is_told(page: str, lost: list[str]) -> None:
    assert missing(Counter(["still", "water", "over", "it"]), page) == lost


def test_a_word_stands_as_often_as_it_is_needed() -> None:
    assert missing(Counter({"bell": 2}), "bell bell bell") == []
    assert missing(Counter({"bell": 2}), "bell belfry") == ["bell"]


def test_a_line_may_end_after_a_sign_but_not_without_one() -> None:
    assert missing(Counter(["far-off"]), "far-\noff") == []
    assert missing(Counter(["faroff"]), "far\noff") == ["faroff"]


def test_words_of_a_document_go_over_phrases_and_end_at_blocks_and_lines() -> None:
    document = tei("<p>f<hi>ar</hi> <lb/>off<lb break='no'/>er<note>two</note></p><p>x<lb/>y</p>")
    assert words_of_document(document) == Counter(["far", "offer", "two", "x", "y"])
