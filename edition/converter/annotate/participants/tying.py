"""Labels tied to records, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.converter.annotate.participants.agreeing import Agreement
from edition.converter.annotate.participants.index import Index
from edition.converter.annotate.participants.record import MOST_INITIALS, Record, initials
from edition.converter.forms.letters import fold
from edition.converter.forms.speakers import (
    SpeakerLabel,
    is_role,
    is_together,
    is_unnamed,
    parse_speaker,
    several,
    words_of,
)
from edition.converter.languages import Language
from edition.model import Certainty

_SAYING = "label"


class Tying:
    """Ties labels to records, in the order of the text."""

    def __init__(self, language: Language, common: frozenset[str], records: Sequence[Record]) -> None:
        self.records: list[Record] = []
        self._index = Index()
        self._listed: set[tuple[str, ...]] = {record.core for record in records}
        self._language = language
        self._common = common
        self._agreement = Agreement(language, common)
        self._labels: list[SpeakerLabel] = []
        self._label_index = Index()
        self._tied: dict[SpeakerLabel, tuple[tuple[int, ...], str, Certainty | None]] = {}
        self._holder: dict[tuple[str, ...], int] = {}
        self._unnamed_offices: set[tuple[str, ...]] = set()
        self._by_key: dict[tuple[str, tuple[str, ...]], int] = {}
        self._spelled: dict[
            tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]
        ] = {}  # "Q" and "Question"
        for record in records:
            self._enter(record)

    def _enter(self, record: Record) -> int:
        place = len(self.records)
        self.records.append(record)
        self._index.add(place, (*record.core, *sorted(record.more), initials(record.core)), record.core)
        return place

    def count(self, labels: Iterator[str]) -> None:
        """Take note of all labels there are, before the first is tied."""
        self._labels = list(dict.fromkeys(parse_speaker(label, self._language) for label in labels))
        for place, label in enumerate(self._labels):
            self._label_index.add(place, label.core, label.core)
        for words in (self._language.turns.questions, self._language.turns.answers):
            own = [label for label in self._labels if len(label.core) == 1 and label.core[0] in words]
            whole = [label for label in own if len(label.core[0]) > 1]
            letters = [label for label in own if len(label.core[0]) == 1]
            if len({label.key for label in letters}) == 1:
                self._spelled.update((label.key, letters[0].key) for label in whole)
                if whole:
                    self._spelled[letters[0].key] = whole[0].key

    def who(self, printed: str) -> tuple[tuple[int, ...], str, Certainty | None]:
        """Indices of the records that a label means, by which rule, and how sure that is."""
        label = parse_speaker(printed, self._language)
        if label not in self._tied or (is_role(label, self._language) and not label.inside):
            self._tied[label] = self._tie(label)
        return self._tied[label]

    def _tie(self, label: SpeakerLabel) -> tuple[tuple[int, ...], str, Certainty | None]:
        if is_unnamed(label, self._language) and not self._in_list(label):
            return (), "speaker not named", None
        named = self._holder_of_office(label)
        if named is not None:
            return named
        parts = several(label, self._language)
        if len(parts) > 1 and not self._in_list(label):
            each = [self._one(parse_speaker(part, self._language)) for part in parts]
            if all(found is not None for found in each):
                indices = dict.fromkeys(found[0] for found in each if found is not None)
                return tuple(indices), "two speakers in one label", Certainty.HIGH
        found = self._one(label)
        if found is not None:
            index, rule, certainty = found
            self.records[index].take(label.words, rule)
            return (index,), rule, certainty
        if sum(self._agreement.surname(label, self.records[i]) for i in self._near(label)) > 1:
            return (), "surname of several persons", None
        return (self._new(label),), _SAYING, None

    def _holder_of_office(self, label: SpeakerLabel) -> tuple[tuple[int, ...], str, Certainty | None] | None:
        """An office with its holder in brackets ("The Secretary (Jane Doe)"), or one named before so."""
        if not is_role(label, self._language) and not self._is_office(label):
            return None
        if label.inside and self._is_name(label.inside):
            holder = parse_speaker(_name_in(label.inside), self._language)
            holder = SpeakerLabel(holder.words, holder.core, holder.title, holder.gender or label.gender)
            found = self._one(holder)
            index = found[0] if found is not None else self._new(holder)
            self.records[index].take(holder.words, "office with its holder")
            if label.core not in self._unnamed_offices:
                self._holder[label.core] = index
            return (index,), "office with its holder", None
        index = self._holder.get(label.core, -1)
        if index >= 0:
            return (index,), "holder of the office named before", Certainty.MEDIUM
        # Who holds it as a rule needs no name; a name in brackets then says that it is someone else.
        self._unnamed_offices.add(label.core)
        return None

    def _is_office(self, label: SpeakerLabel) -> bool:
        """Whether a name with its title stands in brackets after a description ("The Clerk (Mr. Orme)")."""
        if not label.described or not label.inside:
            return False
        return parse_speaker(label.inside, self._language).gender != ""

    def _is_name(self, words: str) -> bool:
        """Whether words in brackets are a name: capitalised, and no words of the text in small letters."""
        letters = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
        return (
            bool(letters)
            and all(word[0].isupper() and fold(word) not in self._common for word in letters[:1])
            and len(letters) <= 6
        )

    def _in_list(self, label: SpeakerLabel) -> bool:
        return words_of(label.words) in self._listed

    def _one(self, label: SpeakerLabel) -> tuple[int, str, Certainty | None] | None:
        """The record of a single speaker, where there is one."""
        index = self._by_key.get(label.key)
        if index is not None:
            return index, _SAYING, None
        near = self._near(label)
        for rule, certainty, fits in (
            ("label as listed", None, self._agreement.same_words),
            ("part of a listed name", Certainty.HIGH, self._agreement.part_of_name),
            ("abbreviated name", Certainty.HIGH, self._agreement.abbreviated),
            ("part of a listed description", Certainty.MEDIUM, self._agreement.part_of_description),
            ("surname of a full name", Certainty.HIGH, self._agreement.surname),
            ("initials of a full name", Certainty.HIGH, self._agreement.has_initials),
        ):
            indices = [i for i in near if fits(label, self.records[i])]
            if len(indices) == 1:
                self._by_key[label.key] = indices[0]
                return indices[0], rule, certainty
            if indices and rule == "label as listed":
                self._by_key[label.key] = indices[0]
                return indices[0], rule, Certainty.LOW
        return None

    def _near(self, label: SpeakerLabel) -> list[int]:
        near = {*self._index.near(label.core), *self._index.near(words_of(label.words) or label.core)}
        letters = "".join(label.core)
        if label.words.isupper() and len(letters) <= MOST_INITIALS:
            near.update(self._index.near((f"{letters}.",)))
        return sorted(near)

    def _new(self, label: SpeakerLabel) -> int:
        together = is_together(label, self._language)
        full = self._longer_label(label)
        record = Record(
            label.words,
            "group" if together else "person",
            label.core,
            described=label.described,
        )
        record.take(label.words, _SAYING)
        index = self._enter(record)
        self._by_key[label.key] = index
        if full is not None:
            self._by_key.setdefault(full.key, index)
        if label.key in self._spelled:
            self._by_key.setdefault(self._spelled[label.key], index)
        return index

    def _longer_label(self, label: SpeakerLabel) -> SpeakerLabel | None:
        """The one fuller label of the text that this one is short for ("Kennedy" for "John F. Kennedy")."""
        fitting = {
            other.key: other
            for other in (self._labels[i] for i in self._label_index.near(label.core))
            if other.key != label.key
            and not other.described
            and self._agreement.short_for(label, other.core, other.gender)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _name_in(inside: str) -> str:
    """The name with which brackets begin that say where its bearer belongs, too ("Sir E. Grey, Berwick")."""
    name, _, rest = inside.partition(",")
    return name if len(name.split()) > 1 and rest.strip()[:1].isupper() else inside
