"""Records of persons while the names of a text are still being read, found by surname and given names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.converter.forms.given_names import GivenNames
from edition.converter.forms.names import Name, first_surname
from edition.converter.forms.speakers import Gender
from edition.model import Annotation, Person

RANKED = "ranked"
_FEW = 8  # records of one surname that are looked through


@dataclass(frozen=True)
class Mention:
    """A name in the text, taken apart if it can be; `gender` as form of address or given name tells."""

    annotation: Annotation
    form: str
    name: Name | None
    gender: Gender
    state: str = ""


@dataclass
class Record:
    """What is known of one person while names are still being read: `gender` as a form of address or the
    given name tells it, `first` where the fullest of the names stands, `called` that the narrator uses the
    given name alone.
    """

    name: Name
    forms: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    id: str = ""
    known: Person | None = None
    gender: Gender = ""
    state: str = ""
    first: int = -1
    called: bool = False

    def take(self, mention: Mention) -> None:
        """Adds what a mention tells."""
        assert mention.name is not None
        fuller = _fullness(mention.name) > _fullness(self.name)
        if fuller or self.first < 0:
            self.first = mention.annotation.span.start
        if fuller:
            self.name = mention.name
        self.gender = self.gender or mention.gender
        if self.state in ("", RANKED):
            self.state = mention.state or self.state
        self.forms[mention.form] = None
        self.rules[mention.annotation.rule] = None

    def fits(self, mention: Mention) -> bool:
        """Whether the mention can be of this person: no given name and no form of address against it."""
        assert mention.name is not None
        if not (self.name.may_be(mention.name) or _same_surnames(self.name, mention.name)):
            return False
        if not self._same_state(mention.state):
            return False
        return "" in (self.gender, mention.gender) or self.gender == mention.gender

    def _same_state(self, state: str) -> bool:
        """ "Mrs. Dane" is not "Miss Dane", and not Captain Dane where no given name says who that is."""
        told = {self.state, state} - {""}
        if self.name.given:
            told.discard(RANKED)
        return len(told) < 2


# What `fits` and its like ask of a mention.
_Asked = tuple[Name, Gender, str]


class Records:
    """The records by surname as it is compared, each where `add` files it; with `two_surnames` by the first
    of two as well, by which people are called. `alone` are the surnames that stand without another name.

    A text may give one surname to thousands of people: those of whom a mention can be are found by its given
    names, and an answer for a surname alone holds until one of its records changes.
    """

    def __init__(self, *, two_surnames: bool = False) -> None:
        self._two_surnames = two_surnames
        self._rows: dict[str, list[Record]] = defaultdict(list)
        self._given: dict[str, GivenNames] = defaultdict(GivenNames)
        self._first: dict[str, list[Record]] = defaultdict(list)
        self._keys: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self._answers: dict[str, dict[_Asked, list[Record]]] = defaultdict(dict)
        self.alone: frozenset[str] = frozenset()

    def __contains__(self, key: str) -> bool:
        """Whether a surname was asked for, be it in vain."""
        return key in self._rows

    def all(self) -> list[Record]:
        """The records in the order of surnames."""
        return [record for row in self._rows.values() for record in row]

    def of(self, key: str) -> Sequence[Record]:
        """The records filed under a surname."""
        return self._rows[key]

    def add(self, record: Record) -> None:
        """Files a record under its surname."""
        self.call(record, record.name.key)
        first = first_surname(record.name) if self._two_surnames else ""
        if first:
            key = key_of(first)
            self._first[key].append(record)
            self._keys[id(record)].append((key, -1))
            self._answers.pop(key, None)

    def call(self, record: Record, key: str) -> None:
        """Files a record under another name by which someone goes."""
        row = self._rows[key]
        self._keys[id(record)].append((key, len(row)))
        self._given[key].add(record.name, len(row))
        row.append(record)
        for filed, _ in self._keys[id(record)]:
            self._answers.pop(filed, None)

    def take(self, record: Record, mention: Mention) -> None:
        """Adds to a record what a mention tells."""
        before = record.name, record.gender, record.state
        record.take(mention)
        if before == (record.name, record.gender, record.state):
            return
        for key, place in self._keys[id(record)]:
            self._answers.pop(key, None)
            if place >= 0 and record.name != before[0]:
                self._given[key].add(record.name, place)

    def fitting(self, mention: Mention) -> list[Record]:
        """The records under a mention's surname that it fits, in the order in which they were filed."""
        assert mention.name is not None
        row = self._rows[mention.name.key]
        if mention.name.given and len(row) > _FEW:
            row = [row[place] for place in self._given[mention.name.key].near(mention.name)]
        return [record for record in row if record.fits(mention)]

    def remembered(self, mention: Mention) -> list[Record] | None:
        """What was answered for a surname alone, if nothing that matters has changed since."""
        assert mention.name is not None
        answers = self._answers.get(mention.name.key)
        return None if answers is None else answers.get((mention.name, mention.gender, mention.state))

    def remember(self, mention: Mention, answer: list[Record]) -> list[Record]:
        """Keeps an answer for a surname alone."""
        assert mention.name is not None
        self._answers[mention.name.key][mention.name, mention.gender, mention.state] = answer
        return answer

    def goes_by_first_surname(self, record: Record, key: str) -> bool:
        """Whether someone is called by another surname than the last, which is `key`."""
        first = key_of(first_surname(record.name)) if self._two_surnames else ""
        return first not in ("", key) and first in self.alone

    def by_first_surname(self, key: str) -> Sequence[Record]:
        """The records whose first surname of two is `key`."""
        return self._first.get(key, ())


def key_of(name: str) -> str:
    """A given name as surnames are compared."""
    return Name((), name).key


def _same_surnames(one: Name, other: Name) -> bool:
    """Whether two names end with the same two surnames, one of them without given names."""
    short, full = sorted((one, other), key=lambda name: len(name.given))
    both = one.key == other.key and len(short.given) == 1 and len(full.given) > 1
    return both and bool(first_surname(short)) and key_of(short.given[0]) == key_of(full.given[-1])


def _fullness(name: Name) -> tuple[int, int]:
    return sum(len(given) > 1 for given in name.given), len(name.given)
