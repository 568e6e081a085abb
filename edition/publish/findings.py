"""What publishing has to say about a document: the sheets' messages and faults, worded and placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.diagnostics import CannotRunError, Diagnostic, diagnose
from edition.engine import Failure
from edition.model import Position
from edition.publish.own_sheet import OwnSheet
from edition.saxon import DEPTH, Fault, Transformed
from edition.tei import TEI, TeiDocument
from edition.tei.positions import Places


def findings(
    document: TeiDocument, transformed: Transformed, own: OwnSheet | None = None
) -> Iterator[Diagnostic]:
    """Diagnostics for what the sheets reported, each kind of finding about an element name once.

    `own` is the sheet of the edition's own, whose faults are not ours.
    """
    elements = list(document.root.iter("*")) if transformed.messages else []
    seen: set[tuple[str, str]] = set()
    told = []
    for message in transformed.messages:
        kind = (message.code, message.facts.get("element", ""))
        if kind not in seen:
            seen.add(kind)
            element = (
                elements[message.place - 1] if message.place and message.place <= len(elements) else None
            )
            told.append((message, element))
    places = Places(document, [element for _, element in told if element is not None])
    for message, element in told:
        position = places.element(element) if element is not None else None
        excerpt = places.line(position) if position else ""
        yield diagnose(
            message.code, path=document.name, position=position, excerpt=excerpt, **dict(message.facts)
        )
    if all(document.root.find(f"{{{TEI}}}{name}") is None for name in ("text", "sourceDoc")):
        yield diagnose("PUBLISH-NO-TEXT", path=document.name)
    yield from _faults(document, transformed.faults, own)


def _faults(document: TeiDocument, faults: Iterable[Fault], own: OwnSheet | None) -> Iterator[Diagnostic]:
    for fault in faults:
        if fault.kind == "too-deep":
            yield diagnose("PUBLISH-TOO-DEEP", path=document.name, depth=DEPTH)
        elif fault.kind == "parse":
            yield diagnose("PUBLISH-NOT-READ", path=document.name, reason=fault.reason)
        else:
            where = "; ".join(line.strip() for line in fault.where.splitlines()[:3])
            if own is not None and _place(fault.where, own):
                yield _own_sheet("PUBLISH-OWN-SHEET-FAILED", own, fault.where, document=document.name)
                continue
            yield diagnose(
                "SAXON-SHEET-FAILED", path=document.name, sheet=fault.sheet, reason=fault.reason, where=where
            )


def refuse_unsound(transformed: Transformed, own: OwnSheet | None) -> None:
    """Raises CannotRunError, with the place, where a sheet of the edition's own does not compile."""
    for fault in transformed.faults:
        if fault.kind == "own" and own is not None:
            raise CannotRunError(_own_sheet("PUBLISH-OWN-SHEET", own, fault.reason))


def _own_sheet(code: str, own: OwnSheet, said: str, **facts: str) -> Diagnostic:
    """What Saxon says of a sheet, with the place that it names if that is in one of the edition's own."""
    place = _place(said, own)
    told = (said[place.end() :] if place else said).partition("In template rule with")[0]
    reason = " ".join(told.split()).removeprefix("Error ")
    position = Position(int(place[1]), int(place[2] or 1)) if place else None
    path = place[3] if place else own.files[0]
    return diagnose(code, path=path, position=position, reason=reason, **facts)


def _place(said: str, own: OwnSheet) -> re.Match[str] | None:
    """The first place in a sheet of the edition's own that Saxon names."""
    names = "|".join(re.escape(name) for name in own.files)
    return re.search(rf"on line (\d+)(?: column (\d+))? of ({names})(?::|$)", said, re.MULTILINE)


def failed(document: TeiDocument, failure: Failure) -> Diagnostic:
    """The document ended its worker process twice, or took too long."""
    match failure.kind:
        case "timeout":
            return diagnose("SAXON-TOO-SLOW", path=document.name)
        case "crashed":
            return diagnose("SAXON-GAVE-OUT", path=document.name)
        case "raised":
            reason = failure.detail.strip().splitlines()[-1]
            return diagnose("SAXON-FAILED", path=document.name, reason=reason)


def not_tei(document: TeiDocument) -> Diagnostic:
    """The root of the document is no TEI element."""
    name = str(document.root.tag)
    return diagnose(
        "PUBLISH-NOT-TEI", path=document.name, position=Position(1, 1), root=name.rpartition("}")[2]
    )
