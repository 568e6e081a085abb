"""What a piece consists of: paragraphs, and the attribution lines under quotations."""

from __future__ import annotations

from edition.converter.forms.attribution import MAX_LENGTH, parse_attribution
from edition.converter.forms.letters import DASHES
from edition.converter.segment.article.cursor import Cursor
from edition.model import Block


def attribution(cursor: Cursor) -> Block | None:
    """A stanza, or a line that opens with a dash, that names author and source of what stands above."""
    stanza = cursor.peek()
    if stanza is None or not cursor.has("paragraph"):
        return None
    if parse_attribution(cursor.source.slice(stanza.span), cursor.language) is None:
        return None
    return Block("attribution", cursor.take(), rule="attribution")


def paragraph(cursor: Cursor) -> Block | None:
    """A stanza; it stops short of a line that opens with a dash and is an attribution."""
    stanza = cursor.peek()
    if stanza is None:
        return None
    for number, line in enumerate(stanza.lines[1:], 1):
        if line.text.startswith((*DASHES, "--")) and _attributes(cursor, number):
            return Block("paragraph", cursor.take_lines(number), rule="paragraph")
    return Block("paragraph", cursor.take(), rule="paragraph")


def _attributes(cursor: Cursor, number: int) -> bool:
    """Whether the lines of the stanza from `number` on are an attribution."""
    stanza = cursor.peek()
    assert stanza is not None
    start, end = stanza.lines[number].span.start, stanza.span.end
    if end - start > MAX_LENGTH:
        return False  # before anything is cut out: a stanza may have a hundred thousand lines
    return parse_attribution(cursor.source.text[start:end], cursor.language) is not None
