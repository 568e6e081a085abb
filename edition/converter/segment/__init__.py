"""From lines to blocks: which genre the text is of, and what each stretch of lines is."""

from __future__ import annotations

from dataclasses import dataclass

from edition.converter.languages import Language
from edition.converter.segment.genres import GENRES
from edition.converter.segment.lines import stanzas
from edition.converter.segment.text import Text
from edition.model import Annotation, Block, Source

__all__ = ["GENRES", "Segmented", "segment"]

_SAMPLE = 400  # stanzas at the beginning and at the end that genre detection looks at


@dataclass(frozen=True)
class Segmented:
    """The blocks of a text and the marks inside them, the genre they were made for, and why that genre."""

    genre: str
    evidence: str
    blocks: tuple[Block, ...]
    marks: tuple[Annotation, ...]


def segment(source: Source, language: Language, genre: str = "auto") -> Segmented:
    """The blocks of `source`. `genre` is a key of GENRES, or "auto" to have it told from the text."""
    text = Text(source, language, tuple(stanzas(source)))
    evidence = "given"
    if genre == "auto":
        genre, evidence = _detect(text)
    reading = GENRES[genre].read(text)
    return Segmented(genre, evidence, reading.blocks, reading.marks)


def _detect(text: Text) -> tuple[str, str]:
    """The genre for which most speaks; of two for which as much does, the first in the table."""
    found = text.stanzas
    if len(found) > 2 * _SAMPLE:
        text = Text(text.source, text.language, (*found[:_SAMPLE], *found[-_SAMPLE:]))
    evidence = {name: genre.weigh(text) for name, genre in GENRES.items()}
    best = max(evidence, key=lambda name: evidence[name].weight)
    return best, evidence[best].words
