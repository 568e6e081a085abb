"""A place, an organisation or a work of which an edition has a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntryKind = Literal["place", "org", "work"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, an organisation or a work with one record: `forms` are its names, the one it goes by first.

    `coordinates` are a place's latitude and longitude; `author`, `date` and `level` (TEI's, "j" for a
    periodical, "m" for a book) are a work's. `identifiers` are pairs of authority ("GND") and identifier.
    """

    kind: EntryKind
    id: str
    forms: tuple[str, ...]
    description: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    coordinates: str = ""
    author: str = ""
    date: str = ""
    level: str = ""
