"""Every case of tests/cases/forms: attributions, references and lines of mastheads, taken apart."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.credits import read_credit
from edition.converter.forms.letters import Part
from edition.converter.forms.masthead import parse_masthead_line
from edition.converter.forms.references import read_reference
from edition.converter.languages import language
from tests.case_files import CASES, Case, read_cases


def marked(text: str, parts: Iterable[Part]) -> str:
    """The text with its parts as elements."""
    written, position = [], 0
    for part in parts:
        attributes = "".join(f' {name}="{value}"' for name, value in part.attributes)
        written += [text[position : part.start], f"<{part.element}{attributes}>"]
        written += [text[part.start : part.end], f"</{part.element}>"]
        position = part.end
    return "".join([*written, text[position:]])


@pytest.mark.parametrize(
    "case", read_cases(CASES / "forms" / "attributions.en.txt"), ids=lambda case: str(case.title)
)
def test_an_attribution_is_taken_apart_as_the_case_says(case: Case) -> None:
    found = parse_attribution(case.input, language("en"))
    assert marked(case.input, found.parts if found else ()) == case.expected


@pytest.mark.parametrize(
    "case", read_cases(CASES / "forms" / "mastheads.en.txt"), ids=lambda case: str(case.title)
)
def test_a_line_of_a_masthead_is_taken_apart_as_the_case_says(case: Case) -> None:
    found = parse_masthead_line(case.input, language("en"))
    assert marked(case.input, found.parts if found else ()) == case.expected


REFERENCES = [
    (path.stem.rpartition(".")[2], case)
    for path in sorted((CASES / "forms").glob("references.*.txt"))
    for case in read_cases(path)
]


@pytest.mark.parametrize(
    ("code", "case"), REFERENCES, ids=[f"{code}: {case.title}" for code, case in REFERENCES]
)
def test_a_reference_is_taken_apart_as_the_case_says(code: str, case: Case) -> None:
    assert marked(case.input, read_reference(case.input, language(code)).parts) == case.expected


@pytest.mark.parametrize(
    "case", read_cases(CASES / "forms" / "credits.en.txt"), ids=lambda case: str(case.title)
)
def test_a_credit_is_taken_apart_as_the_case_says(case: Case) -> None:
    found = read_credit(case.input, language("en"))
    assert marked(case.input, found.parts if found else ()) == case.expected
