"""Every case of tests/cases/lists: names of an edition's lists, tied to their records."""

from __future__ import annotations

import re

import pytest

import edition
from edition.registers import KINDS, read_register
from tests.case_files import CASES, Case, read_cases

FOLDER = CASES / "lists"
ALL = [
    pytest.param(path.suffixes[0][1:], case, id=f"{path.stem}: {case.title}")
    for path in sorted(FOLDER.glob("*.txt"))
    for case in read_cases(path)
]
REGISTER, FINDINGS = read_register(
    {kind: ((FOLDER / f"{kind}.csv").read_bytes(), f"{kind}.csv") for kind in KINDS}
)
NAMES = r"(?:persName|placeName|orgName|name|title)\b"


def test_the_lists_are_sound() -> None:
    assert FINDINGS == []
    assert len(REGISTER.persons) == 12 and len(REGISTER.entries) == 13


@pytest.mark.parametrize(("lang", "case"), ALL)
def test_names_are_tied_as_the_case_says(lang: str, case: Case) -> None:
    converted = edition.convert(
        case.input, genre="prose", lang=lang, persons=REGISTER.persons, entries=REGISTER.entries
    )
    assert converted.data is not None
    body = converted.data.decode().partition("<body>")[2].partition("</body>")[0]
    paragraph = re.search(r"<p>(.*)</p>", body, re.S)
    assert paragraph is not None
    written = re.sub(r' (?:resp|cert)="[^"]*"', "", paragraph[1])
    names = re.sub(rf"</?(?!{NAMES})\w+[^>]*>", "", written).replace("&amp;", "&")
    assert names == case.expected
