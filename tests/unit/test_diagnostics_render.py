"""How findings look on a terminal and as JSON."""

from __future__ import annotations

import json

import click
import pytest

from edition.diagnostics import Diagnostic, Severity
from edition.diagnostics.explain import codes, explain
from edition.diagnostics.render import as_json, as_text
from edition.diagnostics.render.text import window
from edition.model import Position

FINDING = Diagnostic(
    code="TEI-POINTER-DANGLING",
    severity=Severity.ERROR,
    message='@ref points to "#adda", but nothing in this document has that xml:id',
    path="letters/042.xml",
    position=Position(31, 13),
    hint='did you mean "#ada"?',
    excerpt='  <persName ref="#adda">Ada</persName>',
)


def test_a_finding_says_where_what_and_what_to_do_next() -> None:
    assert as_text([FINDING]) == (
        "letters/042.xml:31:13 error TEI-POINTER-DANGLING  "
        '@ref points to "#adda", but nothing in this document has that xml:id\n'
        '    31 | <persName ref="#adda">Ada</persName>\n'
        "       |           ^\n"
        '  hint: did you mean "#ada"?\n'
    )


def test_colour_changes_no_word() -> None:
    coloured = as_text([FINDING], colour=True)
    assert coloured != as_text([FINDING])
    assert click.unstyle(coloured) == as_text([FINDING])


def test_no_findings_are_no_text_and_an_empty_array() -> None:
    assert as_text([]) == ""
    assert json.loads(as_json([])) == []


def test_json_has_exactly_the_fields_promised() -> None:
    nowhere = Diagnostic(code="XML-EMPTY", severity=Severity.WARNING, message="é “leer”")
    assert json.loads(as_json([FINDING, nowhere])) == [
        {
            "path": "letters/042.xml",
            "line": 31,
            "column": 13,
            "length": 1,
            "code": "TEI-POINTER-DANGLING",
            "severity": "error",
            "message": FINDING.message,
            "hint": FINDING.hint,
        },
        {
            "path": "",
            "line": None,
            "column": None,
            "length": None,
            "code": "XML-EMPTY",
            "severity": "warning",
            "message": "é “leer”",
            "hint": "",
        },
    ]


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("<p>x</p>", 4, "x"),
        ("    <p>x</p>", 8, "x"),
        ("\t<p>\tx</p>", 6, "x"),
        ("<p>漢字x</p>", 6, "x"),
        ("e\u0301e\u0301x", 5, "x"),
        ("a" * 500 + "x" + "b" * 500, 501, "x"),
        ("漢" * 500 + "x" + "字" * 500, 501, "x"),
        ("short", 6, ""),
        ("", 1, ""),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, under: str) -> None:
    shown, caret = window(line, column)
    cell, found = 0, ""
    for character in shown:
        if cell == caret and character not in "\u0301":
            found = character
            break
        cell += 2 if character in "漢字" else 0 if character == "\u0301" else 1
    assert found == under
    assert len(shown) <= 110


def test_nothing_in_a_text_acts_on_the_terminal() -> None:
    hostile = Diagnostic(
        code="XML-CHARACTER",
        severity=Severity.ERROR,
        message="\x1b[31mred\u202e",
        path="x",
        position=Position(1, 1),
        excerpt="\x1b]0;title\x07\x9b1m\u202etext",
    )
    text = as_text([hostile])
    assert not set("\x1b\x07\x9b\u202e") & set(text)
    assert "␛" in text


def found(
    line: int, message: str = "@n is 4", path: str = "a.xml", code: str = "PRACTICE-TYPE"
) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, path=path, position=Position(line, 1))


def test_of_many_alike_in_a_document_the_first_few_are_shown_and_the_rest_counted() -> None:
    text = as_text([found(line) for line in range(1, 1401)], few=5)
    assert [line.partition(" ")[0] for line in text.splitlines()[:5]] == [f"a.xml:{n}:1" for n in range(1, 6)]
    assert text.splitlines()[5:] == [
        "  … and 1,395 more like it in a.xml (edition validate a.xml --format json lists all)"
    ]


def test_as_many_as_are_shown_are_followed_by_no_count() -> None:
    assert "more like it" not in as_text([found(line) for line in range(5)], few=5)
    assert "… and 1 more like it" in as_text([found(line) for line in range(6)], few=5)
    assert len(as_text([found(line) for line in range(6)]).splitlines()) == 6  # where nobody asks for it


def test_only_findings_that_differ_by_their_place_are_alike() -> None:
    other = [found(9, "It is 5"), found(9, path="b.xml"), found(9, code="PRACTICE-REND")]
    text = as_text([*(found(line) for line in range(6)), *other], few=5)
    assert [line.split()[0] for line in text.splitlines()[-3:]] == ["a.xml:9:1", "b.xml:9:1", "a.xml:9:1"]
    lines = as_text([found(n, f"begun in line {n} already") for n in range(9)], few=5).splitlines()
    assert (len(lines), lines[-1].split()[:3]) == (6, ["…", "and", "4"])
    numbers = as_text([found(n, f"page {n} has begun") for n in range(9)], few=5)
    assert len(numbers.splitlines()) == 9


def test_the_count_stands_below_the_last_one_shown_and_its_command_can_be_copied() -> None:
    findings = [
        one for line in range(1, 4) for one in (found(line, path="my letter.xml"), found(line, "else"))
    ]
    lines = as_text(findings, few=2).splitlines()
    assert lines[3] == (
        "  … and 1 more like it in my letter.xml (edition validate 'my letter.xml' --format json lists all)"
    )
    piped = as_text([found(line, path="<stdin>") for line in range(3)], few=2)
    assert piped.endswith("… and 1 more like it in <stdin> (edition validate - --format json lists all)\n")
    coloured = as_text(findings, few=2, colour=True)
    assert click.unstyle(coloured) == as_text(findings, few=2)


def test_every_code_of_the_project_can_be_explained() -> None:
    assert len(codes()) > 40
    for code, entry in codes().items():
        assert explain(code).startswith(f"{code}: {entry['title']}")


def test_a_code_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        explain("TEI-NONSENSE")
