"""The lists of an edition as records: what can be used, and what to say of what cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Entry, Person, Register
from edition.model.entry import EntryKind
from edition.registers.ids import free_id, is_taken, surname_first
from edition.registers.rows import ListKind, Row
from edition.registers.tables import rows_of_table
from edition.registers.tei_lists import rows_of_tei

KINDS: tuple[ListKind, ...] = ("persons", "places", "organisations", "works")

_ID = re.compile(r"[^\W\d][\w.-]*")
_ENTRIES: dict[ListKind, EntryKind] = {"places": "place", "organisations": "org", "works": "work"}
_COORDINATES = re.compile(r"([+-]?\d{1,2}(?:\.\d{1,15})?)(?:[,;]\s*|\s+)([+-]?\d{1,3}(?:\.\d{1,15})?)")
# What a work is, in words that editors write, as TEI's levels of titles (Guidelines 3.12.2.2).
_LEVELS = {
    "a": "a", "article": "a", "poem": "a", "speech": "a", "letter": "a",
    "j": "j", "periodical": "j", "journal": "j", "newspaper": "j", "magazine": "j",
    "m": "m", "book": "m", "monograph": "m", "novel": "m", "play": "m", "": "m",
    "s": "s", "series": "s",
    "u": "u", "unpublished": "u", "manuscript": "u",
}  # fmt: skip


def read_persons(data: bytes, *, name: str) -> tuple[tuple[Person, ...], list[Diagnostic]]:
    """The persons in a list; `name` is what messages call it, and its ending tells TEI (.xml) from a table.

    What cannot be used is named with its line and left out. Who has no id gets one from the name.
    """
    register, findings = read_register({"persons": (data, name)})
    return register.persons, findings


def read_register(
    lists: Mapping[ListKind, tuple[bytes, str]],
) -> tuple[Register, list[Diagnostic]]:
    """The records in `lists`, each of them its bytes and what messages call it; ids are one's own in all.

    The ending of the name tells TEI (.xml) from a table. What cannot be used is named with its line and
    left out.
    """
    findings: list[Diagnostic] = []
    used: set[str] = set()
    sound: dict[ListKind, list[Row]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        if kind in lists:
            data, name = lists[kind]
            rows = rows_of_tei if name.lower().endswith(".xml") else rows_of_table
            for row in rows(data, kind, name=name):
                if isinstance(row, Diagnostic):
                    findings.append(row)
                elif (found := _unsound(row, kind, name, used)) is not None:
                    findings.append(found)
                else:
                    used |= {row.id} - {""}
                    sound[kind].append(row)
    persons = [_person(row, used) for row in sound["persons"]]
    entries = [entry for kind in KINDS[1:] for entry in _entries(sound[kind], _ENTRIES[kind], used)]
    return Register(tuple(persons), tuple(entries)), findings


def _unsound(row: Row, kind: ListKind, name: str, used: set[str]) -> Diagnostic | None:
    """What is wrong with a row; None where nothing is."""
    at = row.position
    if not row.forms:
        return diagnose("REGISTER-NAME", path=name, position=at)
    if row.id and not _ID.fullmatch(row.id):
        return diagnose("REGISTER-ID", path=name, position=at, id=row.id)
    if row.id and is_taken(row.id):
        return diagnose("REGISTER-ID-OURS", path=name, position=at, id=row.id)
    if row.id in used:
        return diagnose("REGISTER-ID-TWICE", path=name, position=at, id=row.id)
    if row.coordinates and _located(row.coordinates) is None:
        return diagnose("REGISTER-COORDINATES", path=name, position=at, words=row.coordinates)
    if kind == "works" and row.kind.casefold() not in _LEVELS:
        known = ", ".join(word for word in _LEVELS if len(word) > 1)
        return diagnose("REGISTER-KIND", path=name, position=at, words=row.kind, known=known)
    return None


def _located(words: str) -> str | None:
    """Coordinates as TEI wants them, latitude and longitude parted by a blank; None for what is none."""
    match = _COORDINATES.fullmatch(words)
    if match is None or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
        return None
    return f"{match[1]} {match[2]}"


def _person(row: Row, used: set[str]) -> Person:
    identifier = row.id or free_id(surname_first(row.forms[0], row.surname), used)
    used.add(identifier)
    return Person(
        id=identifier,
        forms=row.forms,
        evidence="the edition's list",
        kind="group" if row.group else "person",
        description=row.note,
        identifiers=row.identifiers,
        surname=row.surname,
    )


def _entries(rows: Iterable[Row], kind: EntryKind, used: set[str]) -> Iterable[Entry]:
    for row in rows:
        identifier = row.id or free_id(row.forms[0], used, kind)
        used.add(identifier)
        yield Entry(
            kind,
            identifier,
            row.forms,
            description=row.note,
            identifiers=row.identifiers,
            coordinates=_located(row.coordinates) or "",
            author=row.author,
            date=row.date,
            level=_LEVELS[row.kind.casefold()] if kind == "work" else "",
        )
