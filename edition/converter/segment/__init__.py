"""From lines to blocks: which genre the text is of, and what each stretch of lines is."""

from __future__ import annotations

from dataclasses import dataclass

from edition.converter.languages import Language
from edition.converter.segment.cursor import Cursor
from edition.converter.segment.genres import ENOUGH, FALLBACK, GENRES
from edition.converter.segment.lines import Stanza, stanzas
from edition.model import Block, Source

__all__ = ["GENRES", "Segmented", "segment"]

_SAMPLE = 400  # stanzas at the beginning and at the end that genre detection looks at


@dataclass(frozen=True)
class Segmented:
    """The blocks of a text, the genre they were made for, and why that genre (in words)."""

    genre: str
    evidence: str
    blocks: tuple[Block, ...]


def segment(source: Source, language: Language, genre: str = "auto") -> Segmented:
    """The blocks of `source`. `genre` is a key of GENRES, or "auto" to have it told from the text."""
    found = tuple(stanzas(source))
    evidence = "given"
    if genre == "auto":
        genre, evidence = _detect(source, language, found)
    table = GENRES[genre]
    result = _apply(Cursor(source, language, found), genre)
    for shape in table.shapes:
        result = shape(result, source, language)
    return Segmented(genre, evidence, tuple(result))


def _apply(cursor: Cursor, genre: str) -> list[Block]:
    rules = GENRES[genre].rules
    while cursor.peek() is not None:
        cursor.add(next(block for rule in rules if (block := rule(cursor)) is not None))
    return cursor.blocks


def _detect(source: Source, language: Language, found: tuple[Stanza, ...]) -> tuple[str, str]:
    """The genre whose rules find the weightiest evidence; prose where there is not enough of it."""
    sample = found if len(found) <= 2 * _SAMPLE else (*found[:_SAMPLE], *found[-_SAMPLE:])
    best, words = FALLBACK, "nothing in it shows another genre"
    most = ENOUGH - 1
    for name, genre in GENRES.items():
        if not genre.evidence:
            continue
        matched = {block.rule for block in _apply(Cursor(source, language, sample), name)}
        seen = [(word, weight) for rule, word, weight in genre.evidence if rule in matched]
        weight = sum(weight for _, weight in seen)
        if weight > most:
            best, words, most = name, ", ".join(word for word, _ in seen), weight
    return best, words
