"""Source statements without a dash: labelled lines, or author, title and date on lines of their own."""

from __future__ import annotations

from edition.converter.forms.labels import parse_label
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.lines import Line
from edition.model import Block, Span

_SHORT = 120  # characters: a line longer than this is text


def source_lines(cursor: Cursor) -> Block | None:
    """Two or more labelled lines, or the three lines author / title / date, under a quotation.

    One labelled line could be a sentence ("Source: unknown"); two in a row are a statement.
    """
    if not cursor.has("paragraph"):
        return None
    lines = _following_lines(cursor)
    count = _labelled(lines, cursor) or _author_title_date(lines, cursor)
    if not count:
        return None
    taken: list[Span] = []
    while len(taken) < count:
        stanza = cursor.peek()
        assert stanza is not None
        step = min(len(stanza.lines), count - len(taken))
        taken.extend(line.span for line in stanza.lines[:step])
        cursor.take_lines(step)
    children = tuple(Block("source-line", span, rule="source-lines") for span in taken)
    return Block("source-lines", Span(taken[0].start, taken[-1].end), children, rule="source-lines")


def _following_lines(cursor: Cursor, most: int = 12) -> list[Line]:
    lines: list[Line] = []
    ahead = 0
    while len(lines) < most and (stanza := cursor.peek(ahead)) is not None:
        lines.extend(stanza.lines)
        ahead += 1
    return lines[:most]


def _labelled(lines: list[Line], cursor: Cursor) -> int:
    count = 0
    for line in lines:
        if len(line.text) > 2 * _SHORT or parse_label(line.text, cursor.language) is None:
            break
        count += 1
    return count if count >= 2 else 0


def _author_title_date(lines: list[Line], cursor: Cursor) -> int:
    """Author / title / date, each short and on its own line, ending the text or a stanza."""
    if len(lines) < 3 or any(len(line.text) > _SHORT for line in lines[:3]):
        return 0
    author, title, date = (line.text for line in lines[:3])
    name = parse_name(author.lstrip("—–- "), cursor.language)
    if name is None or not name.given:
        return 0
    if title.endswith((".", ":", ";", ",")) or not title.lstrip("“„«\"'‘").strip()[:1].isupper():
        return 0
    return 3 if is_date_line(date, cursor.language) else 0
