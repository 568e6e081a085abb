"""Mottos: what stands set in between a heading and its text, with what it is taken from."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.turns.measure import is_verse
from edition.model import Block, Span, spanning

RULE = "motto with its source"
_SET_IN = 2  # columns
_DEEPER = 4  # columns by which the source stands further in than the words
_LONGEST = 70  # characters of a source
_MOST_LINES = 16  # of a motto
_DASHES = ("—", "–", "--", "- ")
_OPEN = "“„«\"»'‘"
_CLOSE = "”“»«\"'’"


def epigraph(stanzas: Sequence[Stanza], index: int, margin: int, width: int) -> tuple[Block, int] | None:
    """The motto that stands at `index`, and how many stanzas it takes; None for other text.

    Its source must be told: by a dash, or by standing further in, under the words or in a stanza of its own.
    The words must be set in, or in quotation marks over a source after a dash: the last line of a stanza may
    be set in too. A text must go on under it.
    """
    lines = stanzas[index].lines
    count = 1
    if index + 1 >= len(stanzas):
        return None
    if len(lines) > 1 and _is_source(lines[-1], lines[-2], margin):
        words, source = lines[:-1], lines[-1]
    else:
        following = stanzas[index + 1].lines
        if len(following) > 1 or not _is_source(following[0], lines[-1], margin):
            return None
        words, source, count = lines, following[0], 2
    quoted = words[0].text[0] in _OPEN and words[-1].text.rstrip(".,;")[-1:] in _CLOSE
    set_in = all(line.indent >= margin + _SET_IN for line in words)
    if (
        not (set_in or (quoted and source.text.lstrip("_([").startswith(_DASHES)))
        or len(words) > _MOST_LINES
        or index + count >= len(stanzas)
    ):
        return None
    bibl = Block("attribution", source.span, rule=RULE)
    return spanning("epigraph", (_words(words, width, quoted=quoted), bibl), rule=RULE), count


def _is_source(line: Line, above: Line, margin: int) -> bool:
    text = line.text.strip("_()[] ")
    if not text or len(text) > _LONGEST or text[-1] in ",;:?!":
        return False
    if text.startswith(_DASHES):
        return text.lstrip("—–- _")[:1].isupper()
    italic = line.text[0] == "_" == line.text[-1] and "_" not in above.text
    if italic and above.indent >= margin + _SET_IN:
        return True
    return line.indent >= max(above.indent, margin + _SET_IN) + _DEEPER and line.text[0] not in _OPEN


def _words(lines: Sequence[Line], width: int, *, quoted: bool) -> Block:
    """The words of a motto: verse, a quotation in its marks, or prose."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    texts = [line.text for line in lines]
    if len(lines) > 1 and is_verse(texts, width) and max(map(len, texts)) <= 0.85 * width:
        least = min(line.indent for line in lines)
        return spanning("verse", tuple(verse_line(line, least) for line in lines), rule=RULE)
    return Block("quote" if quoted else "paragraph", span, rule=RULE)


def verse_line(line: Line, least: int) -> Block:
    """A line of verse; one set in further than `least` says so (`rend`)."""
    deeper = (line.indent - least) // 2
    attributes = (("rend", f"indent{min(deeper, 9)}"),) if deeper > 0 else ()
    return Block("verse-line", line.span, rule="verse", attributes=attributes)
