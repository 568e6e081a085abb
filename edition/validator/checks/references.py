"""Identifiers given twice, and pointers within the document that lead nowhere or to the wrong kind of thing.

What an attribute may point to is in `references.toml`, after the descriptions of TEI's attribute classes
(att.global.responsibility, att.witnessed, att.naming ...). Elements that the table does not name may be
pointed to by anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from edition.tei import XML_ID, local_name
from edition.tei.prefixes import Prefixes
from edition.validator.checks.survey import Survey
from edition.validator.checks.tables import table
from edition.validator.finding import Finding, Repair
from edition.validator.wording import did_you_mean

_TOKEN = re.compile(r"\S+")
# TEI's pointer schemes, such as #xpath(...) and #range(...), are no identifiers.
_SCHEME = re.compile(r"[\w-]+\(")
_PLACES = 3
"""How many pointers to one missing record are told: they are one mistake."""
_SEARCHES = 200_000
"""How many comparisons a document is worth: some seconds."""


def reference_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about the identifiers of a document and the pointers to them."""
    for element, identifier in survey.repeated:
        first = survey.identified[identifier]
        facts = {"id": identifier, "first": local_name(first)}
        yield Finding("TEI-ID-TWICE", element, facts, attribute=XML_ID, first=first)
    check = _Check(survey)
    for name in table("references")["pointers"]:
        for element, value in survey.attributes(name):
            if check.knows(element, name, value):
                continue
            # Most attributes of these names hold something else in some elements: 1850, or a word.
            may_point = "#" in value or ":" in value or name in check.records
            if may_point and not survey.moved(element, file=False):
                yield from check.pointers(element, name, value)
    yield from check.dangling()


class _Check:
    """Judges pointers; with countless dangling ones it no longer looks for what was meant."""

    def __init__(self, survey: Survey) -> None:
        self.records = frozenset(table("references")["records"])
        self._survey = survey
        self._prefixes = Prefixes(survey.elements("prefixDef"))
        self._identifiers = survey.kinds.keys()
        self._searched = 0
        self._others = frozenset(table("references")["others"])
        self._sound: set[tuple[str, str, str]] = set()
        self._dangling: dict[tuple[str, str], list[tuple[etree._Element, str, int]]] = {}

    def knows(self, element: etree._Element, name: str, value: str) -> bool:
        """Whether this pointer of such an element was right before: a text has the same few all over."""
        return (str(element.tag), name, value) in self._sound

    def pointers(self, element: etree._Element, name: str, value: str) -> Iterator[Finding]:
        """The findings about each pointer in `value`, which attribute `name` of `element` has."""
        for token in _TOKEN.finditer(value):
            word, offset = token.group(), token.start()
            pointer = word if word.startswith("#") else self._prefixes.local(word)
            if pointer is not None:
                finding = self._finding(element, name, word, pointer[1:], offset)
                if finding:
                    yield finding
            elif name in self.records and self._bare(element, word):
                known = self._survey.kinds[word]
                facts = {"attribute": name, "id": word, "element": known}
                # All words of the value at once: two repairs of one attribute must not undo each other.
                repaired = _TOKEN.sub(
                    lambda bare: f"#{bare.group()}" if self._bare(element, bare.group()) else bare.group(),
                    value,
                )
                repair = Repair(attribute=name, value=repaired)
                length = len(word)
                yield Finding("TEI-POINTER-HASH", element, facts, name, offset, length=length, repair=repair)

    def dangling(self) -> Iterator[Finding]:
        """The pointers so far that lead nowhere: of many to one place the first few."""
        for (name, target), places in self._dangling.items():
            advice = self._advice(places[0][1], target)
            for number, (element, word, offset) in enumerate(places[:_PLACES], 1):
                left = len(places) - number if number == _PLACES else 0
                more = (
                    f"; {left} more pointers lead there" if left > 1 else "; so does one more" if left else ""
                )
                facts = {"attribute": name, "id": target, "advice": advice, "more": more}
                yield Finding("TEI-POINTER-DANGLING", element, facts, name, offset, length=len(word))

    def _bare(self, element: etree._Element, word: str) -> bool:
        """Whether `word` is an identifier of this document without its #, and can't well be a file."""
        return word in self._survey.kinds and not self._survey.moved(element, file=True)

    def _is(self, element: etree._Element, target: str) -> bool:
        """Whether `element` is the one that `#target` points to; the first, where several have that name."""
        own = element.get(XML_ID)
        return own is not None and own.strip() == target and self._survey.identified[target] is element

    def _finding(
        self, element: etree._Element, name: str, word: str, target: str, offset: int
    ) -> Finding | None:
        kind = self._survey.kinds.get(target)
        length = len(word)
        if kind is None:
            if target in self._survey.misnamed or _SCHEME.match(target):
                return None  # id="..." where xml:id="..." was meant is told elsewhere
            self._dangling.setdefault((name, target), []).append((element, word, offset))
            return None
        if name in self._others and self._is(element, target):
            facts = {"attribute": name, "id": target}
            return Finding("TEI-POINTER-SELF", element, facts, attribute=name, offset=offset, length=length)
        expected = expected_instead(local_name(element), name, kind)
        if expected is None:
            if name not in self._others:  # what matters there is which element it is, too
                self._sound.add((str(element.tag), name, word))
            return None
        facts = {"attribute": name, "pointer": word, "element": kind, "expected": expected}
        return Finding("TEI-POINTER-KIND", element, facts, attribute=name, offset=offset, length=length)

    def _advice(self, word: str, target: str) -> str:
        if not target:
            return "write the xml:id after the #"
        self._searched += len(self._identifiers)
        meant = did_you_mean(target, self._identifiers) if self._searched <= _SEARCHES else None
        if meant and word.startswith("#"):
            return f'did you mean "#{meant}"?'
        if meant:
            return f'"{word}" stands for "#{target}"; did you mean "#{meant}"?'
        return f'add a record with xml:id="{target}", or correct the pointer'


@cache
def expected_instead(element: str, attribute: str, found: str) -> str | None:
    """What `attribute` of `element` should point to, said as a phrase, where a `found` element is none of it.

    None where that is no mistake, or may be none.
    """
    known = table("references")
    entry = known["elements"].get(element, {}).get(attribute) or known["attributes"].get(attribute)
    if entry is None or found == element:
        return None
    kinds = {group for group, names in known["groups"].items() if found in names}
    return str(entry["expected"]) if kinds and kinds.isdisjoint(entry["allowed"]) else None
