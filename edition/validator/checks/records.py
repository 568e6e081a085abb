"""One person, place or organisation with two records, told by authority files or by names and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from edition.tei import local_name, tei
from edition.validator.checks.survey import Survey, words
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

RECORDS = ("person", "personGrp", "place", "org")
"""Elements that are records of someone or something in the world."""
_TIED = ("sameAs", "corresp", "copyOf", "exclude")
_DATES = ("when", "from", "to", "notBefore", "notAfter")

Key = tuple[str, str]
"""An authority file and an identifier in it: ("gnd", "118540238")."""


def record_findings(survey: Survey) -> Iterator[Finding]:
    """Two records for one person, place or organisation in one document."""
    records = [record for record in survey.elements(*RECORDS) if not tied(record)]
    by_key: dict[tuple[object, ...], etree._Element] = {}
    by_name: dict[tuple[object, ...], etree._Element] = {}
    for record in records:
        document = next(record.iterancestors(tei("TEI")), None)  # a corpus repeats records in its texts
        first = None
        for key in authority_keys(record):
            first = by_key.setdefault((document, record.tag, key), record)
            if first is not record:
                facts = {"element": local_name(record), "name": label(record), "first": label(first)}
                facts |= {"authority": authorities()[key[0]]["name"], "identifier": key[1]}
                yield Finding("TEI-RECORD-IDENTIFIER", record, facts, first=first)
                break
        if first is not None and first is not record:
            continue
        portrait = _portrait(record)
        if portrait is not None:
            first = by_name.setdefault((document, record.tag, *portrait), record)
            if first is not record:
                facts = {"element": local_name(record), "name": label(record)}
                yield Finding("TEI-RECORD-TWICE", record, facts, first=first)


def tied(record: etree._Element) -> bool:
    """Whether a record says itself how it stands to another one."""
    return any(record.get(name) is not None for name in _TIED)


def label(record: etree._Element) -> str:
    """What a record calls its subject: the first name in it, else its xml:id."""
    for child in record.iterchildren("*"):
        if local_name(child).endswith(("Name", "name")) and words(child):
            return words(child)
    return record.get("{http://www.w3.org/XML/1998/namespace}id", "")


def authority_keys(record: etree._Element) -> list[Key]:
    """The identifiers of authority files that a record has in its own idno elements."""
    found: list[Key] = []
    for child in record.iterchildren(tei("idno")):
        value = words(child)
        for authority, entry in authorities().items():
            kind = (child.get("type") or "").lower()
            inside = next((part for part in entry["addresses"] if part in value), None)
            if inside is not None or (kind in entry["types"] and "/" not in value):
                identifier = value.split(inside, 1)[1] if inside else value
                identifier = identifier.split("?")[0].split("#")[0].strip("/ ")
                if identifier and (authority, identifier) not in found:
                    found.append((authority, identifier))
                break
    return found


def authorities() -> dict[str, Any]:
    """The authority files known: their `name`, their `types` (in `@type`), their `addresses`."""
    return table("authorities")


def _portrait(record: etree._Element) -> tuple[object, ...] | None:
    """All names and all dates of a record, where it has both: namesakes were seldom born on one day."""
    names: list[str] = []
    dates: list[tuple[str, ...]] = []
    for child in record.iterchildren("*"):
        kind = local_name(child)
        if kind == "persName":
            names.append(words(child).casefold())
        elif kind in ("birth", "death"):
            values = [f"{name}={child.get(name)}" for name in _DATES if child.get(name)]
            if values:
                dates.append((kind, *values))
    return (tuple(sorted(names)), tuple(sorted(dates))) if names and dates and all(names) else None
