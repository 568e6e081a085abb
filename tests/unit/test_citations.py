"""Every case of tests/cases/forms/citations.*.txt, and what no text may do to the search."""

from __future__ import annotations

import time

import pytest

from edition.converter.forms.citations import Citation, citation_after, find_citations
from edition.converter.languages import known_languages, language
from tests.case_files import CASES, Case, read_cases
from tests.unit.test_form_cases import marked

FILES = sorted((CASES / "forms").glob("citations.*.txt"))


def with_citations(text: str, found: list[Citation]) -> str:
    """The text with its citations as elements."""
    written, position = [], 0
    for one in found:
        inner = [p._replace(start=p.start - one.start, end=p.end - one.start) for p in one.parts]
        written += [text[position : one.start], "<bibl>", marked(text[one.start : one.end], inner), "</bibl>"]
        position = one.end
    return "".join([*written, text[position:]])


@pytest.mark.parametrize(
    ("code", "case"),
    [(path.suffixes[0][1:], case) for path in FILES for case in read_cases(path)],
    ids=lambda value: value if isinstance(value, str) else str(value.title),
)
def test_a_citation_is_marked_as_the_case_says(code: str, case: Case) -> None:
    assert with_citations(case.input, find_citations(case.input, language(code))) == case.expected


def test_the_citation_after_a_quotation_is_found_by_its_end() -> None:
    text = "He said: “No.” (Collected Works, Vol. 28, p. 151) and left (ibid., p. 3)."
    found = find_citations(text, language("en"))
    assert citation_after(text, text.index("No.") + 3, found) == found[0]
    assert citation_after(text, text.index("said"), found) is None


@pytest.mark.parametrize("code", sorted(known_languages()))
@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "[",
        "(A, ",
        "(p. 1, ",
        "1:1 ",
        "Matt. 5:",
        "“A” (",
        "Cic. Att. ",
        "Art. 5 Abs. ",
        "(A 1917, ",
        "1 U.S. ",
    ],
)
def test_hostile_texts_take_no_longer_than_others(code: str, piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    find_citations(text, language(code))
    assert time.perf_counter() - start < 2
