"""Words that ran together where an element begins or ends: "the<hi>King</hi>".

A small letter that meets a capital across a tag is looked at only: everything else may be one word, such as
"Goethe" with an ending, or a drop capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.validator.checks.survey import Survey, within
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_NEAR = 20  # characters
_FEW = 2  # one such border alone may be a name that is written so


def joined_findings(survey: Survey) -> Iterator[Finding]:
    """One finding a document: the first place, an example, how often."""
    known = table("joined")
    prefixes, whole = frozenset(known["prefixes"]), frozenset(known["words"])
    found: list[tuple[etree._Element, str]] = []
    for name in known["elements"]:
        for element in survey.named(name):
            for left, right in _borders(element):
                words = _met(left, right, prefixes)
                if words and not within(element, whole):
                    found.append((element, words))
    if len(found) < _FEW:
        return
    order = {element: number for number, element in enumerate(survey.root.iter("*"))}
    element, example = min(found, key=lambda place: order[place[0]])
    yield Finding("PRACTICE-WORDS-JOINED", element, {"example": example, "count": len(found)})


def _borders(element: etree._Element) -> Iterator[tuple[str, str]]:
    """What stands on the left and the right of the beginning and the end of an element."""
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else None
    if before and element.text:
        yield before[-_NEAR:], element.text[:_NEAR]
    last = element[-1].tail if len(element) else element.text
    if last and element.tail:
        yield last[-_NEAR:], element.tail[:_NEAR]


def _met(left: str, right: str, prefixes: frozenset[str]) -> str | None:
    """Two words that ran together, "the" and "King", as one; None where that is not so."""
    if not (left[-1].islower() and right[0].isupper()):
        return None
    first, second = _LAST.search(left), _FIRST.match(right)
    if first is None or second is None or len(first.group()) < 2 or len(second.group()) < 2:
        return None
    if first.group().casefold() in prefixes or not second.group()[1:].islower():
        return None
    return first.group() + second.group()
