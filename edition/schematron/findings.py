"""What rules found in a document, worded and placed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Position
from edition.saxon import Derived
from edition.schematron.complaints import failed_contexts
from edition.schematron.language import code_of
from edition.schematron.rules import Rules
from edition.tei import TeiDocument, read_back
from edition.tei.positions import Places

_BLANK = re.compile(r"[ \t\r\n]+")
_NAMESPACE = re.compile(r"Q\{[^}]*\}")
_OF_TEI = re.compile(r"-constraint-rule-\d+$")


@dataclass(frozen=True, slots=True)
class _Placed:
    """One entry of the sheet's answer, and the element of the document that it is about."""

    entry: etree._Element
    element: etree._Element
    after: etree._Element | None


def findings(document: TeiDocument, rules: Rules, derived: Derived) -> list[Diagnostic]:
    """The findings in the answer of the compiled sheet, in the order of the document.

    A rule that cannot be evaluated is told of once, where it first failed, and before all others if it is not
    known where. Of findings that say or ask the same of the same place there is one.
    """
    return [*_failed_contexts(document, rules, derived), *_of_the_sheet(document, rules, derived.result)]


def _failed_contexts(document: TeiDocument, rules: Rules, derived: Derived) -> Iterator[Diagnostic]:
    for (name, origin), reason in failed_contexts(rules, derived).items():
        rule = f"rule {called(name, rules)} ({origin.short})"
        where = "on some elements, in its context"
        yield diagnose("RULE-FAILED", path=document.name, rule=rule, where=where, reason=reason)


def _of_the_sheet(document: TeiDocument, rules: Rules, result: str) -> list[Diagnostic]:
    entries = read_back(result.encode())
    if not len(entries):
        return []
    placed = _placed(document.root, list(entries))
    places = Places(document, [e for p in placed for e in (p.element, p.after) if e is not None])
    ordered = sorted(((_position(p, places), p) for p in placed), key=lambda pair: pair[0])
    names: dict[tuple[str, str], str] = {}
    found: list[Diagnostic] = []
    known: set[object] = set()
    for position, one in ordered:
        at, name = rule = (one.entry.get("at", "0"), one.entry.get("name", ""))
        if rule not in names:
            names[rule] = f"rule {called(name, rules)} ({rules.origins[int(at)].short})"
        diagnostic = _worded(document, names[rule], one.entry, position, places.line(position))
        causes: set[object] = {rule}
        if diagnostic.code != "RULE-FAILED":
            causes = {(position, diagnostic.message), (position, one.entry.get("cause", at))}
        if not causes & known:
            found.append(diagnostic)
        known |= causes
    return found


def _placed(root: etree._Element, entries: list[etree._Element]) -> list[_Placed]:
    """The entries with the elements whose numbers they name; the document itself is its root."""
    numbers = [(max(int(e.get("element", "0")), 1), int(e.get("after", "0"))) for e in entries]
    wanted = {number for pair in numbers for number in pair}
    elements = {number: e for number, e in enumerate(root.iter("*"), 1) if number in wanted}
    return [
        _Placed(entry, elements[number], elements.get(after))
        for entry, (number, after) in zip(entries, numbers, strict=True)
    ]


def _position(placed: _Placed, places: Places) -> Position:
    attribute = placed.entry.get("attribute")
    if attribute is not None:
        return places.attribute(placed.element, attribute)
    if placed.entry.get("text") is not None:
        return places.text(placed.element, placed.after)
    return places.element(placed.element)


def _worded(
    document: TeiDocument, rule: str, entry: etree._Element, position: Position, excerpt: str
) -> Diagnostic:
    if str(entry.tag).endswith("failed"):
        return diagnose(
            "RULE-FAILED",
            path=document.name,
            position=position,
            excerpt=excerpt,
            rule=rule,
            where="here",
            reason=f"{_plain(entry)} ({entry.get('code')})",
        )
    message, *more = (_plain(child) for child in entry)
    see = entry.get("see")
    hints = [*(words for words in more if words), *([f"see {see}"] if see else [])]
    return diagnose(
        code_of(entry.get("role")),
        path=document.name,
        position=position,
        excerpt=excerpt,
        message=message or f"{rule} does not hold",
        hint="; ".join(hints) or rule,
    )


def called(name: str, rules: Rules) -> str:
    """The name of a rule without what the TEI's programs put around it.

    In tei_all.rng `tei_all-ptr-ptrAtts-constraint-rule-17` is called `ptr-ptrAtts`.
    """
    stem = PurePath(rules.name).stem
    short = _NAMESPACE.sub("", _OF_TEI.sub("", _BLANK.sub(" ", name).strip()))
    return short.removeprefix(f"{stem}-")


def _plain(element: etree._Element) -> str:
    return _BLANK.sub(" ", "".join(str(text) for text in element.itertext())).strip(" ")
