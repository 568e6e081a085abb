"""What the sheet xslt/epub.xsl made of a document: facts for the package, and the matter of its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from edition.ebook.xhtml import h

_E = "{urn:edition:ebook}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way into a book: `markup` is what xslt/epub.xsl made of it.

    `stem` names its files, `name` is what messages call it; `tei` are its bytes, `folder` is where its
    pictures are looked for (None: nowhere).
    """

    stem: str
    name: str
    markup: str
    tei: bytes
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Someone who had a part in the text, with a MARC relator ("aut", "edt")."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the package says. Dates are values of HTML ("1849-05-12"); what is not known is empty."""

    title: str
    language: str
    interface: str
    direction: str = "ltr"
    subtitles: tuple[str, ...] = ()
    creators: tuple[Named, ...] = ()
    contributors: tuple[Named, ...] = ()
    publisher: str = ""
    date: str = ""
    written: str = ""
    rights: tuple[str, ...] = ()
    source: str = ""
    identifier: str = ""
    identifier_type: str = ""
    changed: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    description: str = ""


@dataclass(slots=True)
class Matter:
    """The facts, and the pages in one piece: the text, its footnotes by their ids, and what follows it."""

    facts: Facts
    text: etree._Element
    notes: dict[str, etree._Element] = field(default_factory=dict)
    apparatus: etree._Element | None = None


def matter_of(draft: Draft) -> Matter:
    """The matter of a draft, read; nothing in it is shared with other results."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(draft.markup.encode(), parser)
    text = root.find(h("main"))
    assert text is not None
    notes: dict[str, etree._Element] = {}
    apparatus = None
    for part in list(text):
        if part.tag == h("section") and part.get("class") == "notes":
            notes = {note.get("id") or "": note for note in part}
            text.remove(part)
        elif part.get("class") == "apparatus":
            apparatus = part if len(part) else None
            text.remove(part)
    return Matter(_facts(root, draft.stem), text, notes, apparatus)


def _facts(root: etree._Element, stem: str) -> Facts:
    def several(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.text for one in root.iterfind(f"{_E}{name}") if one.text))

    def people(name: str) -> tuple[Named, ...]:
        found = (Named(one.text or "", one.get("role") or "ctb") for one in root.iterfind(f"{_E}{name}"))
        return tuple(dict.fromkeys(one for one in found if one.name))

    def value(name: str) -> tuple[str, ...]:
        return tuple(one.get("value") or "" for one in root.iterfind(f"{_E}{name}"))

    identifier = root.find(f"{_E}identifier")
    return Facts(
        title="".join(several("title")[:1]) or stem,
        language=root.get("language") or "und",
        interface=root.get("interface") or "en",
        direction=root.get("direction") or "ltr",
        subtitles=several("subtitle"),
        creators=people("creator"),
        contributors=people("contributor"),
        publisher="".join(several("publisher")[:1]),
        date="".join(value("date")[:1]),
        written="".join(value("written")[:1]),
        rights=several("rights"),
        source="".join(several("source")[:1]),
        identifier=(identifier.text or "") if identifier is not None else "",
        identifier_type=(identifier.get("type") or "") if identifier is not None else "",
        changed=value("changed"),
        subjects=several("subject"),
        description="".join(several("description")[:1]),
    )
