"""Elements that should hold words and hold nothing."""

from __future__ import annotations

from collections.abc import Iterator

from edition.tei import XML_ID, tei
from edition.validator.checks.survey import Survey, within
from edition.validator.checks.tables import table
from edition.validator.finding import Finding


def empty_findings(survey: Survey) -> Iterator[Finding]:
    """The empty ones. An attribute may say what the words would, and a comment why there are none."""
    known = table("emptiness")
    templates = frozenset(known["templates"])
    statement = tei("titleStmt")
    for name in known["elements"]:
        for element in survey.named(name):
            if len(element) or (element.text and not element.text.isspace()):
                continue
            if not {XML_ID}.issuperset(element.keys()):
                continue
            parent = element.getparent()
            if name == "title" and parent is not None and parent.tag == statement:
                continue  # told as a document without a title
            if not within(element, templates):
                yield Finding("PRACTICE-EMPTY", element, {"element": name})
