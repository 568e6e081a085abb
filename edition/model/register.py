"""What an edition knows beside its texts: its persons, places, organisations and works, one record each."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.entry import Entry
from edition.model.metadata import Person


@dataclass(frozen=True, eq=False)
class Register:
    """The lists of an edition. Each entry has an id; a person without one gets it from the name."""

    persons: tuple[Person, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.entries)
