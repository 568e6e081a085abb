"""What is known of one who speaks while labels are still being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.model import Person
from edition.model.metadata import PersonKind

MOST_INITIALS = 4


@dataclass
class Record:
    """What is known of one participant while labels are still being read."""

    words: str
    kind: PersonKind = "person"
    core: tuple[str, ...] = ()
    more: frozenset[str] = frozenset()
    description: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    given: bool = False
    described: bool = False
    fixed_id: str = ""
    surname: str = ""
    forms: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)

    @property
    def is_listed(self) -> bool:
        """Whether the record is of a role of the cast list, or of someone whom the edition names."""
        return "cast list" in self.rules or self.given

    def take(self, form: str, rule: str) -> None:
        """Notes a label that means the record, and by which rule."""
        self.forms[form] = None
        self.rules[rule] = None


def initials(core: Sequence[str]) -> str:
    """The first letters of a name of several words, with a full stop that no word has."""
    return "".join(word[0] for word in core) + "." if 1 < len(core) <= MOST_INITIALS else ""


def person(record: Record, speaks: bool) -> Person:
    """The person or group of a record."""
    forms = (record.words, *(form for form in record.forms if form != record.words))
    return Person(
        id=record.fixed_id,
        forms=forms,
        speaks=speaks,
        evidence=", ".join(record.rules),
        kind=record.kind,
        description=record.description,
        identifiers=record.identifiers,
        surname=record.surname,
    )
