"""Every case of tests/cases/quoting: what quotation marks mean, and who speaks, in a few paragraphs.

The tags of other elements are left out, and `@direct`, `@resp` and `@cert`.
"""

from __future__ import annotations

import re

import pytest

import edition
from tests.case_files import CASES, Case, read_cases

ALL = [
    pytest.param(path.stem.split("-")[0], case, id=f"{path.stem}: {case.title}")
    for path in sorted((CASES / "quoting").glob("*.txt"))
    for case in read_cases(path)
]
_SHOWN = "said|quote|q|soCalled|mentioned|title"


@pytest.mark.parametrize(("lang", "case"), ALL)
def test_quotations_are_as_the_case_says(lang: str, case: Case) -> None:
    converted = edition.convert(case.input, genre="prose", lang=lang)
    assert converted.data is not None
    body = converted.data.decode().partition("<body>")[2].partition("</body>")[0]
    paragraphs = re.findall(r"<p>(.*?)</p>", body, re.S)
    shown = [re.sub(rf"</?(?!(?:{_SHOWN})\b)\w+[^>]*>", "", paragraph) for paragraph in paragraphs]
    written = re.sub(r' (?:direct="true"|resp="#edition"|cert="\w+")', "", "\n\n".join(shown))
    assert written == case.expected
