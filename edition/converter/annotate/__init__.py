"""From blocks to annotations: what stands in the text, and which persons it speaks of.

Annotators look at one block at a time and know nothing of each other; the tables below say which
run where. What concerns the whole text (persons, quotations) comes after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from edition.converter.annotate.blocks import BLOCK_ANNOTATORS
from edition.converter.annotate.chronology import Stretch, chronology
from edition.converter.annotate.cited import cited_sources, pointing
from edition.converter.annotate.correspondence import correspondence
from edition.converter.annotate.emphasis import around_emphasis
from edition.converter.annotate.mentions import mentions_on_record
from edition.converter.annotate.nesting import nested
from edition.converter.annotate.participants import participants
from edition.converter.annotate.persons import AUTHOR, authors, identify, names, numbered, with_forms
from edition.converter.annotate.quotations import tie_quotations
from edition.converter.annotate.reference_notes import reference_notes
from edition.converter.forms.vocabulary import small_words
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.model import Annotation, Block, Cited, Letter, Person, Quotation, Source, Span, Turn

__all__ = ["Annotated", "annotate"]

Annotator = Callable[[Block, Source, Language], list[Annotation]]

# What is looked for in running text beside dates; of two that cross, the earlier in the text wins.
TEXT_ANNOTATORS: tuple[Annotator, ...] = (reference_notes, names)


@dataclass(frozen=True)
class Annotated:
    """All annotations of a text in order, its persons, quotations and turns, letters and cited sources."""

    annotations: tuple[Annotation, ...]
    persons: tuple[Person, ...]
    quotations: tuple[Quotation, ...]
    turns: tuple[Turn, ...] = ()
    letters: tuple[Letter, ...] = ()
    cited: tuple[Cited, ...] = ()


# Blocks in which nothing is looked for: labels, signs of print, and texts that are not the work's.
_VERSE = "verse-line"
SILENT = frozenset({"speaker", "page", "section-break", "licence"})


def annotate(
    blocks: Sequence[Block],
    source: Source,
    language: Language,
    marks: Sequence[Annotation] = (),
    listed: Sequence[Person] = (),
    *,
    written: str | None = None,
    genre: str = "",
) -> Annotated:
    """What stands in `blocks`. Annotations nest or stand apart; references point to the persons.

    `marks` are what the structure of the text has marked already; they stay as they are. `listed` are persons
    that the edition names itself; `written` is the day (ISO) on which the text was written, if that is known.
    """
    leaves = list(_audible(blocks))
    found: list[Annotation] = []
    running: list[Block] = []
    special_spans: list[Span] = []
    rows = list(_together(leaves, source))
    stretches = [
        Stretch(tuple(row), Span(row[0].span.start, row[-1].span.end), _tongue(row[0], language))
        for row in rows
    ]
    quoting = [inner for block in blocks for inner in block.walk() if inner.kind == "quotation"]
    told = chronology(stretches, quoting, source, language, written=written, genre=genre)
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
    found.extend(told.apart_from(special_spans))
    found = list(around_emphasis(found, marks, source, AUTHOR))
    found.extend(authors(found, source, language))
    kept = nested(found, marks)
    mentions = [a for a in kept if a.element == "persName"]
    listed = numbered(listed, language)
    small = small_words(source.text)
    speaking = participants(blocks, marks, source, language, small=small, listed=listed)
    met = {person.id for person in speaking.persons}
    unmet = [person for person in listed if person.id not in met]
    tied, people = identify(mentions, source, language, (*speaking.persons, *unmet))
    others = [a for a in kept if a.element != "persName"]
    found_again = mentions_on_record(running, [*others, *tied], people, source, language, small=small)
    own = set(marks)
    annotations = nested([a for a in (*others, *tied, *found_again) if a not in own], marks)
    persons = with_forms(people, (a for a in annotations if a.element == "persName"), source)
    quotations = tie_quotations(blocks, annotations, source, language)
    turns = tuple(replace(turn, who=tuple(people[i].id for i in who)) for turn, who in speaking.turns)
    speakers = {person for quotation in quotations for person in quotation.who}
    speakers |= {person for turn in turns for person in turn.who}
    named = {(a.get("ref") or "#")[1:] for a in annotations if a.element == "persName"} | speakers
    absent = {person.id for person in unmet} - named
    cited = cited_sources(blocks, annotations, source, language)
    return Annotated(
        pointing(annotations, cited),
        tuple(replace(person, speaks=person.id in speakers) for person in persons if person.id not in absent),
        quotations,
        turns,
        correspondence(blocks, annotations, source, language),
        cited,
    )


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
