"""Violations of a schema in an editor's words: one finding for one cause."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from edition.relaxng import Schema as Grammar
from edition.relaxng import Violation, Wrong
from edition.validator.attributes import AttributeWords
from edition.validator.finding import Finding
from edition.validator.structure import StructureWords, root_finding

_OUT_OF_ORDER = {"SCHEMA-ELEMENT-ORDER", "SCHEMA-ELEMENT-TWICE"}
_SAME_CAUSE = {"SCHEMA-ELEMENT-PLACE", "SCHEMA-ELEMENT-ORDER", "SCHEMA-TEXT-PLACE", "TEI-NAMESPACE"}


def explained(violations: list[Violation], root: etree._Element, grammar: Grammar) -> list[Finding]:
    """The findings for the violations of a document with that root, in their order.

    What is wrong again in the same parent for the same reason is told once; what is missing in one place
    because it stands in another is told there.
    """
    found = list(_each(violations, root, grammar)) if violations else []
    late = {(f.element.getparent(), f.facts["element"]) for f in found if f.code in _OUT_OF_ORDER}
    return [
        f
        for f in found
        if f.code != "SCHEMA-ELEMENT-MISSING"
        or not f.facts.get("steps")
        or not all((f.element.getparent(), step) in late for step in f.facts["steps"])  # type: ignore[attr-defined]
    ]


def _each(violations: list[Violation], root: etree._Element, grammar: Grammar) -> Iterator[Finding]:
    numbered = list(root.iter("*"))
    structure, attributes = StructureWords(grammar), AttributeWords(grammar)
    told: set[tuple[str, etree._Element | None, str]] = set()
    meant: dict[int, set[str]] = {}
    for violation in violations:
        element = numbered[violation.element]
        before = numbered[violation.before] if violation.before is not None else None
        finding: Finding | None
        match violation.wrong:
            case Wrong.ELEMENT if element.getparent() is None:
                yield root_finding(root, grammar)
                return
            case Wrong.ELEMENT:
                finding = structure.element(violation, element)
            case Wrong.TEXT:
                finding = structure.text(violation, element, before)
            case Wrong.INCOMPLETE:
                finding = structure.incomplete(violation, element)
            case Wrong.FORM:
                finding = structure.form(violation, element)
            case Wrong.ATTRIBUTE:
                finding, other = attributes.unknown(violation, element)
                if other:
                    meant.setdefault(violation.element, set()).add(other)
            case Wrong.VALUE:
                finding = attributes.value(violation, element)
            case Wrong.CONFLICT:
                finding = attributes.conflict(violation, element)
            case Wrong.MISSING:
                finding = attributes.missing(violation, element, meant.get(violation.element, set()))
            case Wrong.ID_TWICE | Wrong.ID_DANGLING:
                finding = _identifier(violation, element, numbered)
        if finding is None:
            continue
        if finding.code in _SAME_CAUSE:
            around = element if violation.wrong is Wrong.TEXT else element.getparent()
            key = (finding.code, around, violation.name)
            if key in told:
                continue
            told.add(key)
        yield finding


def _identifier(violation: Violation, element: etree._Element, numbered: list[etree._Element]) -> Finding:
    """The finding for an ID that is there twice, or an IDREF to none."""
    name = violation.name
    if violation.wrong is Wrong.ID_DANGLING:
        facts = {"attribute": name.rpartition("}")[2], "id": violation.value}
        return Finding("SCHEMA-IDREF-DANGLING", element, facts, attribute=name)
    first = next(one for one in numbered if one.get(name) == violation.value)
    facts = {"id": violation.value, "first": str(first.tag).rpartition("}")[2]}
    return Finding("TEI-ID-TWICE", element, facts, attribute=name, first=first)
