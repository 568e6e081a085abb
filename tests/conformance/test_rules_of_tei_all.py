"""The Schematron rules of TEI's own schema: all are found, and they find what breaks them, in its place.

Each document in tests/cases/schematron/tei breaks a rule of the TEI or two, beside neighbours that keep them;
expected.txt has the findings of all, without the lines of the schema, which change with each of its versions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from edition.diagnostics import Diagnostic
from edition.schematron import RuleChecker, Rules, read_rules
from edition.schematron.names import sch
from edition.tei import parse
from tests.conformance.jing import tei_all

CASES = Path(__file__).parents[1] / "cases" / "schematron" / "tei"


@pytest.fixture(scope="module")
def rules() -> Rules:
    found = read_rules(tei_all())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def checker(rules: Rules) -> Iterator[RuleChecker]:
    with RuleChecker(rules) as checker:
        yield checker


def findings(checker: RuleChecker, path: Path) -> list[Diagnostic]:
    document, unsound = parse(path.read_bytes(), name=path.name, stem=path.stem)
    assert document is not None, unsound
    return checker.check(document)


def test_every_rule_that_stands_in_the_schema_is_found(rules: Rules) -> None:
    found = etree.fromstring(rules.schema)
    standing = etree.parse(str(tei_all())).getroot()
    for name in ("pattern", "rule", "assert", "report"):
        assert len(list(found.iter(sch(name)))) == len(list(standing.iter(sch(name)))) > 10


def test_the_rules_are_those_that_were_extracted_by_others(rules: Rules) -> None:
    extracted = tei_all().with_suffix(".sch")
    if not extracted.is_file():
        pytest.skip(f"{extracted} is not there: the rules as others extracted them from the schema")
    theirs = etree.parse(str(extracted)).getroot()
    ours = etree.fromstring(rules.schema)
    for name, attribute in (("pattern", "id"), ("rule", "context"), ("assert", "test"), ("report", "test")):
        counted = [Counter(e.get(attribute) for e in schema.iter(sch(name))) for schema in (ours, theirs)]
        assert counted[0] == counted[1]
    prefixes = [
        {ns.get("prefix"): ns.get("uri") for ns in schema.iter(sch("ns"))} for schema in (ours, theirs)
    ]
    assert prefixes[1].items() <= prefixes[0].items()


def test_what_breaks_a_rule_is_found_where_it_stands(checker: RuleChecker, rewrite: bool) -> None:
    lines = []
    for path in sorted(CASES.glob("*.xml")):
        for one in findings(checker, path):
            assert one.position
            rule = one.hint.rpartition(" (")[0]
            place = f"{path.name}:{one.position.line}:{one.position.column}"
            lines.append(f"{place} {one.code} {rule}: {one.message}")
    if rewrite:
        (CASES / "expected.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == (CASES / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {line.partition(":")[0] for line in lines} == {p.name for p in CASES.glob("*.xml")} - {"valid.xml"}


def test_a_valid_document_breaks_none(checker: RuleChecker) -> None:
    assert findings(checker, CASES / "valid.xml") == []
