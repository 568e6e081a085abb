"""The search of a text for what stands in it, block by block, with the dates of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from edition.converter.annotate.blocks import BLOCK_ANNOTATORS
from edition.converter.annotate.chronology import Chronology, Stretch, chronology
from edition.converter.annotate.citations import citations, with_years
from edition.converter.annotate.persons.naming import names
from edition.converter.annotate.places import places
from edition.converter.annotate.reference_notes import reference_notes
from edition.converter.forms.dates.telling.letters_in_turn import LetterPlace
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.model import Annotation, Block, Source, Span

Annotator = Callable[[Block, Source, Language], list[Annotation]]

# What is looked for in running text beside dates; of two that cross, the earlier in the text wins.
TEXT_ANNOTATORS: tuple[Annotator, ...] = (reference_notes, citations, names, places)

# Blocks in which nothing is looked for: labels, signs of print, and texts that are not the work's.
_VERSE = "verse-line"
_OVER_LETTER = frozenset({"head", "opener", "argument", "epigraph"})
SILENT = frozenset({"speaker", "page", "section-break", "licence", "navigation"})


class Searched(NamedTuple):
    """What annotators find that look at one block at a time: the leaves that were searched, those of running
    text among them, the annotations, and the dates.
    """

    leaves: Sequence[Block]
    running: Sequence[Block]
    found: Sequence[Annotation]
    told: Chronology


def searched(
    blocks: Sequence[Block], source: Source, language: Language, *, written: str | None, genre: str
) -> Searched:
    """Search the blocks. `written` is the day (ISO) on which the text was written, if that is known."""
    leaves = list(_audible(blocks))
    rows = list(_together(leaves, source))
    stretches = [
        Stretch(tuple(row), Span(row[0].span.start, row[-1].span.end), tongue(row[0], language))
        for row in rows
    ]
    quoting = [inner for block in blocks for inner in block.walk() if inner.kind == "quotation"]
    letters = _letters(blocks)
    told = chronology(stretches, quoting, source, language, written=written, genre=genre, letters=letters)
    found, running, special_spans = _row_by_row(rows, told, source, language)
    found = with_years(found, (leaf.span for leaf in leaves if leaf.kind == "masthead-line"), source)
    return Searched(leaves, running, [*found, *told.apart_from(special_spans)], told)


def _letters(blocks: Sequence[Block]) -> list[LetterPlace]:
    """The places of the letters of a text, if it has several that are divisions."""
    found: list[LetterPlace] = []
    for block in (inner for outer in blocks for inner in outer.walk()):
        if block.kind != "division" or block.get("type") != "letter":
            continue
        if found and block.span.start < found[-1].end:
            continue
        body = next((child for child in block.children if child.kind not in _OVER_LETTER), block)
        found.append(LetterPlace(block.span.start, body.span.start, block.span.end))
    return found if len(found) > 1 else []


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
        own = tongue(leaf, language)
        special = BLOCK_ANNOTATORS.get(leaf.kind)
        if special is not None:
            found.extend(told.valued(annotation) for annotation in special(leaf, source, own))
            special_spans.append(leaf.span)
            continue
        running.extend(several)
        stretch = (
            leaf if len(several) == 1 else replace(leaf, span=Span(leaf.span.start, several[-1].span.end))
        )
        for annotator in TEXT_ANNOTATORS:
            looked = annotator(stretch, source, own)
            found.extend(looked if len(several) == 1 else _within(looked, several))
    return found, running, special_spans


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


def tongue(block: Block, language: Language) -> Language:
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
