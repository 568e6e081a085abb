"""From lines to blocks: which genre the text is of, and what each stretch of lines is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.converter.languages import Language
from edition.converter.segment.article import under_masthead
from edition.converter.segment.bibliography import with_references
from edition.converter.segment.conventions import NONE, Conventions
from edition.converter.segment.credits import with_credits
from edition.converter.segment.debate.unnamed import tells_of_talk
from edition.converter.segment.diary import with_entries
from edition.converter.segment.frame import Frame, find_frame
from edition.converter.segment.genres import GENRES
from edition.converter.segment.inline import inline_marks
from edition.converter.segment.linenumbers import number_marks, with_line_numbers, without_line_numbers
from edition.converter.segment.lines import stanzas
from edition.converter.segment.navigation import without_navigation
from edition.converter.segment.pages import page_blocks, page_marks, without_pages
from edition.converter.segment.quoted import quoted_letters
from edition.converter.segment.set_apart import set_apart
from edition.converter.segment.soundness import sound
from edition.converter.segment.text import Evidence, Text
from edition.model import Annotation, Block, Source, Span, spanning

__all__ = ["GENRES", "Segmented", "segment"]

# Blocks of running text, in which words may be emphasised and parted.
RUNNING = frozenset(
    {
        "paragraph",
        "scripture",
        "speech",
        "stage",
        "item",
        "note",
        "verse-line",
        "head",
        "caption",
        "cell",
        "salute",
        "closer",
        "trailer",
        "attribution",
        "reference",
        "quote",
        "signed",
        "speaker",
        "cast-item",
        "dateline",
        "address-line",
        "title-part",
    }
)
_UNDER_MASTHEADS = frozenset({"interview"})  # genres that stand in papers beside pieces
_SAMPLE = 400  # stanzas at the beginning and at the end that genre detection looks at


@dataclass(frozen=True)
class Segmented:
    """The blocks of a text and the marks inside them, the genre they were made for, and why that genre.

    `title` and `author` are where a distributor's header says them.
    """

    genre: str
    evidence: str
    blocks: tuple[Block, ...]
    marks: tuple[Annotation, ...]
    title: Span | None = None
    author: Span | None = None


def segment(
    source: Source, language: Language, genre: str = "auto", conventions: Conventions = NONE
) -> Segmented:
    """The blocks of `source`. `genre` is a key of GENRES, or "auto" to have it told from the text.

    `conventions` are what the edition itself declares of its texts.
    """
    whole = Text(source, language, tuple(stanzas(source)))
    frame = find_frame(whole.stanzas)
    links, own = without_navigation(whole.stanzas[frame.first : frame.last], language)
    unnumbered, numbers = without_line_numbers(own)
    lines, pages = without_pages(unnumbered, language)
    text = Text(source, language, lines, conventions)
    evidence = Evidence(1.0, "given")
    if genre == "auto":
        genre, evidence = _detect(text)
    printed = genre in _UNDER_MASTHEADS and not tells_of_talk(text.stanzas[0], text)
    above, text = under_masthead(text) if printed else ((), text)
    reading = evidence.reading or GENRES[genre].read(text)
    blocks = quoted_letters((*above, *reading.blocks), source, language)
    blocks = set_apart(blocks, source, language, printed=genre == "article")
    if genre == "prose":
        blocks = with_entries(blocks, source, language)
    blocks = with_references(blocks, text.lines, source, language)
    blocks = with_credits(blocks, source, language, genre)
    blocks = with_line_numbers(page_blocks(blocks, pages), numbers, source)
    leaves = [leaf for block in blocks for leaf in block.walk() if not leaf.children]
    marks = [*reading.marks, *page_marks(leaves, pages, source)]
    marks += number_marks(numbers, marks, source)
    marks += inline_marks([leaf for leaf in leaves if leaf.kind in RUNNING], marks, source)
    blocks, marks = sound(blocks, marks)
    blocks = blocks if links is None else (spanning("front", (links,)), *blocks)
    return Segmented(genre, evidence.words, _framed(blocks, frame), tuple(marks), frame.title, frame.author)


def _detect(text: Text) -> tuple[str, Evidence]:
    """The genre for which most speaks; of two for which as much does, the first in the table."""
    found = text.stanzas
    whole = len(found) <= 2 * _SAMPLE
    if not whole:
        text = Text(text.source, text.language, (*found[:_SAMPLE], *found[-_SAMPLE:]), text.conventions)
    best, evidence = "", Evidence(-1.0)
    for name, genre in GENRES.items():
        if genre.most > evidence.weight:
            other = genre.weigh(text)
            if other.weight > evidence.weight:
                best, evidence = name, other
    return best, evidence if whole else evidence._replace(reading=None)


def _framed(blocks: Sequence[Block], frame: Frame) -> tuple[Block, ...]:
    """The blocks of the work with the distributor's texts before and after it."""
    front = [block for block in blocks if block.kind == "front"]
    rest = [block for block in blocks if block.kind != "front"]
    result = [*front, *rest]
    if frame.front is not None:
        inside = [child for block in front for child in block.children]
        result = [spanning("front", (frame.front, *inside)), *rest]
    if frame.back is not None:
        result.append(spanning("back", (frame.back,)))
    return tuple(result)
