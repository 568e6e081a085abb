"""Who says what a paragraph introduces (tests/cases/forms/introductions.*.txt), and what is set apart."""

from __future__ import annotations

import re
import time

import pytest

import edition
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.introductions import named_by_place, parse_introduction, speaker_among
from edition.converter.languages import Language, language
from edition.converter.segment.set_apart import in_marks
from tests.case_files import CASES, Case, read_cases

FILES = sorted((CASES / "forms").glob("introductions.*.txt"))


def with_speaker(text: str, words: Language) -> str:
    """The text with the name of the speaker as an element."""
    found = parse_introduction(text, words)
    if found is None:
        return text
    names = [(name.start, name.end) for name in find_names(text, words)]
    placed = named_by_place(text, found, words)
    if placed is not None and not any(a < placed[1] and placed[0] < b for a, b in names):
        names = sorted([*names, placed])
    who = speaker_among(text, found, names, words)
    if who is None:
        return text
    return f"{text[: who[0]]}<who>{text[who[0] : who[1]]}</who>{text[who[1] :]}"


@pytest.mark.parametrize(
    ("code", "case"),
    [(path.suffixes[0][1:], case) for path in FILES for case in read_cases(path)],
    ids=lambda value: value if isinstance(value, str) else str(value.title),
)
def test_the_speaker_is_the_one_that_the_case_marks(code: str, case: Case) -> None:
    assert with_speaker(case.input, language(code)) == case.expected


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["“One.”"], 1),
        (["“One.", "“Two.”"], 2),
        (["“One.", "Two.”"], 0),  # it does not open again
        (["“One,” he said. “Two.”"], 0),
        (["“One ‘two’ three.”"], 1),
        (["«Uno.", "»Due.»"], 2),
        (["„Eins.“"], 1),
        (["‘It’s one.’"], 1),
        (["“One.” (Collected Works, Vol. 28, p. 151)"], 1),
        (["“One.” And that was all he said on that day."], 0),
        (["“One.", "“Two.", "“Three."], 0),  # never closed
    ],
)
def test_marks_open_with_each_paragraph_and_close_with_the_last(texts: list[str], count: int) -> None:
    assert in_marks(texts) == count


HEAD = "The Lamp No. 3\n\n7 April 2008\n\nOn Rent\n\n"


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        ("Hugh Hill said:\n\n“The rent is due.”\n\nWe shall see.\n", True),
        ("Hugh Hill said:\n\nThe rent is due, and it will be paid.\n\nSo he said.\n", True),
        ("Three things are sure:\n\nThe rent is due, and it will be paid.\n\nSo it is.\n", False),
        ("Hugh Hill said:\n\n“The rent is due,” and left. “Pay it.”\n\nWe shall see.\n", False),
        ("We demand:\n\n1. Bread.\n2. Coal.\n3. Light.\n\nCome to the hall on Friday.\n", False),
    ],
)
def test_what_a_colon_introduces_in_a_paper_is_a_quotation(body: str, quoted: bool) -> None:
    written = edition.convert((HEAD + body).encode(), lang="en").data
    assert written is not None
    assert (re.search(rb"<quote[ >]", written) is not None) is quoted


def test_people_in_a_novel_speak_and_are_not_quoted() -> None:
    text = "CHAPTER I\n\nHugh Hill said:\n\n“The rent is due.”\n\nHe went to the door and looked out.\n"
    written = edition.convert(text.encode(), genre="prose").data
    assert written is not None
    assert b"<quote" not in written


@pytest.mark.parametrize("piece", ["A said, ", "a: ", "“", "A B. ", "as A wrote ", "he said. "])
def test_hostile_texts_take_no_longer_than_others(piece: str) -> None:
    text = piece * (40_000 // len(piece)) + "said:"
    start = time.perf_counter()
    with_speaker(text[-5000:], language("en"))
    in_marks(["“" + text] * 5)
    assert time.perf_counter() - start < 2
