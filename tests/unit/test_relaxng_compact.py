"""RELAX NG in compact syntax: what schemas say, and where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.relaxng import load
from edition.relaxng.compact import from_compact
from edition.relaxng.compact.tokens import CompactSyntaxError
from edition.relaxng.restrictions import broken_rules
from tests.case_files import CASES, Case, read_cases

FOLDER = CASES / "relaxng"


@pytest.mark.parametrize("case", read_cases(FOLDER / "compact.txt"), ids=lambda case: case.title)
def test_what_a_schema_says(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(case.input, encoding="utf-8")
    schema = load(path, whole=False)
    assert broken_rules(schema.pattern, path.name) == []
    for line in case.expected.split("\n"):
        assert schema.valid(line[2:].encode()) == (line[0] == "+"), line


@pytest.mark.parametrize("case", read_cases(FOLDER / "compact_wrong.txt"), ids=lambda case: case.title)
def test_where_a_schema_is_wrong(case: Case) -> None:
    with pytest.raises(CompactSyntaxError) as caught:
        from_compact(case.input)
    error = caught.value
    assert f"{error.line}:{error.column} {error.reason}" == case.expected


def test_places_count_characters_of_the_file_also_after_escapes_and_line_ends_of_other_systems() -> None:
    for text, line, column in (
        ("\ufeffstart = $", 1, 9),
        ("start =\r\n  $", 2, 3),
        ("start =\r\r $", 3, 2),
        ("start = \\x{65}lement \\x{61} $", 1, 29),
        ('start = """\n\n""" $', 3, 5),
        ("start = element a { text }\n\t$", 2, 2),
    ):
        with pytest.raises(CompactSyntaxError) as caught:
            from_compact(text)
        assert (caught.value.line, caught.value.column) == (line, column), text


def test_each_pattern_stands_in_xml_on_its_line() -> None:
    text = (
        "# first\n\nstart =\n  element a {\n    b,\n    c*\n  }\nb = element b {\n"
        '  "x\\x{A}y"\n  | d }\nc = element c { """1\n2""" }\nd = empty\n'
    )
    root = etree.fromstring(from_compact(text))
    lines: dict[tuple[str, str | None], object] = {
        (etree.QName(one).localname, one.get("name")): one.sourceline for one in root.iter()
    }
    assert lines["start", None] == 3
    assert lines["element", "a"] == 4
    assert lines["ref", "b"] == 5
    assert lines["ref", "c"] == 6
    assert lines["define", "b"] == 8
    assert lines["ref", "d"] == 10
    assert lines["define", "d"] == 13
    assert [one.text for one in root.iter("{*}value")] == ["x\ny", "1\n2"]


def test_what_is_taken_in_has_the_namespace_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "inner.rnc").write_text("element b { empty }", encoding="utf-8")
    (tmp_path / "base.rnc").write_text("start = element a { x }\nx = text", encoding="utf-8")
    outer = tmp_path / "outer.rnc"
    for text, right, wrong in (
        ('start = element a { external "inner.rnc" }', b"<a><b/></a>", b'<a><b xmlns="urn:p"/></a>'),
        (
            'namespace p = "urn:p"\nstart = element a { external "inner.rnc" inherit = p }',
            b'<a><b xmlns="urn:p"/></a>',
            b"<a><b/></a>",
        ),
        (
            'default namespace = "urn:p"\ninclude "base.rnc" { x = empty }',
            b'<a xmlns="urn:p"/>',
            b'<a xmlns="urn:p">x</a>',
        ),
        ('include "base.rnc" { start = element b { x } }', b"<b>x</b>", b"<a>x</a>"),
    ):
        outer.write_text(text, encoding="utf-8")
        schema = load(outer, whole=False)
        assert schema.valid(right), text
        assert not schema.valid(wrong), text


def test_a_schema_of_endless_parentheses_is_refused() -> None:
    with pytest.raises(CompactSyntaxError, match="stand inside one another"):
        from_compact("(" * 2_000)
    with pytest.raises(CompactSyntaxError, match="stand inside one another"):
        from_compact("start = " + "element a { " * 2_000)
    deep = "start = " + "element a { " * 90 + "text" + " }" * 90
    assert etree.fromstring(from_compact(deep)) is not None
