"""A list of persons, as a table (CSV) or as TEI (`listPerson`).

The table has a heading row. `name` is needed; `id`, `spellings` (parted by |), `note` and one column for each
authority (gnd, viaf, wikidata, …) may be there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Person, Position
from edition.tei import NS, XML_ID, local_name, parse, tei
from edition.tei.positions import Places

_OWN_COLUMNS = ("name", "id", "spellings", "note")
_ID = re.compile(r"[^\W\d][\w.-]*")


def read_persons(data: bytes, *, name: str) -> tuple[tuple[Person, ...], list[Diagnostic]]:
    """The persons in a list; `name` is what messages call it, and its ending tells TEI (.xml) from a table.

    What cannot be used is named with its line and left out. Persons without an id have an empty one.
    """
    rows = _from_tei(data, name) if name.lower().endswith(".xml") else _from_table(data, name)
    people: list[Person] = []
    findings: list[Diagnostic] = []
    used: set[str] = set()
    for row in rows:
        if isinstance(row, Diagnostic):
            findings.append(row)
            continue
        person, position = row
        if not person.forms:
            findings.append(diagnose("REGISTER-NAME", path=name, position=position))
        elif person.id and not _ID.fullmatch(person.id):
            findings.append(diagnose("REGISTER-ID", path=name, position=position, id=person.id))
        elif person.id in used:
            findings.append(diagnose("REGISTER-ID-TWICE", path=name, position=position, id=person.id))
        else:
            used |= {person.id} - {""}
            people.append(person)
    return tuple(people), findings


def _from_table(data: bytes, name: str) -> Iterator[tuple[Person, Position] | Diagnostic]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield diagnose("REGISTER-ENCODING", path=name, position=Position(line, 1))
        return
    heading = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(heading), restkey="")
    columns = {(column or "").strip().casefold(): column for column in table.fieldnames or ()}
    if "name" not in columns:
        yield diagnose("REGISTER-COLUMN", path=name, position=Position(1, 1))
        return
    line = table.line_num + 1
    for row in table:
        cells = {key: _flat(row.get(column)) for key, column in columns.items() if key}
        if any(cells.values()):
            yield _person_of_row(cells), Position(line, 1)
        line = table.line_num + 1


def _delimiter(heading: str) -> str:
    """What parts the columns: the sign of the three in use that the heading has most of."""
    return max((",", ";", "\t"), key=heading.count)


def _flat(cell: object) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _person_of_row(cells: Mapping[str, str]) -> Person:
    spellings = [spelling.strip() for spelling in cells.get("spellings", "").split("|")]
    forms = tuple(dict.fromkeys(filter(None, (cells["name"], *spellings)))) if cells["name"] else ()
    known = tuple(
        (authority, value) for authority, value in cells.items() if authority not in _OWN_COLUMNS and value
    )
    return Person(
        id=cells.get("id", ""),
        forms=forms,
        evidence="the edition's list",
        description=cells.get("note", ""),
        identifiers=tuple((_type_of(authority), value) for authority, value in known),
    )


def _type_of(authority: str) -> str:
    """An authority as a value of @type: no blanks, in capitals where it is an abbreviation."""
    word = "-".join(authority.split())
    return word.upper() if len(word) <= 4 else word


def _from_tei(data: bytes, name: str) -> Iterator[tuple[Person, Position] | Diagnostic]:
    document, findings = parse(data, name=name, stem=name)
    yield from findings
    if document is None:
        return
    elements = list(document.root.iter(tei("person"), tei("personGrp")))
    places = Places(document, elements)
    for element in elements:
        forms = tuple(dict.fromkeys(filter(None, map(_words, element.iterfind("tei:persName", NS)))))
        person = Person(
            id=element.get(XML_ID, ""),
            forms=forms,
            evidence="the edition's list",
            kind="group" if local_name(element) == "personGrp" else "person",
            description=" ".join(map(_words, element.iterfind("tei:note", NS))),
            identifiers=tuple(
                (idno.get("type", "URI"), _words(idno)) for idno in element.iterfind("tei:idno", NS)
            ),
        )
        yield person, places.element(element)


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
