"""Names of an edition's lists in the text: each tied to its record, or to none where two records claim it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from edition.converter.annotate.persons.known import listed_name, numbered
from edition.converter.forms.letters import APOSTROPHES, QUOTE_PAIRS, fold
from edition.converter.forms.listed import ListedName, ListedNames, natural_order
from edition.converter.forms.names import Name, name_suffixes
from edition.converter.forms.namesakes import begins_sentence, belongs_to_other, name_goes_on
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Entry, Person, Register, Source, Span

LISTED = "listed name"
DISPUTED = "name listed for several"

_ELEMENTS = {"person": "persName", "place": "placeName", "org": "orgName", "work": "title"}
_SHARED_BY = 200  # persons: a word that more of them share tells none from the others


class Prepared:
    """The lists of an edition, ready for texts of one language; the persons all have ids.

    What takes longer than finding their names is done when it is asked for.
    """

    def __init__(self, register: Register, language: Language) -> None:
        self.persons = numbered(register.persons, language, (entry.id for entry in register.entries))
        self.entries = register.entries
        spellings = [
            *([natural_order(form) for form in person.forms] for person in self.persons),
            *(entry.forms for entry in register.entries),
        ]
        self.names = ListedNames(spellings)
        self._language = language
        self._names: dict[int, Name | None] = {}

    def fitting(self, name: Name) -> list[Person]:
        """The persons whom a name of the text may mean, by surname and given names."""
        places = self._by_last_word.get(_last_word(name.surname), ())
        owns = ((self._name_at(place), place) for place in places)
        return [self.persons[place] for own, place in owns if own is not None and own.may_be(name)]

    def _name_at(self, place: int) -> Name | None:
        """The name of a person, taken apart when it is first asked for."""
        if place not in self._names:
            person = self.persons[place]
            self._names[place] = listed_name(person, self._language) if person.kind == "person" else None
        return self._names[place]

    def speaking(self, labels: Iterable[str]) -> list[Person]:
        """The persons whom labels of speakers may mean, in the order of the list."""
        words = {word for label in dict.fromkeys(labels) for word in _label_words(words_of(label))}
        found = (self._by_label_word.get(word, ()) for word in words)
        return [
            self.persons[place]
            for place in sorted({place for places in found if len(places) <= _SHARED_BY for place in places})
        ]

    def owner(self, place: int) -> Person | Entry:
        """The record at a place in the row of all: persons, then entries."""
        return self.persons[place] if place < len(self.persons) else self.entries[place - len(self.persons)]

    @cached_property
    def _by_last_word(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, person in enumerate(self.persons):
            places[_last_word(person.surname or natural_order(person.forms[0]))].append(place)
        return places

    @cached_property
    def _by_label_word(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, person in enumerate(self.persons):
            core = words_of(natural_order(person.forms[0]))
            every = (word for form in person.forms for word in words_of(form))
            for word in dict.fromkeys((*every, *_label_words(core))):
                places[word].append(place)
        return places


@lru_cache(maxsize=8)
def prepared(register: Register, language: Language) -> Prepared:
    """A register made ready; once for all texts of a language that are converted one after the other."""
    return Prepared(register, language)


def _last_word(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1] in name_suffixes():
        words.pop()
    return "".join(c for c in words[-1].casefold() if c.isalnum()) if words else ""


def _label_words(words: Sequence[str]) -> Iterator[str]:
    """The words of a name, what abbreviations of it begin with, and its initials."""
    yield from words
    yield from (f"{word[:2]}…" for word in words)
    yield "".join(word[0] for word in words) + "."
    yield from (f"{word}." for word in words if len(word) <= 4)


def listed_names(
    blocks: Sequence[tuple[Block, Language]], source: Source, lists: Prepared, *, small: frozenset[str]
) -> list[Annotation]:
    """The names of `lists` in blocks, each with its language; in the order of the text.

    `small` are the words that the text writes in small letters. A name of one word is taken only where
    nothing beside it says that it is part of another's ("Paris Hilton", "Rue Lenin").
    """
    reader = _Reader(source.text, lists, small)
    return [
        annotation
        for block, language in blocks
        for found in lists.names.find(source.text, *block.span, language.persons.glued)
        if (annotation := reader.annotation(found, block.span.start, language)) is not None
    ]


class _Reader:
    def __init__(self, text: str, lists: Prepared, small: frozenset[str]) -> None:
        self._text = text
        self._lists = lists
        self._small = small

    def annotation(self, found: ListedName, floor: int, language: Language) -> Annotation | None:
        """A name of the lists as an annotation; None where it does not stand for itself."""
        owners = [self._lists.owner(place) for place in found.owners]
        if _is_one_word(found.form):
            owners = [owner for owner in owners if self._stands_for(owner, found, floor, language)]
        if not owners:
            return None
        kinds = dict.fromkeys("person" if isinstance(owner, Person) else owner.kind for owner in owners)
        levels = dict.fromkeys(owner.level for owner in owners if isinstance(owner, Entry))
        attributes: tuple[tuple[str, str], ...] = ()
        element = "name" if len(kinds) > 1 else _ELEMENTS[next(iter(kinds))]
        if element == "title" and len(levels) == 1:
            attributes = (("level", next(iter(levels))),)
        span = Span(found.start, found.end)
        if len(owners) > 1:
            return Annotation(element, span, attributes, DISPUTED)
        certainty = Certainty.MEDIUM if found.inflected else Certainty.HIGH
        return Annotation(element, span, (*attributes, ("ref", f"#{owners[0].id}")), LISTED, certainty)

    def _stands_for(self, owner: Person | Entry, found: ListedName, floor: int, language: Language) -> bool:
        """Whether a word that is a name by itself means its bearer here."""
        text, start, end = self._text, found.start, found.end
        word = text[start:end]
        if isinstance(owner, Entry) and owner.kind == "work" and owner.level != "j":
            return self._is_marked(start, end)
        if word in language.persons.not_names:
            return False
        if name_goes_on(text, end) and not found.inflected:
            return False
        if belongs_to_other(text, start, floor, language, self._small):
            return False
        if word.casefold() in self._small or word.casefold() in language.calendar_words:
            # "Reading is", "Essen war": a common word, unless only a name is capitalised there.
            return not (language.persons.nouns_in_capitals or begins_sentence(text, start, floor))
        return True

    def _is_marked(self, start: int, end: int) -> bool:
        """Whether quotation marks or signs for italics stand around a title."""
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return bool(after) and (before == after == "_" or after in QUOTE_PAIRS.get(before, ""))


def _is_one_word(form: str) -> bool:
    return not any(mark.isspace() or mark in ".,&" for mark in form.strip(".")) and not any(
        mark in form for mark in APOSTROPHES
    )


def without_crossing(found: Iterable[Annotation], listed: Sequence[Annotation]) -> Iterator[Annotation]:
    """What of `found` the listed names leave: all that does not cross one or lie in one.

    What is longer stays ("John Ada Miller" is not the listed Ada Miller); what is the same gives way.
    """
    place = 0
    for annotation in sorted(found, key=lambda a: a.span):
        start, end = annotation.span
        while place < len(listed) and listed[place].span.end <= start:
            place += 1
        crossed = place
        while crossed < len(listed) and listed[crossed].span.start < end:
            name = listed[crossed].span
            if not name.within(annotation.span) or (
                name == annotation.span and annotation.element in ("persName", "orgName", "date", "title")
            ):
                break
            crossed += 1
        else:
            yield annotation


def disputed(
    listed: Iterable[Annotation],
    people: Iterable[Person],
    named: frozenset[str],
    source: Source,
    language: Language,
) -> list[Annotation]:
    """The listed names, those untied that are also the surname of someone whom the text names.

    `named` are the ids of those persons: "London" is nobody's and no place's for certain beside Jack London.
    """
    surnames = {
        name.key
        for person in people
        if person.id in named and (name := listed_name(person, language)) is not None and name.given
    }
    return [
        Annotation("name", a.span, (), DISPUTED)
        if a.element in ("placeName", "orgName") and fold(source.slice(a.span)) in surnames
        else a
        for a in listed
    ]
