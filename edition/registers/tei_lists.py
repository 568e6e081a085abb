"""A list as TEI: the records of its `listPerson`, `listPlace`, `listOrg` or `listBibl`."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from edition.model import Position
from edition.registers.rows import ListKind, Row, Rows
from edition.tei import NS, XML_ID, local_name, parse, tei
from edition.tei.positions import Places

_RECORDS: dict[ListKind, tuple[str, ...]] = {
    "persons": ("person", "personGrp"),
    "places": ("place",),
    "organisations": ("org",),
    "works": ("bibl", "biblStruct"),
}
_NAMES: dict[ListKind, tuple[str, ...]] = {
    "persons": ("persName",),
    "places": ("placeName",),
    "organisations": ("orgName",),
    "works": ("title",),
}


def rows_of_tei(data: bytes, kind: ListKind, *, name: str) -> Rows:
    """The rows of a TEI document; `name` is what messages call it."""
    document, findings = parse(data, name=name, stem=name)
    yield from findings
    if document is None:
        return
    elements = [
        element
        for element in document.root.iter(*map(tei, _RECORDS[kind]))
        if kind != "works" or _is_listed(element)
    ]
    places = Places(document, elements)
    for element in elements:
        yield _row(element, kind, places.element(element))


def _is_listed(element: etree._Element) -> bool:
    """Whether a `bibl` is an entry of a list of works, and not a note on someone's sources."""
    return next(element.iterancestors(tei("listBibl")), None) is not None


def _row(element: etree._Element, kind: ListKind, position: Position) -> Row:
    names = list(_named(element, kind))
    return Row(
        position,
        forms=tuple(dict.fromkeys(filter(None, map(_words, names)))),
        id=element.get(XML_ID, ""),
        note=" ".join(map(_words, element.iterfind("tei:note", NS))),
        identifiers=tuple(
            (idno.get("type", "URI"), words)
            for idno in element.iterfind(".//tei:idno", NS)
            if (words := _words(idno))
        ),
        group=local_name(element) == "personGrp",
        surname=" ".join(map(_words, names[0].iterfind(".//tei:surname", NS))) if names else "",
        coordinates=_first(element, "tei:location/tei:geo"),
        author=_first(element, ".//tei:author"),
        date=_first(element, ".//tei:date"),
        kind=next((level for title in names if (level := title.get("level"))), ""),
    )


def _named(element: etree._Element, kind: ListKind) -> Iterator[etree._Element]:
    for name in _NAMES[kind]:
        yield from element.iterfind(f".//tei:{name}" if kind == "works" else f"tei:{name}", NS)


def _first(element: etree._Element, path: str) -> str:
    return next(filter(None, map(_words, element.iterfind(path, NS))), "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
