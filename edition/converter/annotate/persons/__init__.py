"""Persons: every name in the text tied to one record for each person.

Two spellings share a record when the surname is the same and no given name, initial or form of address
speaks against it ("Mrs. Dane" is not Edwin Dane). A name that could be either of two persons is marked and
tied to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from edition.converter.annotate.persons.fitting import call_by_given_names, fitting_records
from edition.converter.annotate.persons.known import give_ids, known_record, person_of
from edition.converter.annotate.persons.mention import mention_of
from edition.converter.annotate.persons.naming import AUTHOR
from edition.converter.annotate.persons.records import Mention, Record, Records
from edition.converter.forms.names import Name
from edition.converter.languages import Language
from edition.model import Annotation, Certainty, Person, Source


def identify(
    mentions: Sequence[Annotation],
    source: Source,
    language: Language,
    known: Sequence[Person] = (),
    taken: Iterable[str] = (),
) -> tuple[list[Annotation], list[Person]]:
    """The mentions with `@ref` to a record each, and the records: the `known` persons first, as they come,
    then the others in the order of first mention.

    `mentions` are persName annotations in the order of the text. A mention that could be either of
    two persons gets no `@ref`. A known person without an id is given one, none of those `taken`.
    """
    records = Records(two_surnames=language.persons.two_surnames)
    given = [known_record(person, records, language) for person in known]
    parsed = [mention_of(mention, source, language) for mention in mentions]
    records.alone = frozenset(m.name.key for m in parsed if m.name is not None and not m.name.given)
    for bare in (False, True):
        if bare:
            call_by_given_names(parsed, records)
        for mention in parsed:
            if mention.name is not None and bool(mention.name.given) is not bare:
                _file(records, mention)
    ours = {id(record) for record in given}
    ordered = [*given, *(record for record in _in_order(parsed, records) if id(record) not in ours)]
    give_ids(ordered, taken)
    tied = [_tie(mention, records, source) for mention in parsed]
    return tied, [person_of(record) for record in ordered]


def _file(records: Records, mention: Mention) -> None:
    """Add a name to the one record it fits; start a record where it fits none."""
    assert mention.name is not None
    fitting = fitting_records(mention, records)
    if len(fitting) == 1:
        records.take(fitting[0], mention)
    elif not fitting:
        record = Record(mention.name)
        record.take(mention)
        records.add(record)


def _tie(mention: Mention, records: Records, source: Source) -> Annotation:
    """The mention with its person, where it is just one, and on what evidence the rule says so."""
    annotation, name = mention.annotation, mention.name
    if name is None:
        return annotation
    fitting = fitting_records(mention, records)
    if len(fitting) != 1:
        return annotation
    (record,) = fitting
    certainty = None if annotation.rule in ("author", AUTHOR) else Certainty.HIGH
    if not name.given and annotation.rule == "honorific":
        certainty = Certainty.MEDIUM
    rule = annotation.rule
    if record.name != name and record.first >= 0:
        line = source.position(record.first).line
        what = "initials agree with" if name.given else "same surname as"
        rule = f"name: {rule}; {what} the fullest name in line {line}"
    return replace(annotation, attributes=(("ref", f"#{record.id}"),), certainty=certainty, rule=rule)


def _in_order(parsed: Iterable[Mention], records: Records) -> list[Record]:
    """The records in the order of first mention."""
    ordered: dict[int, Record] = {}
    asked: set[tuple[Name, str, str]] = set()
    for mention in parsed:
        if mention.name is None or (mention.name, mention.gender, mention.state) in asked:
            continue
        asked.add((mention.name, mention.gender, mention.state))
        for record in fitting_records(mention, records):
            ordered.setdefault(id(record), record)
    return list(ordered.values())
