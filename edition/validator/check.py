"""Which checks are made, in which order."""

from __future__ import annotations

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.diagnostics.explain import codes
from edition.model import Position
from edition.tei import TeiDocument, parse
from edition.tei.positions import Places
from edition.validator.attributes import attribute_findings
from edition.validator.checks import document_findings
from edition.validator.finding import Finding, located
from edition.validator.schema import Schema
from edition.validator.structure import root_findings, structure_findings

_JUDGED_BY_RNG_TOO = {"TEI-ID-TWICE", "TEI-DATE-IMPOSSIBLE"}


def validate_tree(root: etree._Element, schema: Schema) -> bool:
    """Whether the tree is valid against the schema: libxml2's verdict and nothing else."""
    return bool(schema.compiled.validate(root))


def validate_bytes(data: bytes, *, name: str, stem: str, schema: Schema) -> list[Diagnostic]:
    """The findings for a file with this content, in the order of the file; none for a valid document.

    `name` is what messages call the file, `stem` names its outputs. Nothing is raised, whatever the bytes.
    """
    document, findings = parse(data, name=name, stem=stem)
    if document is None:
        return findings
    return validate_document(document, schema)


def validate_document(document: TeiDocument, schema: Schema) -> list[Diagnostic]:
    """The findings for a well-formed document, in the order of the file; none for a valid document.

    RELAX NG by libxml2, worded from the schema's own patterns; then what no grammar sees.
    """
    root = document.root
    valid = validate_tree(root, schema)
    reason = _first_reason(schema) if not valid else ""
    findings: list[Finding] = []
    if not valid and schema.grammar is not None:
        findings = list(root_findings(root, schema.grammar))
        if findings:
            return located(findings, document)
    findings = document_findings(document)
    if valid:
        return located(findings, document)
    more = [*attribute_findings(root, schema), *structure_findings(root, schema)]
    explained = bool(more) or any(finding.code in _JUDGED_BY_RNG_TOO for finding in findings)
    diagnostics = located(_one_for_each_attribute(findings, more), document)
    return diagnostics if explained else [_judged_invalid(document, schema, reason), *diagnostics]


def _one_for_each_attribute(own: list[Finding], of_schema: list[Finding]) -> list[Finding]:
    """All findings, but one only where both kinds speak of one attribute.

    About its value our own say more than the form does; but what has no business there needs no right value.
    """
    misplaced = {
        (f.element, f.attribute)
        for f in of_schema
        if f.code in ("SCHEMA-ATTRIBUTE-UNKNOWN", "SCHEMA-ATTRIBUTE-CONFLICT")
    }
    wrong = {(f.element, f.attribute) for f in of_schema if f.attribute is not None}
    certain = {code for code, entry in codes("TEI").items() if entry["severity"] == "error"}
    kept = [
        f
        for f in own
        if (f.element, f.attribute) not in misplaced
        and (f.code in certain or (f.element, f.attribute) not in wrong)
    ]
    told = {(f.element, f.attribute) for f in kept}
    return [*kept, *(f for f in of_schema if f.attribute is None or (f.element, f.attribute) not in told)]


def _first_reason(schema: Schema) -> str:
    """libxml2's own words for what it found first, and the element it was looking at."""
    log = schema.compiled.error_log
    return str(log[0].message) if len(log) else "the document does not fit the schema"


def _judged_invalid(document: TeiDocument, schema: Schema, reason: str) -> Diagnostic:
    """The finding for a document that libxml2 refuses and the patterns cannot say why."""
    log = schema.compiled.error_log
    position, excerpt = Position(1, 1), ""
    if len(log):
        entry = log[0]
        place = document.root.getroottree().xpath(entry.path) if entry.path else []
        if isinstance(place, list) and place and isinstance(place[0], etree._Element):
            places = Places(document, [place[0]])
            position = places.element(place[0])
            excerpt = places.line(position)
        else:
            position = Position(max(entry.line, 1), 1)
    return diagnose("SCHEMA-INVALID", path=document.name, position=position, excerpt=excerpt, reason=reason)
