"""Every case of tests/cases/annotate: dates and persons in a paragraph of text."""

from __future__ import annotations

import re

import pytest

import edition
from tests.case_files import CASES, Case, read_cases

ALL = [
    pytest.param(path.suffixes[0][1:], case, id=f"{path.stem}: {case.title}")
    for path in sorted((CASES / "annotate").glob("*.txt"))
    for case in read_cases(path)
]


@pytest.mark.parametrize(("lang", "case"), ALL)
def test_annotations_are_as_the_case_says(lang: str, case: Case, request: pytest.FixtureRequest) -> None:
    converted = edition.convert(case.input, genre="prose", lang=lang)
    assert converted.data is not None
    body = converted.data.decode().partition("<body>")[2].partition("</body>")[0]
    paragraph = re.search(r"<p>(.*)</p>", body, re.S)
    assert paragraph is not None
    written = paragraph[1]
    if "persName" in case.expected:
        written = written.replace(' resp="#edition"', "")
        written = re.sub(r' cert="\w+"', "", written)
    subject = "date" if "dates" in request.node.name else "persName"
    assert only(written, subject) == case.expected


def only(markup: str, element: str) -> str:
    """The markup without the tags of other elements."""
    return re.sub(rf"</?(?!{element}\b)\w+[^>]*>", "", markup)
