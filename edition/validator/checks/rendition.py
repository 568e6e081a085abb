"""How something looks or is called where TEI has an element for what it is: `<hi rend="title">`.

The tables say which element, and which looks and types. `<hi rend="bold">` is as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.validator.checks.survey import Survey, times, within
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

_RAISED = frozenset(("superscript", "sup", "super", "supralinear"))
_CALL = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_CALLS = 3  # so many in a row are numbers of notes: no power or ordinal counts up


def rendition_findings(survey: Survey) -> Iterator[Finding]:
    """One finding for each look or type, at its first place."""
    found: dict[tuple[str, str, str], list[etree._Element]] = {}
    advice: dict[tuple[str, str, str], str] = {}
    for name, attributes in table("rendition").items():
        for attribute, looks in attributes.items():
            for element in survey.named(name):
                value = element.get(attribute)
                if value is None:
                    continue
                for word in value.split():
                    meant = looks.get(word.lower().lstrip("#"))
                    if meant:
                        found.setdefault((name, attribute, word), []).append(element)
                        advice[name, attribute, word] = meant
                        break
    for (name, attribute, word), places in found.items():
        facts = {"element": name, "attribute": attribute, "word": word}
        facts |= {"meant": advice[name, attribute, word], "times": times(len(places))}
        yield Finding("PRACTICE-REND", places[0], facts, attribute=attribute)
    yield from _note_calls(survey)


def _note_calls(survey: Survey) -> Iterator[Finding]:
    """Raised numbers that count up, as those of notes do, and are tied to none."""
    calls: list[etree._Element] = []
    expected = 1
    for element in survey.named("hi"):
        looks = frozenset((element.get("rend") or "").lower().split())
        number = (
            _CALL.fullmatch((element.text or "").strip()) if looks & _RAISED and not len(element) else None
        )
        if number is None or within(element, frozenset(("ref", "note", "teiHeader", "ptr", "formula"))):
            continue
        if int(number[1]) == expected:
            calls.append(element)
            expected += 1
    if len(calls) >= _CALLS:
        yield Finding("PRACTICE-NOTE-CALL", calls[0], {"count": len(calls)})
