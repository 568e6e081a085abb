"""Verse that goes on in small letters: told by where all its lines break, for none shows it by a capital."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from edition.converter.segment.lines import Stanza
from edition.converter.segment.turns.measure import begins_like_verse
from edition.converter.segment.verse.stanzas import words_of_line

_FEWEST = 8  # lines
_WIDEST = 62  # characters that nearly no line exceeds
_MOST = 0.98  # of all lines
_SAMPLE = 40  # stanzas after which a text with longer lines is given up
_ROOM = 0.35  # of all lines must leave room for the next word: prose leaves it at few
_SMALL = 0.25  # of all lines must go on in small letters
_WORDS = 2.5  # of a line, at least: a list of words has fewer
_PROSE = 0.25  # of the lines may stand in paragraphs
_PROSE_LINE = 60  # characters: so many of a paragraph weigh as much as a line
_ODD = 0.15  # of all lines may begin with no letter
_OPENERS = "“”„«»\"'‘’¡¿([—–-…. _"
_LONG = 90  # characters of a line that is a paragraph


def breaks_as_verse(stanzas: Sequence[Stanza]) -> int:
    """How many lines break as verse does, where nearly all do; 0 for other text."""
    lines: list[str] = []
    pairs: list[tuple[str, str]] = []
    prose = 0
    for index, stanza in enumerate(stanzas):
        if len(stanza.lines) == 1:
            prose += len(stanza.text) // _PROSE_LINE if len(stanza.text) > _LONG else 0
            continue
        texts = [words_of_line(line) for line in stanza.lines]
        lines.extend(texts)
        pairs.extend(pairwise(texts))
        if index == _SAMPLE and _width(lines) > _WIDEST:
            return 0
    if len(lines) < _FEWEST or prose > _PROSE * len(lines):
        return 0
    if sum(not line.lstrip(_OPENERS)[:1].isalpha() for line in lines) > _ODD * len(lines):
        return 0  # a list, a chat, a table
    width = _width(lines)
    if width > _WIDEST or sum(len(line.split()) for line in lines) < _WORDS * len(lines):
        return 0
    roomy = sum(len(line) + 1 + len(following.split(None, 1)[0]) <= width for line, following in pairs)
    small = sum(not begins_like_verse(following) for _, following in pairs)
    return len(lines) if roomy >= _ROOM * len(pairs) and small >= _SMALL * len(pairs) else 0


def _width(lines: Sequence[str]) -> int:
    return sorted(map(len, lines))[int(len(lines) * _MOST)] if lines else 0
