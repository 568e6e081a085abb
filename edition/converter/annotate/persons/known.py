"""Persons known before a text is read; and records as persons, with their ids and all spellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from edition.converter.annotate.persons.mention import gender_of_name, gender_of_title
from edition.converter.annotate.persons.records import Record, Records
from edition.converter.forms.identifiers import identifier
from edition.converter.forms.letters import fold
from edition.converter.forms.listed import natural_order
from edition.converter.forms.names import Name, form_of, parse_name
from edition.converter.forms.speakers import is_role, parse_speaker, words_of
from edition.converter.languages import Language
from edition.model import Annotation, Person, Source

_OTHER_IDS = ("edition", "source")  # what else has an xml:id in our documents


def known_record(person: Person, records: Records, language: Language) -> Record:
    """A record for a person who is known already; filed under the name, if it is one."""
    name = listed_name(person, language)
    record = Record(name or Name((), person.forms[0]), id=person.id, known=person)
    record.rules[person.evidence] = None
    label = parse_speaker(person.forms[0], language)
    if name is not None and name.given:
        record.gender = gender_of_name(name)
    record.gender = record.gender or label.gender
    for title in label.title:
        record.gender = record.gender or gender_of_title(title.capitalize(), language)
    counted = language.labels.ordinals.issuperset(words_of(person.forms[0]))  # "Third" is no surname
    if name is not None and person.kind == "person" and not counted:
        records.add(record)
    return record


def listed_name(person: Person, language: Language) -> Name | None:
    """The name of a person on record, taken apart; as the list says where it tells the surname."""
    form = natural_order(person.forms[0])
    if person.surname:
        given = tuple(word.strip(".,") for word in form.split() if word not in person.surname.split())
        return Name(given, person.surname)
    return parse_name(_cased(_bare(form, language)), language)


def _bare(form: str, language: Language) -> str:
    """A label without article, title and office before the name ("El señor MONTALVO"); an office whole."""
    label = parse_speaker(form, language)
    if is_role(label, language):
        return form
    table = language.labels
    beside = table.articles | table.titles | table.men | table.women | table.roles | table.abbreviations
    words = label.words.split()
    while len(words) > 1 and fold(words[0].rstrip(".")) in beside:
        words.pop(0)
    return " ".join(words)


def _cased(form: str) -> str:
    """A label in capitals as a name is written in running text ("KENNEDY" → "Kennedy")."""
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in form.split())


def numbered(people: Sequence[Person], language: Language, taken: Iterable[str] = ()) -> list[Person]:
    """The persons of an edition's list, each with an id; those that have one keep it. `taken` are ids of
    other records.
    """
    if all(person.id for person in people):
        return list(people)
    records = [known_record(person, Records(), language) for person in people]
    give_ids(records, taken)
    return [replace(person, id=record.id) for person, record in zip(people, records, strict=True)]


def give_ids(records: Sequence[Record], taken: Iterable[str] = ()) -> None:
    """Give each record that has none an id: surname, then given names ("lenin-v-i"); a number where two
    collide.
    """
    used = dict.fromkeys((*_OTHER_IDS, *taken), 1)
    used |= dict.fromkeys((record.id for record in records if record.id), 1)
    for record in records:
        if not record.id:
            slug = identifier(*record.name.filed, record.name.suffix) or "person"
            used[slug] = used.get(slug, 0) + 1
            record.id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"


def person_of(record: Record) -> Person:
    """The person of a record."""
    evidence = ", ".join(record.rules)
    if record.known is not None:
        forms = tuple(dict.fromkeys((*record.known.forms, *record.forms)))
        return replace(record.known, id=record.id, forms=forms, evidence=evidence)
    return Person(id=record.id, forms=tuple(sorted(record.forms, key=len, reverse=True)), evidence=evidence)


def with_forms(people: Sequence[Person], mentions: Iterable[Annotation], source: Source) -> list[Person]:
    """The records with every spelling that the mentions have: the name first, then the fuller before the less
    full.
    """
    forms: dict[str, dict[str, None]] = {person.id: dict.fromkeys(person.forms) for person in people}
    for mention in mentions:
        reference = mention.get("ref")
        if reference is not None:
            forms[reference[1:]][form_of(source.slice(mention.span))] = None
    for person in people:
        del forms[person.id][person.forms[0]]
    return [
        replace(
            person,
            forms=(person.forms[0], *sorted(forms[person.id], key=lambda form: (-len(form), form))),
        )
        for person in people
    ]
