"""Who speaks: every label of a turn tied to one record, or to none where it cannot be told.

A label is tied, in this order, to a person that the edition names, to a role of the cast list, to another
label of the same words. Then abbreviations ("Ham."), surnames of full names and the holders of offices are
looked for, and tied where just one fits. Two persons of one surname stay two, and a title that tells them
apart ("Mrs") is heeded. An office whose holder changes is not one person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from edition.converter.forms.letters import fold
from edition.converter.forms.listed import natural_order
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
from edition.converter.languages.table import given_names
from edition.model import Annotation, Block, Certainty, Person, Source, Span, Turn
from edition.model.metadata import PersonKind

_SHORTEST = 2  # letters of an abbreviated name
_SHARED_BY = 200  # names: a word that more of them share tells none from the others
_MOST_INITIALS = 4
_SAYING = "label"


@dataclass
class _Record:
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

    def take(self, form: str, rule: str) -> None:
        self.forms[form] = None
        self.rules[rule] = None


@dataclass(frozen=True)
class Participants:
    """The persons and groups who speak or stand in the cast list, and the turns tied to them.

    The persons bear the ids that the edition's list gives them, or none yet. Beside each turn stand the
    indices of its speakers in `persons`.
    """

    persons: tuple[Person, ...]
    turns: tuple[tuple[Turn, tuple[int, ...]], ...]


def participants(
    blocks: Sequence[Block],
    marks: Sequence[Annotation],
    source: Source,
    language: Language,
    *,
    small: frozenset[str],
    listed: Sequence[Person] = (),
) -> Participants:
    """Who speaks in `blocks`.

    `marks` hold the roles of cast lists, `small` the words that the text writes in small letters; `listed`
    are persons that the edition names itself.
    """
    telling = [b for outer in blocks for b in outer.walk() if b.kind in ("turn", "cast-item")]
    turns = [block for block in telling if block.kind == "turn"]
    cast = list(_cast([block for block in telling if block.kind == "cast-item"], marks, source))
    if not turns and not cast:
        return Participants((), ())
    # A word that the text also writes in small letters is not a name.
    common = frozenset(fold(word) for word in small if len(word) > 1)
    reader = _Reader(language, common, [*_listed(listed), *cast])
    labels = [_label(turn, source) for turn in turns]
    reader.count(label for label in labels if label)
    tied = []
    for turn, label in zip(turns, labels, strict=True):
        who, rule, certainty = reader.who(label) if label else ((), "no label", None)
        tied.append((Turn(turn.span, (), rule, certainty), who))
    order = [i for i, record in enumerate(reader.records) if record.forms or not record.given]
    place = {old: new for new, old in enumerate(order)}
    spoken = {index for _, who in tied for index in who}
    persons = tuple(_person(reader.records[i], i in spoken) for i in order)
    return Participants(persons, tuple((turn, tuple(place[i] for i in who)) for turn, who in tied))


def labels_in(blocks: Sequence[Block], source: Source) -> list[str]:
    """The labels of speakers and the roles' names, as printed."""
    telling = (b for outer in blocks for b in outer.walk() if b.kind in ("turn", "cast-item"))
    return [_label(b, source) if b.kind == "turn" else source.slice(b.span) for b in telling]


def _label(turn: Block, source: Source) -> str:
    """The label of a turn: what the segmenter knows of it, else what is printed."""
    known = turn.get("who-label")
    if known is not None:
        return known
    first = turn.children[0] if turn.children else turn
    return source.slice(first.span) if first.kind == "speaker" else ""


def _listed(people: Sequence[Person]) -> Iterator[_Record]:
    for person in people:
        for form in person.forms[:1]:
            yield _Record(
                form,
                person.kind,
                words_of(natural_order(form)),
                frozenset(word for other in person.forms for word in words_of(other)),
                person.description,
                person.identifiers,
                given=True,
                fixed_id=person.id,
                surname=person.surname,
            )


def _cast(items: Sequence[Block], marks: Sequence[Annotation], source: Source) -> Iterator[_Record]:
    """A record for each role of the cast lists, with the words of its description."""
    if not items:
        return
    roles = sorted((m for m in marks if m.element in ("role", "roleDesc")), key=lambda m: m.span)
    place = 0
    for item in items:
        inside: list[Annotation] = []
        while place < len(roles) and roles[place].span.start < item.span.end:
            if roles[place].span.start >= item.span.start:
                inside.append(roles[place])
            place += 1
        said = " ".join(_flat(source, m.span) for m in inside if m.element == "roleDesc")
        for mark in inside:
            if mark.element == "role":
                words = _flat(source, mark.span).strip(" .,;:")
                if words:
                    record = _Record(words, core=words_of(words), description=said.strip(" .,;:()[]"))
                    record.more = frozenset((*record.core, *words_of(said)))
                    record.take(words, "cast list")
                    yield record


def _flat(source: Source, span: Span) -> str:
    """The words, without the signs of a typeface around them or some of them."""
    return " ".join(source.slice(span).split()).replace("_", "").strip("=")


class _Index:
    """Which of many names share a word with a name, or begin like it.

    A word that too many share identifies nobody: then there are no candidates, and a hundred thousand
    labels take no longer each than ten.
    """

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)

    def add(self, place: int, words: Iterable[str], core: Sequence[str]) -> None:
        """Enter a name by all its `words`, and by the first letters of the first two of its `core`."""
        beginnings = (f"{word[:_SHORTEST]}…" for word in core[:2])
        for key in dict.fromkeys((*words, *beginnings)):
            self._places[key].append(place)

    def near(self, core: Sequence[str]) -> list[int]:
        """Places of the names that may have to do with the name `core`, in the order they were entered."""
        keys = dict.fromkeys((core[0], core[-1], f"{core[0][:_SHORTEST]}…"))
        found = [self._places.get(key, []) for key in keys]
        return sorted({place for places in found if len(places) <= _SHARED_BY for place in places})


class _Reader:
    """Ties labels to records, in the order of the text."""

    def __init__(self, language: Language, common: frozenset[str], records: Sequence[_Record]) -> None:
        self.records: list[_Record] = []
        self._index = _Index()
        self._listed: set[tuple[str, ...]] = {record.core for record in records}
        self._language = language
        self._common = common
        self._labels: list[SpeakerLabel] = []
        self._label_index = _Index()
        self._tied: dict[SpeakerLabel, tuple[tuple[int, ...], str, Certainty | None]] = {}
        self._holder: dict[tuple[str, ...], int] = {}
        self._unnamed_offices: set[tuple[str, ...]] = set()
        self._by_key: dict[tuple[str, tuple[str, ...]], int] = {}
        self._spelled: dict[
            tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]
        ] = {}  # "Q" and "Question"
        for record in records:
            self._enter(record)

    def _enter(self, record: _Record) -> int:
        place = len(self.records)
        self.records.append(record)
        self._index.add(place, (*record.core, *sorted(record.more), _initials(record.core)), record.core)
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
        if sum(self._surname(label, self.records[i]) for i in self._near(label)) > 1:
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
            ("label as listed", None, self._same_words),
            ("part of a listed name", Certainty.HIGH, self._part_of_name),
            ("abbreviated name", Certainty.HIGH, self._abbreviated),
            ("part of a listed description", Certainty.MEDIUM, self._part_of_description),
            ("surname of a full name", Certainty.HIGH, self._surname),
            ("initials of a full name", Certainty.HIGH, self._has_initials),
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
        initials = "".join(label.core)
        if label.words.isupper() and len(initials) <= _MOST_INITIALS:
            near.update(self._index.near((f"{initials}.",)))
        return sorted(near)

    def _new(self, label: SpeakerLabel) -> int:
        together = is_together(label, self._language)
        full = self._longer_label(label)
        record = _Record(
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
            and self._short_for(label, other.core, other.gender)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _short_for(self, label: SpeakerLabel, core: tuple[str, ...], gender: str) -> bool:
        """Whether a label is an abbreviation or a surname of the name `core`."""
        if label.core == core:
            # "Mr Kennedy" beside "Kennedy"; but "Mrs Higgins" is not Higgins.
            return "women" not in (label.gender, gender) and label.gender != gender
        if label.described or is_role(label, self._language) or is_together(label, self._language):
            return False
        if self._is_surname(label.core, core):
            return label.gender == gender or "" in (label.gender, gender)
        return self._is_abbreviation(label.core, core)

    def _same_words(self, label: SpeakerLabel, record: _Record) -> bool:
        return record.core == words_of(label.words) or (
            record.core == label.core and (not label.gender or record.given)
        )

    def _part_of_name(self, label: SpeakerLabel, record: _Record) -> bool:
        """Words of a listed name ("Lydia" of "Lydia Miller", "York" of "Duke of York")."""
        if not self._is_listed(record) or label.core == record.core:
            return False
        return set(words_of(label.words)) <= set(record.core) or (
            not label.gender and set(label.core) < set(record.core)
        )

    def _part_of_description(self, label: SpeakerLabel, record: _Record) -> bool:
        """A title or an office that is part of a description ("King" for "Henry, King of England")."""
        table = self._language.labels
        if not self._is_listed(record) or not set(label.core) <= table.titles | table.roles:
            return False
        return set(label.core) <= record.more

    def _abbreviated(self, label: SpeakerLabel, record: _Record) -> bool:
        return self._is_listed(record) and self._is_abbreviation(label.core, record.core)

    def _surname(self, label: SpeakerLabel, record: _Record) -> bool:
        if label.described or record.described or (self._is_listed(record) and not record.given):
            return False
        return self._is_surname(label.core, record.core) or self._is_surname(record.core, label.core)

    def _has_initials(self, label: SpeakerLabel, record: _Record) -> bool:
        """The first letters of a name, in capitals ("RM" for "Rosa Martín")."""
        apart = len(label.core) > 1 and all(len(word) == 1 for word in label.core)
        short = (len(label.core) == 1 or apart) and label.words.isupper()
        return short and not record.described and f"{''.join(label.core)}." == _initials(record.core)

    def _is_listed(self, record: _Record) -> bool:
        return "cast list" in record.rules or record.given

    def _is_surname(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether `short` is the end, or in double surnames the beginning, of the name `full`."""
        if not 0 < len(short) < len(full) or any(word in self._common for word in (*short, *full)):
            return False
        if set(full) & (self._language.labels.ordinals | self._language.labels.together):
            return False
        return full[-len(short) :] == short or (full[: len(short)] == short and len(full) - len(short) == 1)

    def _is_abbreviation(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether `short` begins one word of `full` and is no word or name by itself."""
        if len(short) != 1 or short[0] in self._common or len(short[0]) < _SHORTEST:
            return False
        (letters,) = short
        if letters.capitalize() in given_names() or letters[-1] in "aeiouy":
            return False
        return any(word.startswith(letters) and word != letters for word in full[:2])


def _name_in(inside: str) -> str:
    """The name with which brackets begin that say where its bearer belongs, too ("Sir E. Grey, Berwick")."""
    name, _, rest = inside.partition(",")
    return name if len(name.split()) > 1 and rest.strip()[:1].isupper() else inside


def _initials(core: Sequence[str]) -> str:
    """The first letters of a name of several words, with a full stop that no word has."""
    return "".join(word[0] for word in core) + "." if 1 < len(core) <= _MOST_INITIALS else ""


def _person(record: _Record, speaks: bool) -> Person:
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
