"""Persons: every name in the text tied to one record for each person.

Two spellings share a record when the surname is the same and no given name or initial speaks against
it. A name that could be either of two persons is marked and tied to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from edition.converter.forms.identifiers import identifier
from edition.converter.forms.letters import fold
from edition.converter.forms.names import Name, find_names, is_organisation, parse_name
from edition.converter.forms.references import read_name, without_others
from edition.converter.forms.speakers import is_role, parse_speaker, words_of
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Person, Source, Span

_IN_REFERENCE = ("reference:", "credit")
_SIGNS = "_=* .,;\n"
AUTHOR = "author: reference"  # whose name may stand with the family name first
_OTHER_IDS = ("edition", "source")  # what else has an xml:id in our documents


@dataclass
class _Record:
    """What is known of one person while names are still being read."""

    name: Name
    forms: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    id: str = ""
    known: Person | None = None

    def take(self, name: Name, form: str, rule: str) -> None:
        if _fullness(name) > _fullness(self.name):
            self.name = name
        self.forms[form] = None
        self.rules[rule] = None


def names(block: Block, source: Source, language: Language) -> list[Annotation]:
    """Names in the block that show by themselves that they are names of persons."""
    start = block.span.start
    return [
        Annotation("persName", Span(start + found.start, start + found.end), (), found.rule)
        for found in find_names(source.slice(block.span), language)
    ]


def authors(annotations: Iterable[Annotation], source: Source, language: Language) -> list[Annotation]:
    """A persName, or an orgName for a body, inside each `author`, `editor` and `docAuthor`."""
    found = []
    for annotation in annotations:
        if annotation.rule.startswith(_IN_REFERENCE) and annotation.element in ("author", "editor"):
            words = source.slice(annotation.span)
            inner = words.strip(_SIGNS) if words[:1] in _SIGNS else words  # italics
            name = without_others(inner)
            start = annotation.span.start + words.index(inner)
            span = Span(start, start + len(name))
            if read_name(name, language) is not None:
                found.append(Annotation("persName", span, (), AUTHOR))
            elif is_organisation(" ".join(name.split()), language):
                found.append(Annotation("orgName", span, (), AUTHOR))
            continue
        if annotation.element in ("author", "docAuthor"):
            name = source.slice(annotation.span)
            if parse_name(name, language) is not None:
                found.append(Annotation("persName", annotation.span, (), "author"))
            elif is_organisation(name, language):
                found.append(Annotation("orgName", annotation.span, (), "author"))
    return found


def identify(
    mentions: Sequence[Annotation], source: Source, language: Language, known: Sequence[Person] = ()
) -> tuple[list[Annotation], list[Person]]:
    """The mentions with `@ref` to a record each, and the records: the `known` persons first, as they come,
    then the others in the order of first mention.

    `mentions` are persName annotations in the order of the text. A mention that could be either of
    two persons gets no `@ref`. A known person without an id is given one.
    """
    records: dict[str, list[_Record]] = defaultdict(list)
    given = [_known(person, records, language) for person in known]
    parsed: list[tuple[Annotation, Name | None]] = []
    for mention in mentions:
        form = " ".join(source.slice(mention.span).split())
        name = read_name(form, language) if mention.rule == AUTHOR else parse_name(form, language)
        parsed.append((mention, name))
        if name is not None and name.given:
            _file(records, name, form, mention.rule)
    for mention, name in parsed:
        if name is not None and not name.given:
            form = " ".join(source.slice(mention.span).split())
            fitting = records[name.key]
            if len(fitting) == 1:
                fitting[0].take(name, form, mention.rule)
            elif not fitting:
                _file(records, name, form, mention.rule)
    ours = {id(record) for record in given}
    ordered = [*given, *(record for record in _in_order(parsed, records) if id(record) not in ours)]
    _number(ordered)
    tied = [_tie(mention, name, records) for mention, name in parsed]
    return tied, [_person(record) for record in ordered]


def numbered(people: Sequence[Person], language: Language) -> list[Person]:
    """The persons of an edition's list, each with an id; those that have one keep it."""
    records = [_known(person, defaultdict(list), language) for person in people]
    _number(records)
    return [replace(person, id=record.id) for person, record in zip(people, records, strict=True)]


def _person(record: _Record) -> Person:
    evidence = ", ".join(record.rules)
    if record.known is not None:
        forms = tuple(dict.fromkeys((*record.known.forms, *record.forms)))
        return replace(record.known, id=record.id, forms=forms, evidence=evidence)
    return Person(id=record.id, forms=tuple(sorted(record.forms, key=len, reverse=True)), evidence=evidence)


def _known(person: Person, records: dict[str, list[_Record]], language: Language) -> _Record:
    """A record for a person who is known already; filed under the name, if it is one."""
    name = parse_name(_cased(_bare(person.forms[0], language)), language)
    record = _Record(name or Name((), person.forms[0]), id=person.id, known=person)
    record.rules[person.evidence] = None
    counted = language.labels.ordinals.issuperset(words_of(person.forms[0]))  # "Third" is no surname
    if name is not None and person.kind == "person" and not counted:
        records[name.key].append(record)
    return record


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


def with_forms(people: Sequence[Person], mentions: Iterable[Annotation], source: Source) -> list[Person]:
    """The records with every spelling that the mentions have: the name first, then the fuller before the less
    full.
    """
    forms: dict[str, dict[str, None]] = {person.id: dict.fromkeys(person.forms) for person in people}
    for mention in mentions:
        reference = mention.get("ref")
        if reference is not None:
            forms[reference[1:]][" ".join(source.slice(mention.span).split())] = None
    for person in people:
        del forms[person.id][person.forms[0]]
    return [
        replace(
            person,
            forms=(person.forms[0], *sorted(forms[person.id], key=lambda form: (-len(form), form))),
        )
        for person in people
    ]


def _file(records: dict[str, list[_Record]], name: Name, form: str, rule: str) -> None:
    """Add a name to the one record it fits; start a record where it fits none or more than one."""
    fitting = [record for record in records[name.key] if record.name.may_be(name)]
    if len(fitting) == 1:
        fitting[0].take(name, form, rule)
    elif not fitting:
        record = _Record(name)
        record.take(name, form, rule)
        records[name.key].append(record)


def _tie(mention: Annotation, name: Name | None, records: dict[str, list[_Record]]) -> Annotation:
    if name is None:
        return mention
    fitting = [record for record in records[name.key] if record.name.may_be(name)]
    if len(fitting) != 1:
        return mention
    certainty = None if mention.rule in ("author", AUTHOR) else Certainty.HIGH
    if name is not None and not name.given and mention.rule == "honorific":
        certainty = Certainty.MEDIUM
    return replace(mention, attributes=(("ref", f"#{fitting[0].id}"),), certainty=certainty)


def _in_order(
    parsed: Iterable[tuple[Annotation, Name | None]], records: dict[str, list[_Record]]
) -> list[_Record]:
    ordered: dict[int, _Record] = {}
    for _, name in parsed:
        if name is not None:
            for record in records[name.key]:
                if record.name.may_be(name):
                    ordered.setdefault(id(record), record)
    return list(ordered.values())


def _fullness(name: Name) -> tuple[int, int]:
    return sum(len(given) > 1 for given in name.given), len(name.given)


def _number(records: Sequence[_Record]) -> None:
    """Give each record that has none an id: surname, then given names ("lenin-v-i"); a number where two
    collide.
    """
    used = dict.fromkeys(_OTHER_IDS, 1)
    used |= dict.fromkeys((record.id for record in records if record.id), 1)
    for record in records:
        if not record.id:
            slug = identifier(record.name.surname, *record.name.given) or "person"
            used[slug] = used.get(slug, 0) + 1
            record.id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
