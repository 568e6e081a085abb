"""What RELAX NG forbids of schemas that are otherwise well formed (specification, section 7; DTD
compatibility, 5).

Held against patterns in simple form. As in the specification, what no document can reach is not asked about.
A place is the line of the attribute, data or value concerned, else of the element whose content it is.
"""

from __future__ import annotations

from edition.relaxng.errors import SchemaError
from edition.relaxng.patterns import Definition, Pattern
from edition.relaxng.restrictions.content import ContentCheck
from edition.relaxng.restrictions.identifiers import check_identifiers
from edition.relaxng.restrictions.report import Report
from edition.relaxng.restrictions.walking import reachable


def broken_rules(start: Pattern, path: str) -> list[SchemaError]:
    """The rules of section 7 that the schema breaks, one error for each pattern that does; none for a right
    schema.

    `start` is the pattern of whole documents, `path` what messages call the schema's file.
    """
    definitions = reachable(start)
    report = Report(path)
    check = ContentCheck(report)
    check.start(start)
    for definition in definitions:
        check.content(definition)
    check_identifiers(definitions, report)
    return report.found


def broken_content(definition: Definition, path: str) -> list[SchemaError]:
    """The rules of sections 7.1 to 7.4 that the content of one element breaks."""
    report = Report(path)
    check = ContentCheck(report)
    check.content(definition)
    return report.found
