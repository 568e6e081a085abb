"""A poem, or several: what stands between them are titles and numbers."""

from __future__ import annotations

import re

from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import figures
from edition.converter.segment.prose.parts import section_break
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import density
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, width_of
from edition.model import Annotation, Block, Span, spanning

_ENOUGH = 0.8  # of the lines must stand in verse
_LONGEST = 90  # characters of a line of verse
_NUMBERED = re.compile(r"\s{2,}(\d{1,4})$")
_STEPS = (5, 10, 4)  # every which line a printer numbers


def weigh(text: Text) -> Evidence:
    """How much speaks for verse: nearly every line breaks before the margin and begins with a capital."""
    width = width_of(text.stanzas)
    lines = verse = 0
    for stanza in text.stanzas:
        texts = [line.text for line in stanza.lines]
        lines += len(texts)
        if len(texts) > 1 and is_verse(texts, width) and max(map(len, texts)) <= _LONGEST:
            verse += len(texts)
    if lines < 4 or verse < _ENOUGH * lines or density(text) > 0.3:
        return Evidence(0)
    return Evidence(0.75, f"{verse} of {lines} lines break like verse")


def read(text: Text) -> Reading:
    """The blocks of poems: divisions where there are several, stanzas as `lg`."""
    stanzas = text.stanzas
    titles = [index for index in range(len(stanzas)) if _is_title(stanzas, index)]
    several = len(titles) > 1
    step = _step(text)
    items: list[Block | Opening] = []
    marks: list[Annotation] = []
    for index, stanza in enumerate(stanzas):
        parted = section_break(stanza)
        if parted is not None:
            items.append(parted)
        elif index in titles:
            _title(stanza, items, several=several and not (index == 0 and titles[:2] == [0, 1]))
        elif len(stanza.lines) == 1 and not begins_like_verse(stanza.lines[0].text):
            items.append(Block("paragraph", stanza.span, rule="paragraph"))
        else:
            items.append(_stanza(stanza, step, marks))
    return Reading(divide(items), tuple(marks))


def _title(stanza: Stanza, items: list[Block | Opening], *, several: bool) -> None:
    head = Block("head", stanza.span, rule="title of a poem")
    if several:
        items.append(Opening(1, head, "poem", figures(stanza.text.strip(".:").casefold())))
    else:
        items.append(head)


def _is_title(stanzas: tuple[Stanza, ...], index: int) -> bool:
    """A line alone over a stanza: a numeral, capitals, or what white space or the beginning sets off."""
    stanza = stanzas[index]
    following = stanzas[index + 1] if index + 1 < len(stanzas) else None
    text = stanza.text
    if following is None or len(stanza.lines) > 2 or len(text) > 80 or text.endswith((",", ";")):
        return False
    if len(stanza.lines) == 2 and not text.isupper():
        return False
    numeral = bool(figures(text.strip(".:").casefold()))
    set_off = stanza.lines[0].blanks >= 2 or index == 0
    return numeral or text.isupper() or (set_off and not text.endswith((".", "!", "?")))


def _stanza(stanza: Stanza, step: int, marks: list[Annotation]) -> Block:
    least = min(line.indent for line in stanza.lines)
    lines = tuple(_line(line, least, step, marks) for line in stanza.lines)
    return spanning("verse", lines, rule="stanza", attributes=(("type", "stanza"),))


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


def _step(text: Text) -> int:
    """Every which line bears a number in the margin; 0 where none does."""
    found = [int(m[1]) for line in text.lines if (m := _NUMBERED.search(line.text)) is not None]
    for step in _STEPS:
        if found and found == [step * (i + 1) for i in range(len(found))]:
            return step
    return 0
