"""The example of each code is taken from its case, so that it cannot drift from what is really found.

`wrong` stands in the bad document of the case and not in the good one (unless what is wrong is that it does
not go on), `right` in the good one and not in the bad one; `says` and `advises` are what the case expects.
An … in an example leaves something out. Of several files each begins with its name and a colon.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from edition.diagnostics.catalogue import areas, as_markdown
from edition.diagnostics.explain import codes, explain, hint_of, message_of
from edition.diagnostics.render.text import visible
from tests.command import edition

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "diagnostics"
RULES = ROOT / "tests" / "cases" / "schematron"
CASES_OF_RULES = {
    "RULE-BROKEN": "failing-rule",
    "RULE-FAILED": "failing-rule",
    "RULE-SCHEMA": "refused/no-test",
    "RULE-BINDING": "refused/binding",
    "RULE-OUTSIDE": "refused/doc",
}
AREAS = ("XML", "TEI", "SCHEMA", "HEADER", "PRACTICE", "RULE")
# Where no line is to blame, or too long a one; a rule that warns looks like one that is broken.
WITHOUT = {
    "XML-EMPTY", "XML-TOO-DEEP", "XML-TOO-LARGE",
    "SCHEMA-MISSING", "SCHEMA-UNREADABLE", "SCHEMA-TOO-COMPLEX", "SCHEMA-REMOTE", "SCHEMA-NAMED",
    "RULE-WARNING", "RULE-NOTE", "RULE-NOT-CHECKED", "RULE-GAVE-OUT", "RULE-TOO-SLOW", "RULE-MISSING",
    "RULE-UNREADABLE", "RULE-PHASE",
}  # fmt: skip
SHOWN = sorted(code for area in AREAS for code, entry in codes(area).items() if "wrong" in entry)


def case(code: str, which: str) -> str:
    """The text of the bad or the good document of a case; of several, with their names before them."""
    folder = RULES / CASES_OF_RULES[code] if code in CASES_OF_RULES else CASES / code
    if (folder / which).is_dir():
        files = sorted(path for path in (folder / which).rglob("*.xml"))
        return "\n".join(f"{path.relative_to(folder / which).as_posix()}: {text_of(path)}" for path in files)
    (path,) = folder.glob(f"{which}.*")
    return text_of(path)


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "backslashreplace")


def plain(text: str) -> str:
    """White space as one blank, none between tags; control characters as they are shown."""
    return re.sub("> <", "><", " ".join(visible(part) for part in re.split(r"[ \t\n\r]+", text))).strip()


def occurs(example: str, document: str) -> bool:
    """Whether all parts of an example occur in this order."""
    place, whole = 0, plain(document)
    for part in example.split("…"):
        place = whole.find(plain(part), place)
        if place < 0:
            return False
        place += len(plain(part))
    return True


def test_an_example_occurs_with_its_parts_in_order_only() -> None:
    document = "<p>\n  <hi>a</hi> b\x0c</p>"
    assert occurs("<p><hi>a</hi>…b␌", document)
    assert not occurs("b…<hi>", document)
    assert not occurs("<hi>a</hi>b", document)


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_is_part_of_its_case(code: str) -> None:
    entry, bad, good = codes()[code], case(code, "bad"), case(code, "good")
    assert occurs(entry["wrong"], bad)
    assert not occurs(entry["wrong"], good) or entry["right"].startswith(entry["wrong"])
    assert occurs(entry["right"], good) and not occurs(entry["right"], bad)


@pytest.mark.parametrize("code", SHOWN)
def test_what_is_said_of_an_example_is_what_the_case_expects(code: str) -> None:
    entry = codes()[code]
    if code in CASES_OF_RULES:
        told = (RULES / CASES_OF_RULES[code] / "expected.txt").read_text(encoding="utf-8")
        message, hint = re.findall(rf"^\S+ {code} (.+)\n    (.+)$", told, re.M)[0]
    else:
        (told,) = json.loads((CASES / code / "expected.json").read_text(encoding="utf-8"))
        message, hint = told["message"], told["hint"]
    assert (message_of(entry), hint_of(entry)) == (message, hint)


def test_every_code_about_documents_has_an_example() -> None:
    assert set(SHOWN) | WITHOUT == {code for area in AREAS for code in codes(area)}
    assert not set(SHOWN) & WITHOUT


@pytest.mark.parametrize("code", codes())
def test_nobody_reads_the_braces_of_a_template(code: str) -> None:
    assert not re.search(r"\{\w*\}", message_of(codes()[code]) + hint_of(codes()[code]))


def test_explain_shows_message_hint_and_example() -> None:
    assert explain("TEI-DATE-VALUE") == (
        "TEI-DATE-VALUE: A date that is not in the normal form (error)\n\n"
        "Dates are sorted and compared in one form, ISO 8601; "
        "the text itself keeps the words of the source.\n\n"
        'message: @when="27.02.1850" is not a date\n'
        'hint:    dates are written year-month-day: when="1850-02-27"\n\n'
        'wrong:\n  <date when="27.02.1850">yesterday</date>\n\n'
        'right:\n  <date when="1850-02-27">yesterday</date>\n'
    )


def test_where_there_is_no_example_facts_are_left_out() -> None:
    assert "message: there is no schema at …\n" in explain("SCHEMA-MISSING")
    assert "message:" not in explain("RULE-NOTE")  # it would be nothing but the words of a rule


def test_every_area_has_its_place_in_the_list() -> None:
    assert set(areas()) == {code.partition("-")[0] for code in codes()}


def test_the_page_of_all_codes_is_what_the_command_prints(rewrite: bool) -> None:
    """docs/diagnostics.md is written anew by `pytest --rewrite`."""
    page = ROOT / "docs" / "diagnostics.md"
    if rewrite:
        page.write_text(as_markdown(), encoding="utf-8")
    said = edition("explain", "--all")
    assert said.code == 0
    assert said.out == page.read_text(encoding="utf-8")


def test_the_table_of_contents_leads_to_every_code_and_area() -> None:
    page = as_markdown()
    headings = re.findall(r"^###? (.+)$", page, re.M)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    pointed = re.findall(r"\]\(#([^)]+)\)", page)
    assert len(pointed) == len(set(pointed)) == len(codes()) + len(areas())
    assert set(pointed) == anchors


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "--all", "TEI-ROOT"]])
def test_explain_wants_either_a_name_or_all(arguments: list[str]) -> None:
    said = edition(*arguments)
    assert said.code == 2
    assert "--all" in said.err
