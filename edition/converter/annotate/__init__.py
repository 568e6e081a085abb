"""From blocks to annotations: what stands in the text, and which persons it speaks of.

Annotators look at one block at a time and know nothing of each other; the tables below say which
run where. What concerns the whole text (persons, quotations) comes after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from edition.converter.annotate.cited import cited_sources, pointing
from edition.converter.annotate.correspondence import correspondence
from edition.converter.annotate.emphasis import around_emphasis
from edition.converter.annotate.entities import entities
from edition.converter.annotate.insertions import insertions
from edition.converter.annotate.introduced import introduced, quoted_names, references
from edition.converter.annotate.listed import listed_names, prepared, without_crossing
from edition.converter.annotate.nesting import nested
from edition.converter.annotate.people import named
from edition.converter.annotate.persons.known import with_forms
from edition.converter.annotate.persons.naming import AUTHOR, authors, without_ended_sentences
from edition.converter.annotate.quotations import tie_quotations
from edition.converter.annotate.quoting import Quoting
from edition.converter.annotate.quoting.chains import sound_chains
from edition.converter.annotate.searching import searched, tongue
from edition.converter.forms.vocabulary import small_words
from edition.converter.languages import Language
from edition.model import (
    Annotation,
    Block,
    Cited,
    Entry,
    Letter,
    Person,
    Quotation,
    Register,
    Source,
    Span,
    Turn,
)
from edition.ner import NameModel

__all__ = ["NO_LISTS", "Annotated", "annotate"]

NO_LISTS = Register()


@dataclass(frozen=True)
class Annotated:
    """All annotations of a text in order, its persons, quotations and turns, who wrote its letters, the
    places, organisations and works of the edition's lists that it names, the sources it cites, and where a
    report says its day.
    """

    annotations: tuple[Annotation, ...]
    persons: tuple[Person, ...]
    quotations: tuple[Quotation, ...]
    turns: tuple[Turn, ...] = ()
    letters: tuple[Letter, ...] = ()
    entries: tuple[Entry, ...] = ()
    cited: tuple[Cited, ...] = ()
    reported: Span | None = None


def annotate(
    blocks: Sequence[Block],
    source: Source,
    language: Language,
    marks: Sequence[Annotation] = (),
    register: Register = NO_LISTS,
    *,
    written: str | None = None,
    genre: str = "",
    model: NameModel | None = None,
) -> Annotated:
    """What stands in `blocks`. Annotations nest or stand apart; references point to the persons.

    `marks` are what the structure of the text has marked already; they stay as they are. `register` holds
    what the edition lists itself; `written` is the day (ISO) on which the text was written, if that is known.
    `model` finds names where no rule does.
    """
    small = small_words(source.text)
    seen = searched(blocks, source, language, written=written, genre=genre)
    quoted = [inner for block in blocks for inner in block.walk() if inner.kind in ("quotation", "quote")]
    quoting = Quoting(seen.leaves, _paragraphs_of(quoted), source, language, small=small, genre=genre)
    found = [
        *seen.found,
        *insertions(blocks, source, language, genre),
        *quoted_names(blocks, source, language),
    ]
    found = _names(found, quoting, marks, source, language, small=small)
    lists = prepared(register, language)
    audible = [(leaf, tongue(leaf, language)) for leaf in seen.leaves] if register else []
    listed = listed_names(audible, source, lists, small=small)
    kept = nested([*listed, *without_crossing(found, listed)], marks)
    people = named(blocks, kept, lists, source, language, running=seen.running, marks=marks, small=small)
    introductions, known = introduced(blocks, people.annotations, source, language)
    annotations = _beside([*known, *references(introductions)], marks)
    if model is not None:
        annotations = _beside([*annotations, *entities(seen.running, source, model, annotations)], marks)
    in_marks = quoting.marked([a for a in annotations if a.element == "persName"], people.persons)
    annotations = sound_chains(_beside([*annotations, *in_marks.annotations], marks))
    persons = with_forms(people.persons, (a for a in annotations if a.element == "persName"), source)
    quotations = tie_quotations(blocks, annotations, source, language, introductions)
    ids = [person.id for person in people.persons]
    turns = tuple(replace(turn, who=tuple(ids[i] for i in who)) for turn, who in people.speaking.turns)
    speakers = {person for quotation in quotations for person in quotation.who}
    speakers |= {person for turn in turns for person in turn.who} | in_marks.speakers
    pointed = {(a.get("ref") or "#")[1:] for a in annotations}
    cited = cited_sources(blocks, annotations, source, language)
    return Annotated(
        pointing(annotations, cited),
        (*(replace(person, speaks=person.id in speakers) for person in persons), *in_marks.persons),
        quotations,
        turns,
        correspondence(blocks, annotations, source, language),
        tuple(entry for entry in lists.entries if entry.id in pointed),
        cited,
        seen.told.reported,
    )


def _names(
    found: Iterable[Annotation],
    quoting: Quoting,
    marks: Sequence[Annotation],
    source: Source,
    language: Language,
    *,
    small: frozenset[str],
) -> list[Annotation]:
    """What is found, its names without ends of sentences, and with those of who speaks and who wrote."""
    names = without_ended_sentences(found, source, small)
    names.extend(quoting.names(names))
    names = list(around_emphasis(names, marks, source, AUTHOR))
    return [*names, *authors(names, source, language)]


def _beside(annotations: Iterable[Annotation], marks: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Annotations as they nest, with the marks of the structure."""
    own = set(marks)
    return nested([a for a in annotations if a not in own], marks)


def _paragraphs_of(quotations: Sequence[Block]) -> frozenset[int]:
    """Where the paragraphs of block quotations begin."""
    return frozenset(
        inner.span.start
        for block in quotations
        for inner in (block.children[0] if block.kind == "quotation" else block).walk()
        if not inner.children
    )
