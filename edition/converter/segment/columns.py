"""Lines that say in words which page or column begins: "[Page H1234]", "12 May 1904 : Column 318"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.lines import Stanza

_LONGEST = 60  # characters
_LINE = re.compile(
    r"(?P<open>[\[({]{0,2})(?:[^:]{1,30}\s?:\s)?(?P<word>[^\W\d_]{2,10})\.?\s?(?:[Nn]o\.\s?)?"
    r"(?P<n>[A-Z]{0,2}\d{1,6}[A-Z]{0,3})[\])}]{0,2}"
)
_FEWEST = 2  # lines without brackets of one word


def said_pages(stanzas: Sequence[Stanza], language: Language) -> dict[int, str]:
    """The stanzas that are such a line, by index, with what they give as the number.

    In brackets one is enough; without them a heading may be meant, unless there are several.
    """
    words = language.structure.columns
    bare: dict[str, dict[int, str]] = defaultdict(dict)
    found: dict[int, str] = {}
    for index, stanza in enumerate(stanzas):
        line = stanza.lines[0].text
        if len(stanza.lines) > 1 or len(line) > _LONGEST or not any(map(str.isdigit, line[-6:])):
            continue
        match = _LINE.fullmatch(line)
        if match is None or words.isdisjoint(words_of(match["word"])):
            continue
        if match["open"] or ":" in line:
            found[index] = match["n"]
        else:
            bare[match["word"].lower()][index] = match["n"]
    for row in bare.values():
        if len(row) >= _FEWEST:
            found.update(row)
    return found
