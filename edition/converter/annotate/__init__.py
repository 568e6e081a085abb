"""From blocks to annotations: what stands in the text, and which persons it speaks of.

Annotators look at one block at a time and know nothing of each other; the tables below say which
run where. What concerns the whole text (persons, quotations) comes after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from edition.converter.annotate.blocks import BLOCK_ANNOTATORS
from edition.converter.annotate.chronology import Chronology, Stretch, chronology
from edition.converter.annotate.citations import citations, with_years
from edition.converter.annotate.cited import cited_sources, pointing
from edition.converter.annotate.correspondence import correspondence
from edition.converter.annotate.emphasis import around_emphasis
from edition.converter.annotate.entities import entities
from edition.converter.annotate.insertions import insertions
from edition.converter.annotate.introduced import introduced, quoted_names, references
from edition.converter.annotate.listed import (
    DISPUTED,
    Prepared,
    disputed,
    listed_names,
    prepared,
    without_crossing,
)
from edition.converter.annotate.mentions import mentions_on_record
from edition.converter.annotate.nesting import nested
from edition.converter.annotate.participants import labels_in, participants
from edition.converter.annotate.persons import identify
from edition.converter.annotate.persons.known import with_forms
from edition.converter.annotate.persons.naming import AUTHOR, authors, names, without_ended_sentences
from edition.converter.annotate.places import places
from edition.converter.annotate.quotations import tie_quotations
from edition.converter.annotate.quoting import Quoting
from edition.converter.annotate.quoting.chains import sound_chains
from edition.converter.annotate.reference_notes import reference_notes
from edition.converter.forms.names import form_of, parse_name
from edition.converter.forms.vocabulary import small_words
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
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

Annotator = Callable[[Block, Source, Language], list[Annotation]]

# What is looked for in running text beside dates; of two that cross, the earlier in the text wins.
TEXT_ANNOTATORS: tuple[Annotator, ...] = (reference_notes, citations, names, places)


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


# Blocks in which nothing is looked for: labels, signs of print, and texts that are not the work's.
_VERSE = "verse-line"
SILENT = frozenset({"speaker", "page", "section-break", "licence", "navigation"})


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
    leaves = list(_audible(blocks))
    rows = list(_together(leaves, source))
    stretches = [
        Stretch(tuple(row), Span(row[0].span.start, row[-1].span.end), _tongue(row[0], language))
        for row in rows
    ]
    quoting = [inner for block in blocks for inner in block.walk() if inner.kind == "quotation"]
    told = chronology(stretches, quoting, source, language, written=written, genre=genre)
    found, running, special_spans = _row_by_row(rows, told, source, language)
    found = with_years(found, (leaf.span for leaf in leaves if leaf.kind == "masthead-line"), source)
    found.extend(told.apart_from(special_spans))
    found.extend(insertions(blocks, source, language, genre))
    found.extend(quoted_names(blocks, source, language))
    quoted = [inner for block in blocks for inner in block.walk() if inner.kind in ("quotation", "quote")]
    small = small_words(source.text)
    found = without_ended_sentences(found, source, small)
    quoting_marks = Quoting(leaves, _paragraphs_of(quoted), source, language, small=small, genre=genre)
    found.extend(quoting_marks.names(found))
    found = list(around_emphasis(found, marks, source, AUTHOR))
    found.extend(authors(found, source, language))
    lists = prepared(register, language)
    audible = [(leaf, _tongue(leaf, language)) for leaf in leaves] if register else []
    listed = listed_names(audible, source, lists, small=small)
    kept = nested([*listed, *without_crossing(found, listed)], marks)
    mentions = [a for a in kept if a.element == "persName" and a.get("ref") is None and a.rule != DISPUTED]
    near = lists.speaking(labels_in(blocks, source)) if register.persons else []
    speaking = participants(blocks, marks, source, language, small=small, listed=near)
    met = {person.id for person in speaking.persons}
    unmet = [person for person in _meant(kept, mentions, lists, source, language) if person.id not in met]
    taken = [entry.id for entry in lists.entries]
    tied, people = identify(mentions, source, language, (*speaking.persons, *unmet), taken)
    named = frozenset((a.get("ref") or "#")[1:] for a in (*kept, *tied) if a.element == "persName")
    absent = {person.id for person in unmet} - named
    people = [person for person in people if person.id not in absent]
    is_mention = set(mentions)
    others = disputed((a for a in kept if a not in is_mention), people, named, source, language)
    found_again = mentions_on_record(running, [*others, *tied], people, source, language, small=small)
    own = set(marks)
    known = sorted((*others, *tied, *found_again), key=lambda a: a.span.start)
    introductions, known = introduced(blocks, known, source, language)
    annotations = nested([a for a in (*known, *references(introductions)) if a not in own], marks)
    annotations = _with_entities(annotations, running, source, model, marks)
    in_marks = quoting_marks.marked([a for a in annotations if a.element == "persName"], people)
    annotations = nested([*(a for a in annotations if a not in own), *in_marks.annotations], marks)
    annotations = sound_chains(annotations)
    persons = with_forms(people, (a for a in annotations if a.element == "persName"), source)
    quotations = tie_quotations(blocks, annotations, source, language, introductions)
    turns = tuple(replace(turn, who=tuple(people[i].id for i in who)) for turn, who in speaking.turns)
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
        told.reported,
    )


def _row_by_row(
    rows: Sequence[Sequence[Block]], told: Chronology, source: Source, language: Language
) -> tuple[list[Annotation], list[Block], list[Span]]:
    """What the annotators find that look at one block at a time; the blocks of running text; and the spans of
    those whose form says what their parts are, which have their dates already.
    """
    found: list[Annotation] = []
    running: list[Block] = []
    special_spans: list[Span] = []
    for several in rows:
        leaf = several[0]
        tongue = _tongue(leaf, language)
        special = BLOCK_ANNOTATORS.get(leaf.kind)
        if special is not None:
            found.extend(told.valued(annotation) for annotation in special(leaf, source, tongue))
            special_spans.append(leaf.span)
            continue
        running.extend(several)
        stretch = (
            leaf if len(several) == 1 else replace(leaf, span=Span(leaf.span.start, several[-1].span.end))
        )
        for annotator in TEXT_ANNOTATORS:
            looked = annotator(stretch, source, tongue)
            found.extend(looked if len(several) == 1 else _within(looked, several))
    return found, running, special_spans


def _paragraphs_of(quotations: Sequence[Block]) -> frozenset[int]:
    """Where the paragraphs of block quotations begin."""
    return frozenset(
        inner.span.start
        for block in quotations
        for inner in (block.children[0] if block.kind == "quotation" else block).walk()
        if not inner.children
    )


def _with_entities(
    annotations: tuple[Annotation, ...],
    running: Sequence[Block],
    source: Source,
    model: NameModel | None,
    marks: Sequence[Annotation],
) -> tuple[Annotation, ...]:
    """The annotations, and the names that a model finds between them."""
    if model is None:
        return annotations
    own = set(marks)
    more = entities(running, source, model, annotations)
    return nested([*(a for a in annotations if a not in own), *more], marks)


def _meant(
    kept: Sequence[Annotation],
    mentions: Sequence[Annotation],
    lists: Prepared,
    source: Source,
    language: Language,
) -> list[Person]:
    """The persons of the lists whom the text names, in the order of the list: by a name that they have there,
    or by one that fits it ("A. Miller"). A surname alone means those whom the text names otherwise, if any.
    """
    if not lists.persons:
        return []
    ids = {(a.get("ref") or "#")[1:] for a in kept if a.element == "persName"}
    meant = {person.id for person in lists.persons if person.id in ids}
    forms = dict.fromkeys(form_of(source.slice(mention.span)) for mention in mentions)
    parsed = dict.fromkeys(parse_name(form, language) for form in forms)
    for bare in (False, True):
        for name in parsed:
            if name is not None and bool(name.given) is not bare:
                fitting = {person.id for person in lists.fitting(name)}
                if not (bare and fitting & meant):
                    meant |= fitting
    return [person for person in lists.persons if person.id in meant]


def _together(leaves: Sequence[Block], source: Source) -> Iterator[list[Block]]:
    """The leaves, lines of verse that follow one another as one stretch: nothing stands across two of them,
    and a call for each of a hundred thousand lines would take longer than the search.
    """
    row: list[Block] = []
    for leaf in leaves:
        goes_on = bool(row) and leaf.kind == _VERSE == row[-1].kind and not leaf.get("xml:lang")
        if goes_on and not source.text[row[-1].span.end : leaf.span.start].strip():
            row.append(leaf)
            continue
        if row:
            yield row
        row = [leaf]
    if row:
        yield row


def _within(found: Iterable[Annotation], leaves: Sequence[Block]) -> Iterator[Annotation]:
    """Those of `found` that stand in one of `leaves`, both in the order of the text."""
    place = 0
    for annotation in found:
        while leaves[place].span.end <= annotation.span.start:
            place += 1
        if annotation.span.within(leaves[place].span):
            yield annotation


def _tongue(block: Block, language: Language) -> Language:
    """The language that a block is in: its own, where it is marked as another than the text's."""
    own = block.get("xml:lang") if block.attributes else None
    return language if own is None else language_of(own)


def _audible(blocks: Sequence[Block]) -> Iterator[Block]:
    """The leaves of blocks that are searched, in the order of the text."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if block.kind in SILENT:
            continue
        if block.children:
            waiting.extend(reversed(block.children))
        else:
            yield block
