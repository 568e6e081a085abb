"""The masthead above a piece: title, number and date of the periodical, one line or several."""

from __future__ import annotations

from edition.converter.forms.masthead import MastheadLine, is_date_line, names_periodical, parse_masthead_line
from edition.converter.segment.article.cursor import Cursor
from edition.model import Block, Span

_MOST_LINES = 4


def masthead(cursor: Cursor) -> Block | None:
    """Lines at the start that say nothing but which issue this is: proved by a number or a date.

    A title alone proves nothing, and neither does a date alone: the first line must name an issue,
    or be a title that periodicals have, and a date must follow or stand in it, or the number be there.
    """
    if cursor.blocks:
        return None
    lines = [line for ahead in range(_MOST_LINES) if (s := cursor.peek(ahead)) for line in s.lines][
        :_MOST_LINES
    ]
    taken: list[MastheadLine] = []
    dated = False
    for number, line in enumerate(lines):
        parsed = parse_masthead_line(line.text, cursor.language)
        if parsed is None or (number and parsed.has("title") and any(line.has("title") for line in taken)):
            if number == 0 and len(lines) > 1 and _title_above(line.text, lines[1].text, cursor):
                taken.append(MastheadLine(()))
                continue
            break
        if number == 0 and not parsed.has("title") and not is_date_line(line.text, cursor.language):
            return None
        taken.append(parsed)
        dated = dated or parsed.has("date")
        if dated and any(line.has("title") for line in taken):
            break
    numbered = any(line.has("biblScope", "issue") or line.has("biblScope", "volume") for line in taken)
    titled = any(
        names_periodical(line.text, cursor.language)
        for line, parts in zip(lines, taken, strict=False)
        if not parts.parts or parts.has("title")
    )
    if not any(not parts.parts or parts.has("title") for parts in taken):
        return None  # a date alone names no periodical
    if not taken or not (dated or numbered) or not (numbered or titled):
        return None
    if len(taken) == sum(len(stanza.lines) for stanza in cursor.stanzas):
        return None  # nothing stands under it: a card or a title, not a piece
    spans: list[Span] = []
    while len(spans) < len(taken):
        stanza = cursor.peek()
        assert stanza is not None
        count = min(len(stanza.lines), len(taken) - len(spans))
        spans.extend(line.span for line in stanza.lines[:count])
        cursor.take_lines(count)
    children = tuple(Block("masthead-line", span, rule="masthead") for span in spans)
    return Block("masthead", spans[0]._replace(end=spans[-1].end), children, rule="masthead")


def _title_above(first: str, second: str, cursor: Cursor) -> bool:
    """A title on a line of its own over a line of numbers ("Vorwärts" / "Nr. 12, 3. Mai 1919")."""
    parsed = parse_masthead_line(second, cursor.language)
    if parsed is None or parsed.has("title") or len(first) > 60 or first.endswith((".", ":", ";", ",")):
        return False
    return parsed.has("biblScope", "issue") or (
        is_date_line(second, cursor.language) and names_periodical(first, cursor.language)
    )
