"""Every case of tests/cases/dates: a text, its dates in braces, and their values."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.converter.forms.dates.context import Dated, dated
from edition.converter.languages import language
from edition.converter.rules import rules
from edition.model import Certainty

CASES = Path(__file__).parent.parent / "cases" / "dates"
_DAY_OF_WRITING = re.compile(r"@(?:(\d{4}-\d\d-\d\d)|\?)\s+")


def cases() -> list[tuple[str, int, str]]:
    """All cases: the file without its ending, the line, the case."""
    return [
        (path.stem, number, line)
        for path in sorted(CASES.glob("*.txt"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


def shown(text: str, found: list[Dated]) -> str:
    """A text with its dates as a case writes them."""
    marked, place = "", 0
    for one in found:
        marked += text[place : one.start] + "{" + text[one.start : one.end] + "}"
        place = one.end
    values = "; ".join(map(value, found))
    return f"{marked}{text[place:]} => {values}" if found else text


def value(one: Dated) -> str:
    """The value of a date as a case writes it."""
    has = dict(one.attributes)
    said = has.get("when", "")
    if "from" in has:
        said = f"{has['from']}/{has.get('to', '')}"
    elif "notBefore" in has or "notAfter" in has:
        said = f"{has.get('notBefore', '')}..{has.get('notAfter', '')}"
    if has.get("precision") == "low":
        said = f"~{said}"
    if "dur" in has:
        said += f" {has['dur']}"
    if "calendar" in has:
        ends = "/".join(has[name] for name in ("from-custom", "to-custom") if name in has)
        said += f" = {has['calendar'].removeprefix('#')} {has.get('when-custom', ends)}"
    return (said or "-") + ("?" if one.certainty is Certainty.LOW else "")


@pytest.mark.parametrize(
    ("file", "number", "case"), cases(), ids=[f"{file}:{number}" for file, number, _ in cases()]
)
def test_the_dates_of_a_text_are_as_the_case_says(file: str, number: int, case: str) -> None:
    code = file.rpartition(".")[2]
    written = _DAY_OF_WRITING.match(case)
    case = case[written.end() :] if written else case
    text = re.sub(r"[{}]", "", case.split(" => ")[0].rstrip())
    day = written[1] if written else None
    found = dated(text, language(code), day, of_today=written is not None and day is None)
    assert {one.rule.partition(",")[0] for one in found} <= rules().keys()
    assert shown(text, found) == " ".join(case.rstrip().split(" => ")[0:1]) + (
        f" => {case.split(' => ')[1].strip()}" if " => " in case else ""
    )
