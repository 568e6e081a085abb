"""Identifiers given twice, and pointers within the document that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.tei import TEI, XML_ID, local_name
from edition.validator.finding import Finding
from edition.validator.wording import did_you_mean

POINTER_ATTRIBUTES = frozenset((
    "active", "ana", "calendar", "change", "children", "copyOf", "corresp", "datingPoint", "decls",
    "domains", "edRef", "end", "exclude", "facs", "from", "given", "hand", "lemmaRef", "location",
    "mergedIn", "mutual", "next", "nymRef", "origin", "parent", "passive", "period", "prev", "ref",
    "rendition", "resp", "sameAs", "scheme", "scribeRef", "select", "since", "source", "spanTo",
    "start", "synch", "target", "targetEnd", "to", "url", "value", "where", "who", "wit",
))  # fmt: skip
"""Attributes that hold pointers somewhere in TEI. Where they hold something else no value begins with #."""
_RECORDS = frozenset(("corresp", "facs", "hand", "ref", "resp", "source", "who", "wit"))
"""Attributes whose bare word is a pointer without its # when it is the xml:id of a record."""
_TOKEN = re.compile(r"\S+")
# TEI's pointer schemes, such as #xpath(...) and #range(...), are no identifiers.
_SCHEME = re.compile(r"[\w-]+\(")


def reference_findings(root: etree._Element) -> Iterator[Finding]:
    """The findings about the identifiers of a document and the pointers to them."""
    identified: dict[str, etree._Element] = {}
    misnamed: set[str] = set()  # id="..." where xml:id="..." was meant: told elsewhere
    pointing: list[etree._Element] = []
    for element in root.iter("*"):
        if not element.attrib:
            continue
        identifier = element.get(XML_ID)
        if identifier is not None:
            identifier = " ".join(identifier.split())
            first = identified.setdefault(identifier, element)
            if first is not element:
                facts = {"id": identifier, "first": local_name(first)}
                yield Finding("TEI-ID-TWICE", element, facts, attribute=XML_ID, first=first)
        misnamed.add(element.get("id", ""))
        pointing.append(element)
    suggestions = _Suggestions(frozenset(identified), frozenset(misnamed))
    for element in pointing:
        if not str(element.tag).startswith(f"{{{TEI}}}"):
            continue
        for name, value in element.attrib.items():
            if name in POINTER_ATTRIBUTES:
                yield from _pointers(element, str(name), str(value), identified, suggestions)


_SEARCHES = 200_000
"""How many comparisons a document is worth: some seconds."""


class _Suggestions:
    """Finds the identifier that was meant; with countless dangling pointers no longer after a while."""

    def __init__(self, identifiers: frozenset[str], misnamed: frozenset[str]) -> None:
        self.misnamed = misnamed
        self._identifiers = identifiers
        self._searched = 0

    def closest(self, target: str) -> str | None:
        """The identifier that `target` was probably meant to be."""
        self._searched += len(self._identifiers)
        return did_you_mean(target, self._identifiers) if self._searched <= _SEARCHES else None


def _pointers(
    element: etree._Element,
    name: str,
    value: str,
    identified: dict[str, etree._Element],
    suggestions: _Suggestions,
) -> Iterator[Finding]:
    for token in _TOKEN.finditer(value):
        word = token.group()
        if word.startswith("#"):
            target = word[1:]
            if target in identified or (target and target in suggestions.misnamed) or _SCHEME.match(target):
                continue
            meant = suggestions.closest(target)
            advice = (
                f'did you mean "#{meant}"?'
                if meant
                else f'add a record with xml:id="{target}", or correct the pointer'
                if target
                else "write the xml:id after the #"
            )
            facts = {"attribute": name, "id": target, "advice": advice}
            yield Finding("TEI-POINTER-DANGLING", element, facts, attribute=name, offset=token.start())
        elif name in _RECORDS and word in identified:
            facts = {"attribute": name, "id": word, "element": local_name(identified[word])}
            yield Finding("TEI-POINTER-HASH", element, facts, attribute=name, offset=token.start())
