"""Whether lines are verse: a printer breaks prose where the next word has no room, and verse before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from edition.converter.segment.lines import Line, Stanza

_NARROWEST = 58  # characters: no margin is narrower
_LONG = 160  # characters: a line longer than this was never broken
_OPENERS = "“„«\"'‘’([—–-…_."


def width_of(stanzas: Iterable[Stanza]) -> int:
    """The width to which a text was set, in characters: most lines that are not the last are not longer."""
    lengths = sorted(
        line.indent + len(line.text)
        for stanza in stanzas
        for line in stanza.lines[:-1]
        if len(line.text) <= _LONG
    )
    if not lengths:
        return _NARROWEST
    return max(_NARROWEST, lengths[int(len(lengths) * 0.8)])


def room_left(lines: Sequence[str], width: int) -> float:
    """The share of lines, the last aside, after which the next line's first word would have had room."""
    if len(lines) < 2:
        return 0.0
    roomy = sum(
        len(line) + 1 + len(following.split(None, 1)[0]) <= width - 1 for line, following in pairwise(lines)
    )
    return roomy / (len(lines) - 1)


def begins_like_verse(line: str) -> bool:
    """Whether a line begins as lines of verse do, with a capital."""
    letter = line[:1]
    if letter in _OPENERS:
        letter = line.lstrip(_OPENERS)[:1]
    return letter.isupper() or letter.isdigit() or not letter


def is_verse(lines: Sequence[str], width: int) -> bool | None:
    """Whether lines are verse; None where two few lines stand together to tell."""
    if max(map(len, lines), default=0) > _LONG:
        return False
    if len(lines) < 2:
        return None
    capitals = sum(map(begins_like_verse, lines)) / len(lines)
    room = room_left(lines, width)
    if len(lines) == 2:
        return capitals == 1 and room == 1 and len(lines[0]) <= 0.85 * width
    return capitals >= 0.75 and room >= 0.6


def shared(line: Line, margin: int) -> bool:
    """Whether a line is set so far in that it goes on where another speaker's verse line broke off."""
    return line.indent >= margin + 8
