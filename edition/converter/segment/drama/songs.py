"""Verse that stands apart in a play: a song under words that say so, lines that nobody is said to speak."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from edition.converter.forms.speakers import words_of
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.converter.segment.turns.measure import is_verse, room_left
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.verse.stanzas import stanza_block
from edition.model import Block, Span

_STANZA = 4  # lines of verse that nobody is said to speak
_WORDS = 3  # of each of them
_SUNG = 120  # characters before a song that say so


def is_sung(lines: Sequence[Line], text: Text, margin: int, width: int) -> bool:
    """Lines set in, with room left after each, under words that say that someone sings."""
    before = text.source.text[max(0, lines[0].span.start - _SUNG) : lines[0].span.start]
    songs = text.language.turns.songs
    texts = [line.text for line in lines]
    return (
        len(lines) > 1
        and all(line.indent > margin for line in lines)
        and room_left(texts, width) == 1
        and not songs.isdisjoint(words_of(before))
    )


def verse_apart(lines: Sequence[Line], reader: TurnReader) -> list[Block]:
    """Lines of verse that nobody is said to speak as blocks, the directions between them, and the prose after
    them; nothing for lines that are none.
    """
    blocks: list[Block] = []
    place = 0
    while place < len(lines):
        own = next(
            (n for n, line in enumerate(lines[place:]) if line.text[0] not in "(["), len(lines) - place
        )
        if own:
            span = Span(lines[place].span.start, lines[place + own - 1].span.end)
            blocks.append(reader.directions.stage(span, "setting"))
            place += own
        sung = _sung(lines[place:], reader.width)
        if not sung:
            break
        blocks.append(stanza_block(Stanza(tuple(lines[place : place + sung])), 0, reader.marks))
        place += sung
    if not any(block.kind == "verse" for block in blocks):
        return []
    if place < len(lines):
        span = Span(lines[place].span.start, lines[-1].span.end)
        blocks.append(Block("paragraph", span, rule="prose"))
    return blocks


def _sung(lines: Sequence[Line], width: int) -> int:
    """How many lines from the first on are verse, and no list of those on stage; 0 for other text."""
    texts = [line.text for line in takewhile(lambda line: line.text[0] not in "([", lines)]
    count = next((n for n, pair in enumerate(pairwise(texts)) if room_left(pair, width) == 0), len(texts))
    words = sum(len(text.split()) for text in texts[:count])
    if count < _STANZA or words < _WORDS * count or not is_verse(texts[:count], width):
        return 0
    return count
