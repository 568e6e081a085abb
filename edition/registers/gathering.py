"""What each text of an edition has on record: persons, places, organisations, works, by its TEI document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from edition.registers.authorities import Identifier, identifier, is_address
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
MENTIONS: dict[str, RecordKind | None] = {
    "persName": "person",
    "placeName": "place",
    "orgName": "org",
    "title": "work",
    "name": None,
    "rs": None,
}
"""Elements that name someone or something, and of what kind that is; None where only their type can say."""

_TYPES: dict[str, RecordKind] = {
    "person": "person",
    "pers": "person",
    "people": "person",
    "place": "place",
    "org": "org",
    "organisation": "org",
    "organization": "org",
    "work": "work",
    "title": "work",
}
_YEAR = re.compile(r"-?\d{4}")
_WHEN = ("when", "when-iso", "notBefore", "from", "notAfter", "to")

_PARTIES = "tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction/*"

Key = tuple[str, str]
"""A record: the stem of its text, and its id there, or the address on the web that its text points to."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record as one text has it: `mentions` counts the names that point to it, `speaks` says that a speech
    does. `forms` are its names, the first the one it goes by; `level` is that of a work's title. `life` are
    the years of birth and death ("1801–1870"); `surname` is what the record marks as such.

    What a text points to on the web only has that address for its id, and for names those in the text.
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
    life: str = ""
    occupation: str = ""
    surname: str = ""

    @property
    def external(self) -> bool:
        """Whether the text has no record of its own, but points to one on the web."""
        return is_address(self.id)


@dataclass(frozen=True, slots=True)
class TextRecords:
    """The records of one text; `stem` names its files, `title` and `language` are those of its header."""

    stem: str
    title: str
    language: str
    records: tuple[Record, ...]


def records_of(root: etree._Element, stem: str) -> TextRecords:
    """The records of a TEI document that have a name and an id, and what its text names by an address."""
    pointed, speaking, external = _pointers(root)
    title = root.find("tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title", NS)
    own = (
        _record(element, pointed[element.get(XML_ID, "")], element.get(XML_ID, "") in speaking)
        for element in _elements(root)
    )
    return TextRecords(
        stem,
        name_words(title) if title is not None else stem,
        root.get(XML_LANG, ""),
        (*(record for record in own if record.forms), *_external(external)),
    )


def key_of(pointer: str, stem: str) -> Key | None:
    """The record that a pointer in the text `stem` means: one of its own ("#ada"), of another text of the
    edition ("persons.xml#ada"), or on the web; None for what is no such pointer.
    """
    if pointer.startswith("#"):
        return stem, pointer[1:]
    if is_address(pointer):
        return stem, pointer
    file, sign, name = pointer.partition("#")
    other = file.replace("\\", "/").rpartition("/")[2]
    return (other.removesuffix(".xml"), name) if sign and other.endswith(".xml") and name else None


def kind_named(element: etree._Element) -> RecordKind | None:
    """Of what an element of MENTIONS is the name; None where it does not say."""
    return MENTIONS.get(local_name(element)) or _TYPES.get((element.get("type") or "").casefold())


def pointers(element: etree._Element) -> Iterator[str]:
    """The pointers of a name to records: those of @ref, else the id in @key."""
    found = (element.get("ref") or "").split()
    yield from found
    named = (element.get("key") or "").split()
    if not found and len(named) == 1:
        yield f"#{named[0]}"


def _pointers(
    root: etree._Element,
) -> tuple[Counter[str], set[str], dict[tuple[str, RecordKind], Counter[str]]]:
    """How many names point to each id, to which ids speeches point, and by which names the text speaks of
    what has an address on the web.
    """
    pointed: Counter[str] = Counter()
    speaking: set[str] = set()
    external: dict[tuple[str, RecordKind], Counter[str]] = {}
    for party in root.iterfind(_PARTIES, NS):
        for pointer in pointers(party):
            if is_address(pointer) and (kind := kind_named(party)) and (words := name_words(party)):
                external.setdefault((pointer, kind), Counter())[words] += 0  # no mention, but somebody
    text = root.find("tei:text", NS)
    if text is None:
        return pointed, speaking, external
    for name in text.iter(*map(tei, MENTIONS)):
        for pointer in pointers(name):
            if pointer.startswith("#"):
                pointed[pointer[1:]] += 1
            elif is_address(pointer) and (kind := kind_named(name)) and (words := name_words(name)):
                external.setdefault((pointer, kind), Counter())[words] += 1
    for speech in text.iter(tei("sp"), tei("said"), tei("u")):
        speaking.update(one[1:] for one in (speech.get("who") or "").split() if one.startswith("#"))
    return pointed, speaking, external


def _external(found: dict[tuple[str, RecordKind], Counter[str]]) -> Iterator[Record]:
    """A record for each address; it goes by the name that the text has most often, of several the longest."""
    for (address, kind), names in found.items():
        forms = sorted(names, key=lambda form: (-names[form], -len(form), form))
        yield Record(
            kind, address, tuple(forms), identifiers=(identifier("URI", address),), mentions=names.total()
        )


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
    surname = next((one for name in names for one in name.iter(tei("surname"))), None)
    return Record(
        kind,
        element.get(XML_ID, ""),
        tuple(dict.fromkeys(filter(None, map(name_words, names)))),
        identifiers=tuple(dict.fromkeys(_identifiers(element, names))),
        note=" ".join(
            name_words(note) for note in element.iterfind("tei:note", NS) if note.get("type") != "evidence"
        ),
        mentions=mentions,
        speaks=speaks,
        coordinates=_first(element, "tei:location/tei:geo"),
        author=_first(element, "tei:author"),
        date=_first(element, "tei:date"),
        level=next((level for title in names if (level := title.get("level"))), ""),
        life=_life(element),
        occupation=_first(element, "tei:occupation"),
        surname=name_words(surname) if surname is not None else "",
    )


def _identifiers(element: etree._Element, names: list[etree._Element]) -> Iterator[Identifier]:
    """The identifiers of a record: its numbers, and what it or its name point to on the web."""
    for number in element.iterfind("tei:idno", NS):
        if words := name_words(number):
            yield identifier(number.get("type", "URI"), words)
    for one in (element, *names):
        for pointer in f"{one.get('ref') or ''} {one.get('sameAs') or ''}".split():
            if is_address(pointer):
                yield identifier("URI", pointer)


def _life(element: etree._Element) -> str:
    """The years of birth and death with a dash between; empty where neither has a year."""
    years = []
    for name in ("birth", "death"):
        found = element.find(f"tei:{name}", NS)
        dates = [] if found is None else [found, *found.iter(tei("date"))]
        values = [value for one in dates for key in _WHEN if (value := one.get(key))]
        said = [_YEAR.match(value) for value in values] or (
            [_YEAR.search(name_words(found))] if dates else []
        )
        years.append(next((match[0] for match in said if match is not None), ""))
    return "–".join(years) if any(years) else ""


def _first(element: etree._Element, path: str) -> str:
    return next(filter(None, map(name_words, element.iterfind(path, NS))), "")


def name_words(element: etree._Element | None) -> str:
    """The words of an element; what is in parts only ("<forename/><surname/>") has blanks between them."""
    if element is None:
        return ""
    parts = len(element) and not (element.text or "").strip()
    parts = parts and not any((one.tail or "").strip() for one in element)
    return " ".join((" " if parts else "").join(map(str, element.itertext())).split())


def is_register(data: bytes) -> bool:
    """Whether a TEI document is a register that was made of an edition, and none of its texts."""
    return b'<standOff type="register">' in data and TEI.encode() in data
