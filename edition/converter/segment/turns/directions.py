"""Stage directions and reactions: brackets and italics in which nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.converter.segment.lines import Line
from edition.model import Span

_BRACKETS = re.compile(r"[()\[\]]")
_ITALICS = re.compile(r"(?<![\w_])_(?=[^\s_])[^_]{1,600}_(?![\w_])")
_CLOSES = {")": "(", "]": "["}
_TRAILING = re.compile(r"[.,:;!?…]{0,3}(?:\s*(?:--|—|–)+)?")
_LEADING = re.compile(r"(?:\s|,|--|—|–|\.(?=\s*[(\[]))*")
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE_BEGINS = re.compile(r"[.;]\s+([^\W\d_]+)")
_SHORT = 90  # characters of a line that only says who comes and goes
_LONGEST = 6_000  # characters of a direction


class Direction(NamedTuple):
    """A stretch in brackets or italics; `sign` is the mark that opens it."""

    span: Span
    sign: str


def brackets(text: str, start: int, end: int, signs: str, *, open_ended: bool = False) -> list[Direction]:
    """The outermost brackets between two offsets that open with one of `signs`, each closed, in order.

    With `open_ended`, a square bracket that stands apart and is never closed reaches to the end of its line,
    as old printers set "[Exit.".
    """
    found: list[Direction] = []
    open_: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text, start, end):
        sign = match.group()
        if sign in "([":
            open_.append((sign, match.start()))
        elif open_ and open_[-1][0] == _CLOSES[sign]:
            opened, at = open_.pop()
            if opened in signs and match.end() - at <= _LONGEST:
                while found and found[-1].span.start > at:
                    found.pop()
                found.append(Direction(Span(at, match.end()), opened))
    if open_ended and "[" in signs:
        for sign, at in open_:
            if sign == "[" and (at == start or text[at - 1] == "\n" or text[max(start, at - 2) : at] == "  "):
                line_end = text.find("\n", at, end)
                found.append(Direction(Span(at, line_end if line_end > 0 else end), sign))
        found.sort()
    return found


def italics(text: str, start: int, end: int) -> list[Direction]:
    """What stands between underscores, in order."""
    return [Direction(Span(*match.span()), "_") for match in _ITALICS.finditer(text, start, end)]


def with_marks(text: str, span: Span, floor: int, ceiling: int) -> Span:
    """A direction with the stop or dash that belongs to it, on both sides, and the italics around it."""
    start, end = span
    while start > floor and text[start - 1] == "_":
        start -= 1
    while end < ceiling and text[end] == "_":
        end += 1
    match = _TRAILING.match(text, end, ceiling)
    return Span(start, match.end() if match else end)


def leading_blank(text: str, start: int, end: int) -> int:
    """The offset at which, after blanks, commas and dashes, the next thing begins."""
    match = _LEADING.match(text, start, end)
    return match.end() if match else start


def says_movement(line: Line, language: Language) -> bool:
    """Whether a short line begins with who comes or goes ("Enter SERVANT", "_Exeunt._"), unsaid."""
    words = line.text.strip(" _")
    first = _WORDS.match(words)
    if first is None or len(words) > _SHORT or not words[0].isupper() or words[-1] in ",;:!?-—–":
        return False
    moving = language.turns.movements
    return fold(first.group()) in moving and not speaks(words, language)


def is_reaction(words: str, language: Language) -> bool:
    """Whether what stands in brackets is something an audience does ("Applause.", "Heiterkeit – Zurufe")."""
    found = [fold(match.group()) for match in _WORDS.finditer(words[:200])][:8]
    table = language.turns.reactions
    return any(word in table for word in found) or any(f"{a} {b}" in table for a, b in pairwise(found))


def says_procedure(words: str, language: Language) -> bool:
    """Whether a few words in brackets hold one that says what a sitting does ("Carried")."""
    return any(fold(match.group()) in language.turns.procedure for match in _WORDS.finditer(words[:80]))


def is_procedure(words: str, language: Language) -> bool:
    """Whether words say what a sitting does ("The session was adjourned at ten o'clock.")."""
    found = [fold(match.group()) for match in _WORDS.finditer(words[:200])]
    return sum(word in language.turns.procedure for word in found) >= 2


def kind_of(words: str, language: Language) -> str:
    """The type of a direction (Guidelines 7.2.4): entrance, exit, delivery, or business."""
    found = [fold(match.group()) for match in _WORDS.finditer(words[:120])][:6]
    found += [fold(match[1]) for match in _SENTENCE_BEGINS.finditer(words[:400])]
    table = language.turns
    if " ".join(found[:2]) in table.asides:
        return "business"
    entrance = any(word in table.entrances for word in found)
    leaving = any(word in table.exits for word in found)
    if entrance and leaving:
        return "mixed"
    if entrance:
        return "entrance"
    return "exit" if leaving else "business"


def speaks(words: str, language: Language) -> bool:
    """Whether words are someone's speech: they say I, or you."""
    return any(fold(match.group()) in language.turns.speaking for match in _WORDS.finditer(words))


def covered(text: str, span: Span, directions: Sequence[Direction]) -> Iterator[Span]:
    """The directions that fill `span`, stops and blanks aside; none where anything else stands in it."""
    position = span.start
    taken: list[Span] = []
    for direction in directions:
        if direction.span.start < position or direction.span.end > span.end:
            continue
        if text[position : direction.span.start].strip(" \t\n\r\u00a0_"):
            return
        whole = with_marks(text, direction.span, position, span.end)
        taken.append(whole)
        position = whole.end
    if taken and not text[position : span.end].strip(" \t\n\r\u00a0_"):
        yield from taken


def filling(own: Sequence[Span], span: Span, text: str) -> list[Span]:
    """The directions of a stretch that holds nothing else, so that every mark is in one of them."""
    starts = [span.start, *(one.start for one in own[1:])]
    ends = [*(following.start for following in own[1:]), span.end]
    return [
        Span(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)
    ]
