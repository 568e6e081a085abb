"""Verses of scripture, which editions number without a stop ("2 And he arose", "1:3 And the miller said")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates import find_dates
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, Span

RULE = "numbered verse of scripture"
_FEWEST = 3  # verses in one stanza
_LONG = 70  # characters of the longest at the least: the lines of a poem are shorter
_WORDS = 5  # of a verse, of half of them at the least
_VERSE = re.compile(r"(\d{1,3})\s+[^\W\d_“„«\"'‘(]|(\d{1,3})\s+[“„«\"'‘(]?[^\W\d_]")
_CHAPTER = re.compile(r"(\d{1,3}):(\d{1,3})\s+\S")


def verses(stanza: Stanza, language: Language) -> tuple[Block, ...]:
    """The verses of a stanza whose lines begin with numbers that go up by one; none for other text.

    Days of a month go up too, and so do the items of a list, which are shorter.
    """
    groups: list[list[Line]] = []
    numbers: list[int] = []
    for line in stanza.lines:
        match = _VERSE.match(line.text)
        number = int(match[1] or match[2]) if match is not None else 0
        if number and (not numbers or number == numbers[-1] + 1):
            groups.append([line])
            numbers.append(number)
        elif groups:
            groups[-1].append(line)
        else:
            return ()
    long = sum(len(" ".join(line.text for line in lines).split()) >= _WORDS for lines in groups)
    longest = max((sum(len(line.text) for line in lines) for lines in groups), default=0)
    if len(numbers) < _FEWEST or 2 * long < len(groups) or longest <= _LONG:
        return ()
    if any(found.start == 0 for lines in groups for found in find_dates(lines[0].text, language)):
        return ()
    return tuple(_block(lines, str(n)) for lines, n in zip(groups, numbers, strict=True))


def chaptered(stanzas: Sequence[Stanza], index: int) -> Block | None:
    """A stanza that begins with chapter and verse, beside another that does ("1:1 In the beginning")."""
    match = _CHAPTER.match(stanzas[index].lines[0].text)
    if match is None:
        return None
    here = (int(match[1]), int(match[2]))
    for other in (index - 1, index + 1):
        near = _CHAPTER.match(stanzas[other].lines[0].text) if 0 <= other < len(stanzas) else None
        if near is None:
            continue
        there = (int(near[1]), int(near[2]))
        first, second = (there, here) if other < index else (here, there)
        if second in ((first[0], first[1] + 1), (first[0] + 1, 1)):
            return _block(stanzas[index].lines, f"{here[0]}:{here[1]}")
    return None


def _block(lines: Sequence[Line], n: str) -> Block:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Block("scripture", span, rule=RULE, attributes=(("type", "verse"), ("n", n)))
