"""Stanzas of verse: their lines, how far each is set in, the numbers that a printer set beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.segment.lines import Line, Stanza
from edition.model import Annotation, Block, Span, spanning

_NUMBERED = re.compile(r"\s{2,}(\d{1,4})$")
_STEPS = (5, 10, 4, 3)  # every which line a printer numbers
_TALK = "—–- «»„“”\"'"
_TURNED = 8  # columns by which the end of a line too long for the page is set in


def numbering(lines: Sequence[Line]) -> int:
    """Every which line bears a number in the margin, counted through or anew in each poem; 0 for none."""
    found = [int(m[1]) for line in lines if (m := _NUMBERED.search(line.text)) is not None]
    if not found:
        return 0
    for step in _STEPS:
        before = [0, *found[:-1]]
        if all(n in (last + step, step) for last, n in zip(before, found, strict=True)):
            return step
    return 0


def words_of_line(line: Line) -> str:
    """A line without the number in its margin and without the dash or mark before what is said in it."""
    text = _NUMBERED.sub("", line.text) if "  " in line.text or "\t" in line.text else line.text
    return (text.lstrip(_TALK) or text) if text[0] in _TALK else text


def stanza_block(stanza: Stanza, step: int, marks: list[Annotation], kind: str = "stanza") -> Block:
    """A stanza as `lg`; the numbers in its margin are added to `marks`."""
    least = min(line.indent for line in stanza.lines)
    lines: list[Block] = []
    for line in stanza.lines:
        if lines and _is_turned(line, least):
            # What had no room on the page is the end of the line above.
            whole = Span(lines[-1].span.start, line.span.end)
            lines[-1] = Block("verse-line", whole, rule="verse", attributes=lines[-1].attributes)
            continue
        lines.append(_line(line, least, step, marks))
    return spanning("verse", tuple(lines), rule="stanza", attributes=(("type", kind),))


def _is_turned(line: Line, least: int) -> bool:
    return line.text[0] == "[" and line.indent >= least + _TURNED and "]" not in line.text


def _line(line: Line, least: int, step: int, marks: list[Annotation]) -> Block:
    attributes: tuple[tuple[str, str], ...] = ()
    match = _NUMBERED.search(line.text)
    if match is not None and step and int(match[1]) % step == 0:
        span = Span(line.span.start + match.start(1), line.span.end)
        marks.append(Annotation("fw", span, (("type", "lineNum"),), "line number in the margin"))
        attributes = (("n", match[1]),)
    deeper = (line.indent - least) // 2
    if deeper > 0:
        attributes = (*attributes, ("rend", f"indent{min(deeper, 9)}"))
    return Block("verse-line", line.span, rule="verse", attributes=attributes)
