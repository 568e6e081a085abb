"""Which checks are made, in which order."""

from __future__ import annotations

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.relaxng import NotWellFormedError, TooComplexError
from edition.tei import TeiDocument, parse
from edition.validator.dates import date_findings
from edition.validator.explanation import explained
from edition.validator.finding import Finding, located
from edition.validator.references import reference_findings
from edition.validator.schema import Schema
from edition.validator.wording import near

_OTHER_KIND = {"TEI-ROOT"}


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

    First the schema's own, then what no grammar can say of dates, identifiers and pointers.
    """
    root = document.root
    try:
        violations = schema.grammar.violations(document.utf8, near=near)
    except TooComplexError:
        return [diagnose("SCHEMA-TOO-COMPLEX", path=document.name, schema=schema.name)]
    except NotWellFormedError as error:  # expat is stricter than libxml2 in a few corners
        return [diagnose("XML-WELL-FORMED", path=document.name, reason=error.reason)]
    of_schema = list(explained(violations, root, schema.grammar))
    if any(finding.code in _OTHER_KIND for finding in of_schema) or (
        of_schema and of_schema[0].code == "TEI-NAMESPACE" and of_schema[0].element is root
    ):
        return located(of_schema, document)
    own = [*date_findings(root), *reference_findings(root)]
    return located(_one_for_each_attribute(own, of_schema), document)


def _one_for_each_attribute(own: list[Finding], of_schema: list[Finding]) -> list[Finding]:
    """All findings, but one only where both kinds speak of one attribute.

    About its value our own say more than the form does; but what has no business there needs no right value.
    """
    misplaced = {(f.element, f.attribute) for f in of_schema if f.code in _MISPLACED}
    kept = [f for f in own if (f.element, f.attribute) not in misplaced]
    told = {(f.element, f.attribute) for f in kept}
    return [*kept, *(f for f in of_schema if f.attribute is None or (f.element, f.attribute) not in told)]


_MISPLACED = {"SCHEMA-ATTRIBUTE-UNKNOWN", "SCHEMA-ATTRIBUTE-HABIT", "SCHEMA-ATTRIBUTE-CONFLICT"}
