"""How much speaks for verse: lines that break before the margin and begin with a capital."""

from __future__ import annotations

import re
from itertools import pairwise

from edition.converter.segment.diary import has_entry_lines
from edition.converter.segment.endings import looks_like_address
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import is_contents
from edition.converter.segment.prose.numbered_verses import verses
from edition.converter.segment.prose.parts import note_label, own_list
from edition.converter.segment.text import Evidence, Text
from edition.converter.segment.turns import density
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, width_of
from edition.converter.segment.verse.breaks import breaks_as_verse
from edition.converter.segment.verse.stanzas import words_of_line

LONGEST_LINE = 90
"""Characters of a line of verse."""
_COUNT = re.compile(r"(\d{1,4})[.)]?\s")
_ENOUGH = 0.8  # of the lines must stand in verse
_SPOKEN = 0.3  # turns a stanza, from which on a text is no poem
_TOLD = 800  # lines, most of them prose, after which no more are looked at
_FEWEST = 3  # lines of verse that show it
_EARLY = 0.75  # of the width: lines in small letters that break so early may be verse
_PROSE_LINE = 60  # characters: so many of a paragraph weigh as much as a line


def weigh(text: Text) -> Evidence:
    """How much speaks for verse: nearly every line breaks before the margin and begins with a capital.

    Lines that stand alone (titles, numbers, refrains, names and dates) say nothing for or against it.
    """
    width = width_of(text.stanzas)
    lines = verse = alone = doubtful = 0
    for stanza in text.stanzas:
        if len(stanza.lines) == 1:
            long = len(stanza.text) > LONGEST_LINE
            lines += len(stanza.text) // _PROSE_LINE if long else 0
            alone += not long
            continue
        count = len(stanza.lines)
        if looks_like_verse(stanza, width) and not verses(stanza, text.language):
            lines, verse = lines + count, verse + count
        elif _may_be_verse(stanza, width):
            doubtful += count
        elif note_label(stanza, text.language) is None and not is_contents(stanza, text.language):
            lines += count
            if lines > _TOLD and 2 * verse < lines:
                break
    if verse < max(_FEWEST, _ENOUGH * lines) or max(alone, doubtful) > verse:
        small = breaks_as_verse(text.stanzas)
        if not small or density(text) > _SPOKEN:
            return Evidence(0)
        return Evidence(0.7, f"{small} lines break like verse, many in small letters")
    diary = any(has_entry_lines(stanza, text.source, text.language) for stanza in text.stanzas)
    if diary or density(text) > _SPOKEN:
        return Evidence(0)
    return Evidence(0.75, f"{verse} of {lines} lines break like verse")


def looks_like_verse(stanza: Stanza, width: int) -> bool:
    """Whether the lines of a stanza break as verse does, in a text of lines `width` characters long."""
    if max(len(line.text) for line in stanza.lines[:-1]) >= max(width, LONGEST_LINE):
        return False
    if _counts(stanza):
        return False
    texts = [words_of_line(line) for line in stanza.lines]
    if max(map(len, texts)) > LONGEST_LINE or not is_verse(texts, width):
        return False
    return not own_list(stanza) and not looks_like_address(stanza)


def _counts(stanza: Stanza) -> bool:
    """Whether every line begins with a number, and they do not number the lines."""
    numbers = [_COUNT.match(line.text) for line in stanza.lines]
    if not all(numbers):
        return False
    counts = [int(number[1]) for number in numbers if number is not None]
    return not all(b == a + 1 for a, b in pairwise(counts))


def _may_be_verse(stanza: Stanza, width: int) -> bool:
    """Whether a stanza in small letters breaks so early that it may be verse, and shows nothing."""
    if max(len(line.text) for line in stanza.lines) > _EARLY * width:
        return False
    return begins_like_verse(words_of_line(stanza.lines[0])) and not own_list(stanza)
