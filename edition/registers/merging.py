"""One record for each person, place, organisation and work over all texts of an edition, on evidence only.

Records are one when an authority's identifier is, or the whole name with a given name; initials and shorter
given names count where just one person of the edition has a name that they fit. A surname alone, a role of a
play, a group stay apart, text by text: nobody knows whether the two Webers of two letters are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from edition.registers.gathering import Record, RecordKind, TextRecords
from edition.registers.ids import free_id

_WORD = re.compile(r"[^\W\d_]+")
_SHARED_BY = 200  # persons of one surname: initials tell none of them from the others
_INVERTED = re.compile(r"([^,]+),\s+([^,]+)")

Note = tuple[TextRecords, Record]
"""A record, and the text that has it."""


@dataclass
class Gathered:
    """One record of the edition: its id there, what texts have of it, and on what evidence they are one."""

    id: str
    notes: list[Note]
    evidence: dict[str, None] = field(default_factory=dict)

    @property
    def kind(self) -> RecordKind:
        """What it is a record of."""
        return self.notes[0][1].kind

    @cached_property
    def fullest(self) -> Record:
        """The record with the fullest name; of several the first. Ask when all notes are there."""
        first: dict[str, Record] = {}
        for _, record in self.notes:
            first.setdefault(record.forms[0], record)
        return first[max(first, key=lambda form: _fullness(_name(form)))]


def merge(texts: Sequence[TextRecords]) -> list[Gathered]:
    """The records of an edition, in the order of their names; ids are unique.

    A record that only one text can tell from others has the name of that text in its id, so that ids do not
    change with the texts that are gathered.
    """
    notes = [(text, record) for text in texts for record in text.records]
    groups = _Groups(notes)
    found: dict[int, Gathered] = {}
    for place, note in enumerate(notes):
        root = groups.root(place)
        if root not in found:
            found[root] = Gathered("", [], groups.evidence[root])
        found[root].notes.append(note)
    used: dict[str, int] = {}
    for gathered in found.values():
        gathered.id = _free(_id(gathered), used)
    return sorted(found.values(), key=lambda g: (_filed(g.fullest.forms[0]), g.id))


class _Groups:
    """Records that are one, by the places of their notes."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self._above = list(range(len(notes)))
        self.evidence: dict[int, dict[str, None]] = defaultdict(dict)
        self._join_equal("same identifier", self._identifiers)
        self._join_equal("same full name", self._full_names)
        self._join_fitting()

    def root(self, place: int) -> int:
        """The first of the notes that are one with the note at `place`."""
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def _join(self, one: int, other: int, evidence: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._above[second] = first
            self.evidence[first] |= self.evidence.pop(second, {})
            self.evidence[first][evidence] = None

    def _join_equal(self, evidence: str, keys: object) -> None:
        assert callable(keys)
        first: dict[object, int] = {}
        for place, (_, record) in enumerate(self._notes):
            for key in keys(record):
                self._join(first.setdefault(key, place), place, evidence)

    @staticmethod
    def _identifiers(record: Record) -> Iterator[object]:
        kind = "person" if record.kind == "group" else record.kind
        yield from ((kind, authority.casefold(), value) for authority, value in record.identifiers)

    @staticmethod
    def _full_names(record: Record) -> Iterator[object]:
        name = _name(record.forms[0])
        if record.kind == "person" and _is_full(name):
            yield record.kind, name
        elif record.kind in ("place", "org", "work"):
            yield record.kind, record.id, name

    def _join_fitting(self) -> None:
        """Initials and shorter names with the only full name of the edition that they fit."""
        full: dict[str, dict[int, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
        names = [_name(record.forms[0]) if record.kind == "person" else () for _, record in self._notes]
        for place, name in enumerate(names):
            if _is_full(name):
                full[name[-1]][self.root(place)].append(name)
        for place, name in enumerate(names):
            if len(name) < 2 or len(full[name[-1]]) > _SHARED_BY:
                continue
            fitting = {
                self.root(root)
                for root, several in full[name[-1]].items()
                if self.root(root) != self.root(place)
                and all(_agree(name[:-1], other[:-1]) for other in several)
            }
            if len(fitting) == 1 and (not _is_full(name) or len(full[name[-1]]) > 1):
                stem = self._notes[place][0].stem
                self._join(place, fitting.pop(), f"the given names agree in {stem}")


@lru_cache(maxsize=20_000)
def _name(form: str) -> tuple[str, ...]:
    """The words of a name in their order, folded; a surname that stands first with a comma is the last."""
    match = _INVERTED.fullmatch(form)
    form = f"{match[2]} {match[1]}" if match is not None else form
    folded = form.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return tuple(_WORD.findall(folded))


def _is_full(name: Sequence[str]) -> bool:
    """Whether there is a given name beside the surname that is more than an initial."""
    return len(name) > 1 and any(len(word) > 1 for word in name[:-1])


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(
        mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0])
        for mine, theirs in zip(one, other, strict=False)
    )


def _fullness(name: Sequence[str]) -> tuple[int, int]:
    return sum(len(word) > 1 for word in name), len(name)


def _filed(form: str) -> tuple[str, ...]:
    name = _name(form)
    return (*name[-1:], *name[:-1])


def _id(gathered: Gathered) -> str:
    text, record = gathered.notes[0]
    record = gathered.fullest
    if record.external:
        record = next((other for _, other in gathered.notes if not other.external), record)
    if record.external:  # nobody's record: what the authority calls it, as names differ from text to text
        authority, value = record.identifiers[0]
        value = re.sub(r"^https?://(www\.)?", "", value)
        return free_id(value if authority == "URI" else f"{authority} {value}", set(), record.kind)
    told_apart = record.identifiers or record.kind in ("place", "org", "work")
    if told_apart or (record.kind == "person" and len(_name(record.forms[0])) > 1):
        return record.id
    return f"{record.id}.{'-'.join(re.findall(r'[a-z0-9]+', text.stem.casefold())) or 'text'}"


def _free(identifier: str, used: dict[str, int]) -> str:
    """The identifier, with the first free number where it is `used`: by each how far that was counted."""
    if identifier not in used:
        used[identifier] = 1
        return identifier
    number = used[identifier] + 1
    while (free := f"{identifier}-{number}") in used:
        number += 1
    used[identifier] = number
    used[free] = 1
    return free
