"""Schematron: what each part of the language does, what is refused, and where findings stand.

A case is a folder tests/cases/schematron/NAME: rules.sch (or .rng, .odd), bad.xml, good.xml, in which nothing
is found, and expected.txt. Where the rules have phases, expected-PHASE.txt says what is found in each.

refused/NAME has bad.sch, which is not even read, good.sch, which is, and expected.txt; wrong/NAME.sch has an
expression that Saxon does not compile, and expected.txt there says what is told of each. tei/ is for the
conformance tests, which have the schema of the TEI.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.diagnostics import CannotRunError, Diagnostic, OwnFaultError, Severity
from edition.diagnostics.explain import codes
from edition.diagnostics.render import as_text
from edition.schematron import RuleChecker, Rules, read_rules
from edition.tei import TeiDocument, parse

CASES = Path(__file__).resolve().parents[1] / "cases" / "schematron"
FEATURES = sorted(path.parent for path in CASES.glob("*/bad.xml"))
REFUSED = sorted(path for path in CASES.glob("refused/*/bad.*"))
REFUSALS = {
    "RULE-SCHEMA",
    "RULE-BINDING",
    "RULE-OUTSIDE",
    "RULE-MISSING",
    "XML-TAG-OPEN",
    "XML-ENTITY-EXTERNAL",
}
WRONG = sorted(path for path in CASES.glob("wrong/*.sch"))


def document(data: bytes, name: str = "a.xml") -> TeiDocument:
    parsed, findings = parse(data, name=name, stem=Path(name).stem)
    assert parsed is not None, findings
    return parsed


def rules_at(path: Path) -> Rules:
    rules = read_rules(path)
    assert rules is not None
    return rules


def told(diagnostics: list[Diagnostic]) -> str:
    """The findings as expected.txt has them: place, code and message, and the hint below."""
    lines = []
    for one in diagnostics:
        place = f"{one.position.line}:{one.position.column}" if one.position else "-"
        lines += [f"{place} {one.code} {one.message}", f"    {one.hint}"]
    return "".join(f"{line}\n" for line in lines)


def compare(text: str, path: Path, rewrite: bool) -> None:
    if rewrite:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FEATURES, ids=lambda folder: folder.name)
def test_the_rules_find_what_is_expected_and_nothing_in_the_good_document(
    folder: Path, rewrite: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    rules = rules_at(next(Path().glob("rules.*")))
    with RuleChecker(rules) as checker:
        found = checker.check(document(Path("bad.xml").read_bytes(), "bad.xml"))
        compare(told(found), Path("expected.txt"), rewrite)
        assert found
        for phase in (*rules.phases, "#ALL") if rules.phases else ():
            in_phase = checker.check(document(Path("bad.xml").read_bytes(), "bad.xml"), phase)
            compare(told(in_phase), Path(f"expected-{phase.strip('#')}.txt"), rewrite)
        assert told(checker.check(document(Path("good.xml").read_bytes(), "good.xml"), "#ALL")) == ""


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.parent.name)
def test_rules_that_are_unsound_or_look_elsewhere_are_not_read(
    path: Path, rewrite: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(CannotRunError) as refusal:
        read_rules(Path(path.name))
    compare(told([refusal.value.diagnostic]), Path("expected.txt"), rewrite)
    assert refusal.value.diagnostic.code in REFUSALS
    assert read_rules(Path(f"good{path.suffix}")) is not None


def test_an_expression_that_is_wrong_is_told_of_with_its_place(
    rewrite: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CASES / "wrong")
    lines = []
    for path in WRONG:
        with (
            RuleChecker(rules_at(Path(path.name))) as checker,
            pytest.raises(CannotRunError) as refusal,
        ):
            checker.check(document(b"<p/>"))
        lines.append(f"{path.name}:{told([refusal.value.diagnostic])}")
    compare("".join(lines), Path("expected.txt"), rewrite)


# What has no case folder: files that are not there, limits, and processes that end.

RULE = '<rule context="p"><assert test="{test}">Not so.</assert></rule>'
SCHEMA = '<schema xmlns="http://purl.oclc.org/dsdl/schematron">{before}<pattern>{rule}</pattern></schema>'


def schema(folder: Path, test: str, *, before: str = "") -> Rules:
    path = folder / "rules.sch"
    rule = RULE.format(test=test)
    path.write_text(SCHEMA.format(rule=rule, before=before), encoding="utf-8")
    return rules_at(path)


def test_rules_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refusal:
        read_rules(tmp_path / "rules.sch")
    assert refusal.value.diagnostic.code == "RULE-MISSING"
    assert "rules.sch" in refusal.value.diagnostic.message
    with pytest.raises(CannotRunError) as refusal:
        read_rules(tmp_path)
    assert refusal.value.diagnostic.code == "RULE-UNREADABLE"


def test_an_include_through_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "outside.sch").write_text('<pattern xmlns="http://purl.oclc.org/dsdl/schematron"/>')
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "inside.sch").symlink_to(tmp_path / "outside.sch")
    path = tmp_path / "rules" / "rules.sch"
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="inside.sch"/></schema>'
    )
    with pytest.raises(CannotRunError) as refusal:
        read_rules(path)
    assert refusal.value.diagnostic.code == "RULE-OUTSIDE"


@pytest.mark.parametrize(
    "text",
    [
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><text/></start></grammar>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
    ],
    ids=["relax-ng", "tei"],
)
def test_a_schema_without_rules_has_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "schema.xml"
    path.write_text(text)
    assert read_rules(path) is None


def test_a_phase_that_is_not_there_is_refused(tmp_path: Path) -> None:
    rules = schema(tmp_path, "@n", before='<phase id="draft"/>')
    with RuleChecker(rules) as checker:
        with pytest.raises(CannotRunError) as refusal:
            checker.check(document(b"<p/>"), "drafts")
        assert refusal.value.diagnostic.code == "RULE-PHASE"
        assert "draft" in refusal.value.diagnostic.hint
        assert checker.check(document(b"<p/>"), "draft") == []
        assert len(checker.check(document(b"<p/>"), "#DEFAULT")) == 1


REACHING = {
    "doc": "$reach('{uri}')//secret",
    "unparsed-text": "contains($reach('{uri}'), 'secret')",
    "doc-available": "$reach('{uri}')",
    "unparsed-text-available": "$reach('{uri}')",
    "environment-variable": "$reach('EDITION_SECRET') = 'secret'",
}


def test_what_is_refused_by_name_reaches_nothing_when_it_comes_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An abstract pattern gets the name when it is made concrete: no expression as written has the call."""
    monkeypatch.setenv("EDITION_SECRET", "secret")
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>secret</secret>")
    patterns = ""
    for name, test in REACHING.items():
        report = f'<report test="{test.format(uri=secret.as_uri())}">Reached.</report>'
        patterns += f"""
          <pattern abstract="true" id="kind-{name}"><rule context="p">{report}</rule></pattern>
          <pattern is-a="kind-{name}" id="{name}"><param name="reach" value="{name}"/></pattern>"""
    path = tmp_path / "rules.sch"
    path.write_text(f'<schema xmlns="http://purl.oclc.org/dsdl/schematron">{patterns}</schema>')
    with RuleChecker(rules_at(path)) as checker:
        found = checker.check(document(b"<p/>"))
    assert [finding.code for finding in found] == ["RULE-FAILED", "RULE-FAILED"]
    assert all("prohibited" in finding.message for finding in found)


def test_a_rule_that_writes_a_file_unseen_is_not_compiled(tmp_path: Path) -> None:
    """The sheet made from rules cannot write, whatever found its way into it."""
    rules = schema(tmp_path, "true()")
    written = tmp_path / "written.xml"
    instruction = f'<xsl:result-document href="{written.as_uri()}"><a/></xsl:result-document>'
    smuggled = rules.schema.replace(
        "Not so.", f'<xsl:if test="1" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{instruction}</xsl:if>'
    )
    with RuleChecker(Rules(rules.name, smuggled, rules.origins)) as checker:
        with pytest.raises(CannotRunError) as refusal:
            checker.check(document(b"<p/>"))
        assert "result-document is disabled" in refusal.value.diagnostic.message
    assert not written.exists()


def test_a_variable_takes_no_file_in_by_an_entity_while_the_rules_are_compiled(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    entity = "&lt;!DOCTYPE a [&lt;!ENTITY e {}>]>&lt;a>&amp;e;&lt;/a>"
    variable = (
        '<xsl:variable xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="v" static="yes" select="{}"/>'
    )
    reading = entity.format(f"SYSTEM &quot;{secret.as_uri()}&quot;")
    for parsed, test in ((f"string(parse-xml('{reading}'))", "$v != 'secret'"), ("'open'", "$v != 'open'")):
        rules = schema(tmp_path, test, before=variable.format(parsed))
        with RuleChecker(rules) as checker:
            if parsed == "'open'":
                assert [finding.code for finding in checker.check(document(b"<p/>"))] == ["RULE-BROKEN"]
                continue
            with pytest.raises(CannotRunError) as refusal:
                checker.check(document(b"<p/>"))
            assert "DOCTYPE" in refusal.value.diagnostic.message


ENDLESS = """<ns prefix="f" uri="urn:f"/>
  <xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:ever">
    <xsl:param name="n"/><xsl:sequence select="1 + f:ever($n + 1)"/>
  </xsl:function>"""


def test_a_rule_without_end_is_reported_and_the_next_document_checked(tmp_path: Path) -> None:
    rules = schema(tmp_path, "@n or f:ever(1) = 1", before=ENDLESS)
    with RuleChecker(rules) as checker:
        found = checker.check(document(b"<p/>", "endless.xml"))
        assert [finding.code for finding in found] == ["RULE-NOT-CHECKED"]
        assert found[0].path == "endless.xml"
        assert "recursion" in found[0].message
        assert checker.check(document(b'<p n="1"/>')) == []


def test_a_document_that_ends_the_process_is_reported_and_the_next_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.schematron.checking.DERIVER", "tests.unit.schematron_works:Mortal")
    with RuleChecker(schema(tmp_path, "@n")) as checker:
        found = checker.check(document(b"<die/>", "deadly.xml"))
        assert [(finding.code, finding.path) for finding in found] == [("RULE-GAVE-OUT", "deadly.xml")]
        assert checker.check(document(b"<live/>")) == []
        with pytest.raises(OwnFaultError, match="no such thing"):
            checker.check(document(b"<raise/>"))
        assert checker.check(document(b"<live/>")) == []


def test_a_rule_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    rules = schema(tmp_path, "@n or (some $a in 1 to 1000000, $b in 1 to 1000000 satisfies $a + $b = 1)")
    with RuleChecker(rules, timeout=1.0) as checker:
        found = checker.check(document(b"<p/>"))
        assert [finding.code for finding in found] == ["RULE-TOO-SLOW"]
        assert "1 seconds" in found[0].message
        assert checker.check(document(b'<p n="1"/>')) == []


def test_a_document_beyond_the_limits_is_said_not_to_be_checked(tmp_path: Path) -> None:
    rules = schema(tmp_path, "@n")
    attributes = " ".join(f'a{number}="1"' for number in range(10_001))
    with RuleChecker(rules) as checker:
        found = checker.check(document(f'<p n="1" {attributes}/>'.encode()))
        assert [finding.code for finding in found] == ["RULE-NOT-CHECKED"]
        assert "10,000" in found[0].message
        deep = b"<a>" * 255 + b"<p/>" + b"</a>" * 255
        assert [finding.code for finding in checker.check(document(deep))] == ["RULE-BROKEN"]


def test_an_entity_of_the_document_is_looked_into(tmp_path: Path) -> None:
    """Elements are counted as the rules see them; places lead to where the entity is used."""
    data = b'<!DOCTYPE a [<!ENTITY e "<p/><b/>">]>\n<a>\n  &e;\n  <p/><!-- c -->\n</a>'
    with RuleChecker(schema(tmp_path, "@n")) as checker:
        found = checker.check(document(data))
    assert [(f.position.line, f.position.column) for f in found if f.position] == [(3, 3), (4, 3)]


def test_many_findings_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    data = b"<a>\n" + b"<p/>\n" * 3000 + b"</a>"
    with RuleChecker(schema(tmp_path, "@n")) as checker:
        found = checker.check(document(data))
    assert [f.position.line for f in found if f.position] == list(range(2, 3002))


def test_rules_learn_nothing_of_the_machine(tmp_path: Path) -> None:
    test = "base-uri() || document-uri(/) = '' and static-base-uri() = 'urn:edition:rules'"
    with RuleChecker(schema(tmp_path, test)) as checker:
        assert checker.check(document(b"<p/>")) == []


def test_each_code_of_rules_is_worded_and_weighs_what_its_role_says() -> None:
    entries = codes("RULE")
    for code, severity in (
        ("RULE-BROKEN", Severity.ERROR),
        ("RULE-WARNING", Severity.WARNING),
        ("RULE-NOTE", Severity.INFO),
    ):
        assert entries[code]["severity"] == severity
    needed, example = {"severity", "title", "message", "hint", "why"}, {"says", "advises", "wrong", "right"}
    assert all(set(entry) - example == needed for entry in entries.values())
    expected = " ".join(path.read_text(encoding="utf-8") for path in CASES.rglob("expected*.txt"))
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(f" {code} " in expected or f'"{code}"' in source for code in entries)


def test_what_the_command_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From files to lines on the terminal: `edition validate letters/*.xml --rules rules.sch`, in a phase."""
    monkeypatch.chdir(tmp_path)
    Path("rules.sch").write_text("""<schema xmlns="http://purl.oclc.org/dsdl/schematron">
      <phase id="draft"><active pattern="numbers"/></phase>
      <pattern id="numbers"><rule context="p"><assert test="@n">No number.</assert></rule></pattern>
      <pattern id="later"><rule context="p"><assert test="false()">Not asked.</assert></rule></pattern>
    </schema>""")
    Path("letters").mkdir()
    Path("letters/001.xml").write_text('<text>\n  <p n="1">One.</p>\n</text>\n')
    Path("letters/002.xml").write_text("<text>\n  <p>Two.</p>\n</text>\n")
    rules = read_rules(Path("rules.sch"))
    assert rules is not None
    found: list[Diagnostic] = []
    with RuleChecker(rules) as checker:
        for path in sorted(Path("letters").glob("*.xml")):
            letter, malformed = parse(path.read_bytes(), name=path.as_posix(), stem=path.stem)
            found += checker.check(letter, "draft") if letter is not None else malformed
    assert as_text(found) == (
        "letters/002.xml:2:3 error RULE-BROKEN  No number.\n"
        "     2 | <p>Two.</p>\n"
        "       | ^\n"
        "  hint: rule numbers (rules.sch:3)\n"
    )
