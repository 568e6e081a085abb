"""A closing that is run into the last paragraph of a letter, and a name that is run into the formula."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.languages import Language
from edition.converter.segment.endings import is_initials, is_signature
from edition.converter.segment.letter.parts import closes, takes_leave
from edition.converter.segment.lines import Line, Stanza
from edition.model import Span

_RUN_IN = 110  # characters of a closing that is run into the last paragraph
_RUN_IN_LINES = 3
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+|[—–]\s?|--\s?")


def cut_closer(stanza: Stanza, language: Language) -> tuple[Stanza, Stanza] | None:
    """A last paragraph and the closing that is run into it ("… of importance. Yours truly, J. DACE.").

    None where no short sentence with a formula and a name ends the paragraph.
    """
    lines = stanza.lines
    for number in range(max(0, len(lines) - _RUN_IN_LINES), len(lines)):
        for stop in _STOP.finditer(lines[number].text):
            above, rest = _cut(lines[number], stop.end())
            foot = with_name((rest, *lines[number + 1 :]), language) if rest.text else None
            if foot is not None:
                return Stanza((*lines[:number], above)), Stanza(foot)
        ended = number > 0 and lines[number - 1].text[-1] in ".!?…—–-"
        foot = with_name(lines[number:], language) if ended else None
        if foot is not None:
            return Stanza(lines[:number]), Stanza(foot)
    return None


def with_name(tail: Sequence[Line], language: Language) -> tuple[Line, ...] | None:
    """The lines of a closing with the name as a line of its own; None for another sentence."""
    text = " ".join(line.text for line in tail)
    last = tail[-1]
    if len(text) > _RUN_IN or not text[0].isupper() or text[-1] in "?!:;,":
        return None
    comma = last.text.rfind(", ")
    if comma > 0 and len(tail) > 1 and tail[-2].text.endswith(","):
        first, _ = _cut(last, comma)
        if closes(tail[:-1], language) and is_signature(first, language):
            return tuple(tail)  # "Yours truly, / J. DACE, Secretary."
    if comma < 0:
        named = len(tail) > 1 and tail[-2].text.endswith(",") and is_signature(last, language)
        return tuple(tail) if named and closes(tail[:-1], language) else None
    over, name = _cut(last, comma + 1)
    formula = (*tail[:-1], over)
    named = is_signature(name, language) or is_initials(name)
    if not named or not (closes(formula, language) or takes_leave(formula, language)):
        return None
    return (*formula, name)


def _cut(line: Line, at: int) -> tuple[Line, Line]:
    """A line in two, without the blanks between."""
    first, rest = line.text[:at].rstrip(), line.text[at:].lstrip()
    start, end = line.span
    return (
        line._replace(text=first, span=Span(start, start + len(first))),
        line._replace(text=rest, span=Span(end - len(rest), end), blanks=0),
    )
