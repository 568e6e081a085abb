"""Which checks are made, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from edition.diagnostics import Diagnostic, diagnose
from edition.diagnostics.explain import codes
from edition.relaxng import NotWellFormedError, SchemaError, TooComplexError
from edition.relaxng.datatypes import PatternLimitError
from edition.tei import TeiDocument, parse
from edition.validator.checks import Survey, document_findings
from edition.validator.explanation import explained
from edition.validator.finding import Finding, located
from edition.validator.schema import Schema, unsound
from edition.validator.wording import near


def is_valid(data: bytes, schema: Schema) -> bool:
    """Whether a document in UTF-8 is well-formed and valid: the verdict and nothing else."""
    try:
        return schema.grammar.valid(data)
    except NotWellFormedError:
        return False


def validate_bytes(data: bytes, *, name: str, stem: str, schema: Schema) -> list[Diagnostic]:
    """The findings for a file with this content, in the order of the file; none for a valid document.

    `name` is what messages call the file, `stem` names its outputs. Nothing is raised, whatever the bytes.
    """
    document, findings = parse(data, name=name, stem=stem)
    if document is None:
        return findings
    return validate_document(document, schema)


def validate_document(document: TeiDocument, schema: Schema) -> list[Diagnostic]:
    """The findings for a well-formed document, in the order of the file; none for a valid document."""
    examined = examine(document, schema)
    return [*examined.refusals, *located(examined.findings, document)]


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a document, why it could not be held against the schema, if so, and its survey."""

    findings: list[Finding]
    refusals: list[Diagnostic]
    survey: Survey


def examine(document: TeiDocument, schema: Schema) -> Examined:
    """The findings for a well-formed document.

    First the schema's own, then what no grammar can say of dates, identifiers, pointers and practice. Of a
    document of another kind only that is said.

    Raises CannotRunError for a schema that turns out unsound.
    """
    root = document.root
    refusals: list[Diagnostic] = []
    of_schema: list[Finding] = []
    try:
        violations = schema.grammar.violations(document.utf8, near=near)
        of_schema = explained(violations, root, schema.grammar)
    except (TooComplexError, PatternLimitError, RecursionError):
        refusals = [diagnose("SCHEMA-TOO-COMPLEX", path=document.name, schema=schema.name)]
    except SchemaError as error:
        raise unsound(error, schema.name) from None
    except NotWellFormedError as error:  # expat is stricter than libxml2 in a few corners
        refusals = [diagnose("XML-WELL-FORMED", path=document.name, reason=error.reason)]
    survey = Survey(root)  # only now: what the matching took is free again
    if any(f.code in ("TEI-ROOT", "TEI-NAMESPACE") and f.element is root for f in of_schema):
        return Examined(of_schema, refusals, survey)
    return Examined(_one_for_each_attribute(document_findings(survey), of_schema), refusals, survey)


def _one_for_each_attribute(own: list[Finding], of_schema: list[Finding]) -> list[Finding]:
    """All findings, but one only where both kinds speak of one attribute.

    About its value our own say more than the form does, where they are certain; but what has no business
    there needs no right value.
    """
    misplaced = {(f.element, f.attribute) for f in of_schema if f.code in _MISPLACED}
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


_MISPLACED = {"SCHEMA-ATTRIBUTE-UNKNOWN", "SCHEMA-ATTRIBUTE-HABIT", "SCHEMA-ATTRIBUTE-CONFLICT"}
