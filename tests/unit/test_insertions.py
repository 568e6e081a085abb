"""Every case of tests/cases/forms/insertions.*.txt; and that no text makes the search slow."""

from __future__ import annotations

import time

import pytest

import edition
from edition.converter.forms.insertions import find_insertions
from edition.converter.languages import language
from tests.case_files import CASES, Case, read_cases
from tests.unit.test_form_cases import marked

FILES = sorted((CASES / "forms").glob("insertions.*.txt"))


@pytest.mark.parametrize(
    ("code", "case"),
    [(path.suffixes[0][1:], case) for path in FILES for case in read_cases(path)],
    ids=lambda value: value if isinstance(value, str) else str(value.title),
)
def test_what_is_left_out_or_put_in_is_marked_as_the_case_says(code: str, case: Case) -> None:
    assert marked(case.input, find_insertions(case.input, language(code))) == case.expected


@pytest.mark.parametrize("piece", ["[", "[a ", "“[x] ", "....", "[. ", "((", "[x\n"])
def test_hostile_texts_take_no_longer_than_others(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.perf_counter()
    find_insertions(text, language("en"))
    assert time.perf_counter() - start < 2


def test_brackets_in_a_play_are_directions() -> None:
    text = "ACT I\n\nMARA. He said “the house [of ours] is cold....” [She goes.]\n\nTOM. Yes [sic].\n"
    written = edition.convert(text.encode(), genre="drama").data
    assert written is not None
    assert b"<supplied" not in written
    assert b"<ellipsis" not in written


def test_whoever_put_words_in_is_named_once() -> None:
    text = "The Lamp No. 3\n\n7 April 2008\n\nOn Rent\n\nHe said “the house [No. 866] was cold” and left.\n"
    written = edition.convert(text.encode()).data
    assert written is not None
    assert written.count(b'<respStmt xml:id="source-editor">') == 1
    assert b'<supplied resp="#source-editor">[No. 866]</supplied>' in written
