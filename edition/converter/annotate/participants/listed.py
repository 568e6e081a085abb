"""Who is known before the first label is read: persons that the edition names, roles of the cast list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.converter.annotate.participants.record import Record
from edition.converter.forms.listed import natural_order
from edition.converter.forms.speakers import words_of
from edition.model import Annotation, Block, Person, Source, Span


def from_list(people: Sequence[Person]) -> Iterator[Record]:
    """A record for each person whom the edition names."""
    for person in people:
        for form in person.forms[:1]:
            yield Record(
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


def from_cast(items: Sequence[Block], marks: Sequence[Annotation], source: Source) -> Iterator[Record]:
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
                    record = Record(words, core=words_of(words), description=said.strip(" .,;:()[]"))
                    record.more = frozenset((*record.core, *words_of(said)))
                    record.take(words, "cast list")
                    yield record


def _flat(source: Source, span: Span) -> str:
    """The words, without the signs of a typeface around them or some of them."""
    return " ".join(source.slice(span).split()).replace("_", "").strip("=")
