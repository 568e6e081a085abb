"""What each text of an edition has on record: persons, places, organisations, works, by its TEI document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from edition.tei import NS, TEI, XML_ID, XML_LANG, local_name, tei

RecordKind = Literal["person", "group", "place", "org", "work"]

_KINDS: dict[str, RecordKind] = {
    "person": "person",
    "personGrp": "group",
    "place": "place",
    "org": "org",
    "bibl": "work",
}
_NAMES: dict[RecordKind, str] = {
    "person": "persName",
    "group": "persName",
    "place": "placeName",
    "org": "orgName",
    "work": "title",
}


@dataclass(frozen=True, slots=True)
class Record:
    """A record as one text has it: `mentions` counts the names that point to it, `speaks` says that a speech
    does. `forms` are its names, the first the one it goes by; `level` is that of a work's title.
    """

    kind: RecordKind
    id: str
    forms: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    note: str = ""
    mentions: int = 0
    speaks: bool = False
    coordinates: str = ""
    author: str = ""
    date: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class TextRecords:
    """The records of one text; `stem` names its files, `title` and `language` are those of its header."""

    stem: str
    title: str
    language: str
    records: tuple[Record, ...]


def records_of(root: etree._Element, stem: str) -> TextRecords:
    """The records of a TEI document that have a name and an id."""
    pointed, speaking = _pointers(root)
    title = root.find("tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title", NS)
    records = tuple(
        _record(element, pointed[element.get(XML_ID, "")], element.get(XML_ID, "") in speaking)
        for element in _elements(root)
    )
    return TextRecords(
        stem,
        _words(title) if title is not None else stem,
        root.get(XML_LANG, ""),
        tuple(record for record in records if record.forms),
    )


def _pointers(root: etree._Element) -> tuple[Counter[str], set[str]]:
    """How many names point to each id, and to which ids speeches point."""
    pointed: Counter[str] = Counter()
    speaking: set[str] = set()
    text = root.find("tei:text", NS)
    if text is None:
        return pointed, speaking
    for name in text.iter(*(tei(n) for n in ("persName", "placeName", "orgName", "name", "rs", "title"))):
        pointed.update(_ids(name.get("ref")))
    for speech in text.iter(tei("sp"), tei("said"), tei("u")):
        speaking.update(_ids(speech.get("who")))
    return pointed, speaking


def _ids(pointers: str | None) -> Iterator[str]:
    return (pointer[1:] for pointer in (pointers or "").split() if pointer.startswith("#"))


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    """The records: those beside the text and in the header, not what the text itself prints."""
    for part in root:
        if part.tag in (tei("teiHeader"), tei("standOff")):
            for element in part.iter(*map(tei, _KINDS)):
                is_work = local_name(element) == "bibl"
                if element.get(XML_ID) and (not is_work or part.tag == tei("standOff")):
                    yield element


def _record(element: etree._Element, mentions: int, speaks: bool) -> Record:
    kind = _KINDS[local_name(element)]
    names = element.findall(f"tei:{_NAMES[kind]}", NS)
    return Record(
        kind,
        element.get(XML_ID, ""),
        tuple(dict.fromkeys(filter(None, map(_words, names)))),
        identifiers=tuple(
            (idno.get("type", "URI"), words)
            for idno in element.iterfind("tei:idno", NS)
            if (words := _words(idno))
        ),
        note=" ".join(
            _words(note) for note in element.iterfind("tei:note", NS) if note.get("type") != "evidence"
        ),
        mentions=mentions,
        speaks=speaks,
        coordinates=_first(element, "tei:location/tei:geo"),
        author=_first(element, "tei:author"),
        date=_first(element, "tei:date"),
        level=next((level for title in names if (level := title.get("level"))), ""),
    )


def _first(element: etree._Element, path: str) -> str:
    return next(filter(None, map(_words, element.iterfind(path, NS))), "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def is_register(data: bytes) -> bool:
    """Whether a TEI document is a register that was made of an edition, and none of its texts."""
    return b'<standOff type="register">' in data and TEI.encode() in data
