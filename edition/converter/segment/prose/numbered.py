"""Headings that papers and reports number ("1. Introduction", "2.1 Apparatus"), told by their going up.

A list counts too: its items stand under one another, and a heading stands over text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.letters import UPPER
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import Heading

_LONGEST = 90  # characters
_MOST_WORDS = 12
_FEWEST = 3  # headings of the first rank
_OVER_TEXT = 0.6  # of them stand over text, or over a heading of the next rank
_ABOVE = frozenset({"part", "chapter"})  # what may stand over the first rank
_HEAD = re.compile(rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})\.?[ \t\u00a0]+(?P<title>[{UPPER}“„«\"].*)")


def with_numbered(stanzas: Sequence[Stanza], heads: Sequence[Heading | None]) -> Sequence[Heading | None]:
    """The headings with those that are numbered in order, if there are enough of them."""
    found = {i: number for i, stanza in enumerate(stanzas) if (number := _number(stanza)) is not None}
    taken: dict[int, tuple[int, ...]] = {}
    current: tuple[int, ...] = (0,)
    for index, number in found.items():
        if _follows(current, number) and index + 1 < len(stanzas):
            taken[index] = current = number
    first = [index for index, number in taken.items() if len(number) == 1]
    over = sum(index + 1 not in found or len(found[index + 1]) > 1 for index in first)
    if len(first) < _FEWEST or over < _OVER_TEXT * len(first):
        return heads
    kept = list(heads)
    chapters = any(found is not None and found.sure and found.type in _ABOVE for found in heads)
    for index, number in taken.items():
        if kept[index] is None:
            n = ".".join(map(str, number))
            kept[index] = Heading("section", 1 + chapters + len(number), n)
    return kept


def _number(stanza: Stanza) -> tuple[int, ...] | None:
    """The number of a line that could be such a heading, rank by rank; None for other text."""
    text = stanza.text
    if len(stanza.lines) > 1 or len(text) > _LONGEST or text[-1] in ".,;:?!":
        return None
    match = _HEAD.fullmatch(text)
    if match is None or len(match["title"].split()) > _MOST_WORDS:
        return None
    return tuple(int(part) for part in match["n"].split("."))


def _follows(current: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a number is the next of its rank, or the first of a deeper one."""
    if len(number) > len(current):
        return number[:-1] == current and number[-1] == 1
    return number[:-1] == current[: len(number) - 1] and number[-1] == current[len(number) - 1] + 1
