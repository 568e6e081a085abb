"""Persons: every name in the text tied to one record for each person.

Two spellings share a record when the surname is the same and no given name or initial speaks against
it. A name that could be either of two persons is marked and tied to none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from edition.converter.forms.names import Name, find_names, is_organisation, parse_name
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Person, Source, Span

_PLAIN = re.compile(r"[a-z0-9α-ωа-яё]")
_OTHER_IDS = ("edition", "source")  # what else has an xml:id in our documents


@dataclass
class _Record:
    """What is known of one person while names are still being read."""

    name: Name
    forms: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    id: str = ""

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
    """A persName, or an orgName for a body, inside each `author` and `docAuthor`."""
    found = []
    for annotation in annotations:
        if annotation.element in ("author", "docAuthor"):
            name = source.slice(annotation.span)
            if parse_name(name, language) is not None:
                found.append(Annotation("persName", annotation.span, (), "author"))
            elif is_organisation(name, language):
                found.append(Annotation("orgName", annotation.span, (), "author"))
    return found


def identify(
    mentions: Sequence[Annotation], source: Source, language: Language
) -> tuple[list[Annotation], list[Person]]:
    """The mentions with `@ref` to a record each, and the records in the order of first mention.

    `mentions` are persName annotations in the order of the text. A mention that could be either of
    two persons gets no `@ref`.
    """
    records: dict[str, list[_Record]] = defaultdict(list)
    parsed: list[tuple[Annotation, Name | None]] = []
    for mention in mentions:
        form = " ".join(source.slice(mention.span).split())
        name = parse_name(form, language)
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
    ordered = _in_order(parsed, records)
    _number(ordered)
    tied = [_tie(mention, name, records) for mention, name in parsed]
    people = [
        Person(id=r.id, forms=tuple(sorted(r.forms, key=len, reverse=True)), evidence=", ".join(r.rules))
        for r in ordered
    ]
    return tied, people


def with_forms(people: Sequence[Person], mentions: Iterable[Annotation], source: Source) -> list[Person]:
    """The records with every spelling that the mentions have, the fullest first."""
    forms: dict[str, dict[str, None]] = {person.id: dict.fromkeys(person.forms) for person in people}
    for mention in mentions:
        reference = mention.get("ref")
        if reference is not None:
            forms[reference[1:]][" ".join(source.slice(mention.span).split())] = None
    return [
        replace(person, forms=tuple(sorted(forms[person.id], key=lambda form: (-len(form), form))))
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
    certainty = None if mention.rule == "author" else Certainty.HIGH
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
    """Give each record an id: surname, then given names ("lenin-v-i"); a number where two collide."""
    used = dict.fromkeys(_OTHER_IDS, 1)
    for record in records:
        words = [record.name.surname, *record.name.given]
        slug = "-".join(filter(None, ("".join(_id_characters(word)) for word in words))) or "person"
        used[slug] = used.get(slug, 0) + 1
        record.id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"


def _id_characters(word: str) -> Iterable[str]:
    """What of a word may stand in an xml:id: letters without accents, Greek and Cyrillic ones as they are.

    Other letters are given by code: not all programs agree which of them a name may hold (the tables
    of XML 1.0 changed with its fifth edition).
    """
    for character in word.casefold():
        if character.isspace():
            yield "-"
        elif _PLAIN.fullmatch(character):
            yield character
        elif character.isalnum():
            letters = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
            yield from (c if _PLAIN.fullmatch(c) else f"u{ord(c):04x}" for c in letters)
