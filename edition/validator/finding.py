"""A finding that still holds on to its element; its place in the file is looked up at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose, worst
from edition.model import Position
from edition.tei import TeiDocument
from edition.tei.positions import Extent, Places


@dataclass(frozen=True)
class Repair:
    """A mechanical repair of a start tag that leaves the text as it is.

    With `attribute`, that attribute is called `name` and has the `value` then (None: unchanged); without,
    the element itself is called `name`, in its end tag too. Names as they are written: `xml:id`, `persName`.
    """

    attribute: str | None = None
    name: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class Finding:
    """What is wrong with `element`: with its tag, one attribute or its text (from `offset` in it).

    `in_text` and `after` point to the text that follows the child `after`, or the first text for None.
    `length` is how many characters from there are meant, where it is not the whole tag, attribute or word.
    `facts` fill the wording of `code`. `first` is an earlier element the wording names the line of.
    `repair` is there where one thing only can be meant, and it is safe.
    """

    code: str
    element: etree._Element
    facts: Mapping[str, object] = field(default_factory=dict)
    attribute: str | None = None
    offset: int | None = None
    in_text: bool = False
    after: etree._Element | None = None
    first: etree._Element | None = None
    length: int | None = None
    repair: Repair | None = None


_SUBJECTS = {"TEI-POINTER-DANGLING": "id", "SCHEMA-XINCLUDE": "href"}
"""Findings that other documents may make good, with the fact that says what they lack."""


def located(findings: Iterable[Finding], document: TeiDocument) -> list[Diagnostic]:
    """The findings as diagnostics in the order of the file, at most one for a place."""
    every = list(findings)
    if not every:
        return []
    elements = {element for f in every for element in (f.element, f.after, f.first) if element is not None}
    places = Places(document, elements)
    found: dict[Position, Diagnostic] = {}
    for finding in every:
        position, length = _place(finding, places)
        facts = dict(finding.facts)
        if finding.first is not None:
            facts["line"] = places.element(finding.first).line
        line = places.line(position)
        told = diagnose(finding.code, path=document.name, position=position, excerpt=line, **facts)
        other = found.get(position)
        if other is None or worst((other, told)) is not other.severity:
            subject = str(facts.get(_SUBJECTS.get(finding.code, ""), ""))
            found[position] = replace(told, length=length, subject=subject)
    return [found[position] for position in sorted(found)]


def _place(finding: Finding, places: Places) -> Extent:
    if finding.attribute is not None:
        return places.attribute_extent(finding.element, finding.attribute, finding.offset, finding.length)
    if finding.in_text:
        return places.text_extent(finding.element, finding.after, finding.offset, finding.length or 1)
    return places.element_extent(finding.element)
