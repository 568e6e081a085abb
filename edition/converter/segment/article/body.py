"""What a piece consists of: paragraphs, and what stands between them."""

from __future__ import annotations

from edition.converter.forms.attribution import MAX_LENGTH, parse_attribution
from edition.converter.forms.jumps import jump
from edition.converter.forms.letters import DASHES
from edition.converter.segment.article.continued import RULE
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.editorial import editorial_note, is_editorial
from edition.converter.segment.prose import parts
from edition.converter.segment.prose.flow import paragraphs
from edition.model import Block, Certainty, spanning

_MOST_LINES = 400  # of a stanza in which paragraphs are told by their first lines
_LONGEST_NOTE = 1200  # characters of a note of the editors


def attribution(cursor: Cursor) -> Block | None:
    """A stanza, or a line that opens with a dash, that names author and source of what stands above."""
    stanza = cursor.peek()
    if stanza is None or not (cursor.has("paragraph") or cursor.has("quote") or cursor.has("verse")):
        return None
    if stanza.span.end - stanza.span.start > MAX_LENGTH:
        return None
    if parse_attribution(cursor.source.slice(stanza.span), cursor.language) is None:
        return None
    return Block("attribution", cursor.take(), rule="attribution")


def note(cursor: Cursor) -> Block | None:
    """A stanza that the editors sign."""
    stanza = cursor.peek()
    if stanza is None or cursor.split or stanza.span.end - stanza.span.start > _LONGEST_NOTE:
        return None
    return editorial_note(cursor.take()) if is_editorial(stanza.text, cursor.language) else None


def continuation(cursor: Cursor) -> Block | None:
    """A line that sends the reader to another page, between paragraphs or under a headline."""
    stanza = cursor.peek()
    if stanza is None or not jump(stanza.lines[0].text, cursor.language):
        return None
    if len(stanza.lines) > 1 and not cursor.heading:
        return None
    return Block("continuation", cursor.take_lines(1), rule=RULE)


def section_break(cursor: Cursor) -> Block | None:
    """A line of stars or an ornament."""
    stanza = cursor.peek()
    found = parts.section_break(stanza) if stanza is not None else None
    if found is not None:
        cursor.take()
    return found


def listing(cursor: Cursor) -> Block | None:
    """Numbered lines of one stanza, or numbered stanzas that follow one another."""
    stanza = cursor.peek()
    if stanza is None or cursor.split:
        return None
    items = parts.own_list(stanza)
    if items:
        cursor.take()
        return parts.list_block(items)
    count = parts.list_items(cursor.stanzas, cursor.index, len(cursor.stanzas))
    if not count:
        return None
    lines = [s.lines for s in cursor.stanzas[cursor.index : cursor.index + count]]
    for _ in range(count):
        cursor.take()
    return parts.list_block(lines)


def table(cursor: Cursor) -> Block | None:
    """Lines in columns."""
    stanza = cursor.peek()
    found = parts.table(stanza, cursor.source) if stanza is not None and not cursor.split else None
    if found is not None:
        cursor.take()
    return found


def verse(cursor: Cursor) -> Block | None:
    """Lines set in that break like verse."""
    stanza = cursor.peek()
    if stanza is None or cursor.split or not all(line.indent > cursor.margin for line in stanza.lines):
        return None
    found = parts.verse(stanza, cursor.margin, cursor.width)
    if found is not None:
        cursor.take()
    return found


def quotation(cursor: Cursor) -> Block | None:
    """A stanza narrower than the text: a quotation set apart."""
    stanza = cursor.peek()
    if stanza is None or cursor.split or cursor.heading:
        return None
    if not parts.quotation(stanza, cursor.margin):
        return None
    inner = Block("paragraph", cursor.take(), rule="paragraph")
    return spanning("quote", (inner,), rule="quotation set in", certainty=Certainty.MEDIUM)


def paragraph(cursor: Cursor) -> Block | None:
    """A stanza; it stops short of a line that opens with a dash and is an attribution."""
    stanza = cursor.peek()
    if stanza is None:
        return None
    for number, line in enumerate(stanza.lines[1:], 1):
        if line.text.startswith((*DASHES, "--")) and _attributes(cursor, number):
            return Block("paragraph", cursor.take_lines(number), rule="paragraph")
    if len(stanza.lines) > _MOST_LINES:
        return Block("paragraph", cursor.take(), rule="paragraph")
    first = paragraphs(stanza, cursor.margin)[0]
    return Block("paragraph", cursor.take_lines(len(first)), rule="paragraph")


def _attributes(cursor: Cursor, number: int) -> bool:
    """Whether the lines of the stanza from `number` on are an attribution."""
    stanza = cursor.peek()
    assert stanza is not None
    start, end = stanza.lines[number].span.start, stanza.span.end
    if end - start > MAX_LENGTH:
        return False  # before anything is cut out: a stanza may have a hundred thousand lines
    return parse_attribution(cursor.source.text[start:end], cursor.language) is not None
