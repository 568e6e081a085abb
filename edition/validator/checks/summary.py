"""What one document must tell the others: its identifiers, the files it points to, whom it has on record.

Summaries are small and can be sent from one process to another.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from edition.model import Position
from edition.tei import XML_ID, TeiDocument, includes, local_name
from edition.tei.positions import Places
from edition.tei.prefixes import Prefixes
from edition.validator.checks.records import RECORDS, authority_keys, label, tied
from edition.validator.checks.survey import Survey
from edition.validator.checks.tables import table

_TOKEN = re.compile(r"\S+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_FILE = re.compile(r"[^#?]*[^#?/.]\.[A-Za-z][A-Za-z0-9]{1,4}")
_XPOINTER = re.compile(r"[\w-]+\(")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: its line as it stands there, and how many characters from the position are meant."""

    position: Position
    excerpt: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer to another file: `path` from the same place as the names of documents, with its `target`,
    an xml:id ("" for the whole file). `written` is what stands in attribute `attribute` of an `element`."""

    element: str
    attribute: str
    written: str
    path: str
    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Record:
    """Someone or something on record under an identifier of an authority file."""

    authority: str
    identifier: str
    element: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Summary:
    """One document: what it is called, its identifiers with the names of their elements, what leads out.

    `includes` are the files that it takes in by XInclude, as paths from the same place as its name.
    """

    name: str
    root_id: str
    root: Place
    identifiers: dict[str, str]
    pointers: tuple[Pointer, ...]
    records: tuple[Record, ...]
    includes: tuple[str, ...] = ()


def gather(document: TeiDocument, survey: Survey | None = None) -> Summary:
    """What the other documents of an edition must know of this one. `survey` is that of it, if made."""
    survey = survey or Survey(document.root)
    outgoing = list(_outgoing(survey, document.name))
    records = [
        (record, key)
        for record in survey.elements(*RECORDS)
        if not tied(record)
        for key in authority_keys(record)
    ]
    wanted = [document.root, *(element for element, *_ in outgoing), *(record for record, _ in records)]
    places = Places(document, wanted, starts_only=True)

    def place(position: Position, length: int | None = None) -> Place:
        return Place(position, places.line(position), length)

    pointers = tuple(
        Pointer(
            local_name(element),
            name,
            word,
            path,
            target,
            place(places.attribute(element, name, offset), len(word)),
        )
        for element, name, offset, word, path, target in outgoing
    )
    known = tuple(
        Record(authority, identifier, local_name(record), label(record), place(places.element(record)))
        for record, (authority, identifier) in records
    )
    root_id = document.root.get(XML_ID) or ""
    root = place(places.attribute(document.root, XML_ID) if root_id else Position(1, 1))
    taken = includes(document.root, document.name) if b"/XInclude" in document.data else ()
    return Summary(document.name, root_id, root, survey.kinds, pointers, known, taken)


_Outgoing = tuple[etree._Element, str, int, str, str, str]


def _outgoing(survey: Survey, name: str) -> Iterator[_Outgoing]:
    """Element, attribute, offset, word, path and target of each pointer to a file of the edition."""
    prefixes = Prefixes(survey.elements("prefixDef"))
    pages = tuple(f".{ending}" for ending in table("prefixes")["pages"])
    folder = posixpath.dirname(name.replace("\\", "/"))
    for attribute in table("prefixes")["attributes"]:
        for element, value in survey.attributes(attribute) if attribute in survey.leaving else ():
            if "." not in value and "#" not in value and ":" not in value:
                continue
            for token in _TOKEN.finditer(value):
                word = token.group()
                meant = prefixes.expanded(word) or word
                file, _, target = meant.partition("#")
                # A word without # may be anything, but not where it looks like the name of a file.
                if (
                    not file
                    or _SCHEME.match(file)
                    or not _FILE.fullmatch(file)
                    or survey.moved(element, file=True)
                ):
                    continue
                if _XPOINTER.match(target) or file.startswith("/") or file.lower().endswith(pages):
                    continue
                path = posixpath.normpath(posixpath.join(folder, unquote(file)))
                yield element, attribute, token.start(), word, path, unquote(target)
