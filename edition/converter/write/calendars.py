"""The calendars that dates of a text are in, and what the header says of each (Guidelines 2.4.5).

A date points to its calendar as "#julian". Where a person has that id, the calendar takes another.
"""

from __future__ import annotations

from dataclasses import replace

from edition.model import Annotation, Document

CALENDARS = {
    "julian": "Julian calendar (Old Style)",
    "republican": "French Republican calendar",
    "hebrew": "Hebrew calendar",
    "islamic": "Islamic calendar, by its arithmetic: a day told by the moon may differ by one or two",
    "roman": "Roman reckoning of days, back from the Kalends, the Nones and the Ides",
}
"""What each calendar is called, by the name that dates point to, in the order of the header."""
_ATTRIBUTE = "calendar"

Calendars = tuple[tuple[str, str], ...]  # xml:id and name
Attributes = tuple[tuple[str, str], ...]


def with_calendars(document: Document) -> tuple[Document, Calendars]:
    """The calendars of a document, in their order; and the document, with its dates pointing to them."""
    used = _used(document)
    if not used:
        return document, ()
    persons = {person.id for person in document.metadata.persons}
    ids = {name: _free(name, persons) for name in CALENDARS if name in used}
    if any(name != identifier for name, identifier in ids.items()):
        document = _pointing(document, {f"#{name}": f"#{identifier}" for name, identifier in ids.items()})
    return document, tuple((identifier, CALENDARS[name]) for name, identifier in ids.items())


def _used(document: Document) -> set[str]:
    dates = (a.attributes for a in document.annotations if a.element in ("date", "time"))
    metadata = document.metadata
    letters = (letter.date_attributes for letter in metadata.letters)
    return {
        value.removeprefix("#")
        for attributes in (*dates, metadata.date_attributes, *letters)
        for name, value in attributes
        if name == _ATTRIBUTE
    }


def _free(name: str, taken: set[str]) -> str:
    """The id of a calendar: its name, where no person has it."""
    numbered = (f"calendar-{name}-{number}" for number in range(1, len(taken) + 1))
    return next(one for one in (name, f"calendar-{name}", *numbered) if one not in taken)


def _pointing(document: Document, pointers: dict[str, str]) -> Document:
    """The document with other pointers to its calendars."""

    def moved(attributes: Attributes) -> Attributes:
        return tuple((n, pointers.get(v, v) if n == _ATTRIBUTE else v) for n, v in attributes)

    def annotation(one: Annotation) -> Annotation:
        return replace(one, attributes=moved(one.attributes)) if one.get(_ATTRIBUTE) else one

    metadata = document.metadata
    letters = tuple(replace(one, date_attributes=moved(one.date_attributes)) for one in metadata.letters)
    metadata = replace(metadata, date_attributes=moved(metadata.date_attributes), letters=letters)
    return replace(document, annotations=tuple(map(annotation, document.annotations)), metadata=metadata)
