"""What rules found in a document, worded and placed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Position
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


def findings(document: TeiDocument, rules: Rules, result: str) -> list[Diagnostic]:
    """The findings in the answer of the compiled sheet, in the order of the document.

    A rule that cannot be evaluated is told of once, where it first failed. Of findings that say or ask
    the same of the same place there is one.
    """
    entries = read_back(result.encode())
    if not len(entries):
        return []
    elements = list(document.root.iter("*"))
    placed = [_placed(entry, elements) for entry in entries]
    places = Places(document, [e for p in placed for e in (p.element, p.after) if e is not None])
    ordered = sorted(((_position(p, places), p) for p in placed), key=lambda pair: pair[0])
    found: list[Diagnostic] = []
    known: set[object] = set()
    for position, one in ordered:
        diagnostic = _worded(document, rules, one.entry, position, places.line(position))
        at = one.entry.get("at")
        causes: set[object] = {at}
        if diagnostic.code != "RULE-FAILED":
            causes = {(position, diagnostic.message), (position, one.entry.get("cause", at))}
        if not causes & known:
            found.append(diagnostic)
        known |= causes
    return found


def _placed(entry: etree._Element, elements: list[etree._Element]) -> _Placed:
    number, after = int(entry.get("element", "0")), int(entry.get("after", "0"))
    return _Placed(entry, elements[max(number, 1) - 1], elements[after - 1] if after else None)


def _position(placed: _Placed, places: Places) -> Position:
    attribute = placed.entry.get("attribute")
    if attribute is not None:
        return places.attribute(placed.element, attribute)
    if placed.entry.get("text") is not None:
        return places.text(placed.element, placed.after)
    return places.element(placed.element)


def _worded(
    document: TeiDocument, rules: Rules, entry: etree._Element, position: Position, excerpt: str
) -> Diagnostic:
    origin = rules.origins[int(entry.get("at", "0"))]
    name = called(entry.get("name", ""), rules)
    rule = f"rule {name} ({origin.short})"
    if str(entry.tag).endswith("failed"):
        return diagnose(
            "RULE-FAILED",
            path=document.name,
            position=position,
            excerpt=excerpt,
            rule=rule,
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
