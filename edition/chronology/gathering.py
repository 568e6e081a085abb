"""The dates of a converted text, from its decisions; and those of a TEI document, from its `text`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from edition.chronology.entry import Entry, compact, earliest
from edition.chronology.weekdays import weekday_note
from edition.model import Position
from edition.tei import TEI, TeiDocument, local_name
from edition.tei.positions import Places

if TYPE_CHECKING:
    from edition.converter.summary import Conclusion

_ELEMENTS = ("date", "time")
_ATTRIBUTE = re.compile(r'(?P<name>[\w-]+)="(?P<value>[^"]*)"')
_LONGEST = 48  # characters of a date that are shown


def dates_of_text(name: str, conclusions: Sequence[Conclusion]) -> list[Entry]:
    """The dates among the decisions on a text, with the rule of each and what it was concluded from."""
    found = []
    for one in conclusions:
        if one.element in _ELEMENTS:
            attributes = {match["name"]: match["value"] for match in _ATTRIBUTE.finditer(one.value)}
            rule, _, evidence = one.rule.partition("; ")
            told = {"rule": rule, "evidence": evidence, "certainty": one.certainty}
            found.append(_entry((name, one.position), one.element, one.words, attributes, told))
    return found


def dates_of_document(document: TeiDocument) -> list[Entry]:
    """The dates in the text of a TEI document, with what it says itself: `@evidence`, `@cert`, `@resp`."""
    elements = [
        element
        for element in document.root.iter(*(f"{{{TEI}}}{name}" for name in _ELEMENTS))
        if next(element.iterancestors(f"{{{TEI}}}text"), None) is not None
    ]
    places = Places(document, elements)
    found = []
    for element in elements:
        attributes = {str(name): " ".join(str(value).split()) for name, value in element.attrib.items()}
        words = " ".join("".join(map(str, element.itertext())).split())
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        told = {name: attributes.get(as_tei, "") for name, as_tei in _TOLD.items()}
        place = document.name, places.element(element)
        found.append(_entry(place, local_name(element), shown, attributes, told))
    return found


_TOLD = {"evidence": "evidence", "certainty": "cert", "resp": "resp"}


def _entry(
    place: tuple[str, Position],
    element: str,
    words: str,
    attributes: Mapping[str, str],
    told: Mapping[str, str],
) -> Entry:
    return Entry(
        *place,
        element,
        words,
        compact(attributes, told["certainty"]),
        earliest(attributes),
        rule=told.get("rule", ""),
        evidence=told["evidence"],
        certainty=told["certainty"],
        resp=told.get("resp", ""),
        note=weekday_note(words, attributes),
    )
