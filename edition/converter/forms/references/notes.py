"""Notes that are references and nothing else: "12. Hale, The Mill at Orrin (Leeds: Fenn, 1911), p. 4"."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.forms.references.reference import Reference, read_reference
from edition.converter.languages import Language

_LABEL = re.compile(r"\s*(?:\[[^\[\]\n]{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)]?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})\s*")
_LONGEST = 400  # characters
_PARTED = re.compile(r";\s+")
_CONVINCING = 0.45  # score of a reading: a sentence reaches less
_FACTS = ("date", "biblScope", "publisher", "pubPlace", "idno")


class Noted(NamedTuple):
    """A reference in a note, between two offsets of it."""

    start: int
    end: int
    reference: Reference


def references_of_note(text: str, language: Language) -> list[Noted]:
    """The references that a note is made of, parted by semicolons; none where it says more."""
    if len(text) > _LONGEST:
        return []
    label = _LABEL.match(text)
    found: list[Noted] = []
    for begin, end in _references(text, label.end() if label else 0):
        start = begin + _lead(text[begin:end], language)
        read = read_reference(text[start:end], language)
        facts = any(read.all(element) for element in _FACTS)
        sure = read.score >= _CONVINCING and read.all("author") and read.all("title") and facts
        if not (sure or read.same):
            return []
        found.append(Noted(start, end, read))
    return found


def _references(text: str, start: int) -> list[tuple[int, int]]:
    """The stretches between semicolons, without the blanks and stops at their ends."""
    edges = [(m.start(), m.end()) for m in _PARTED.finditer(text, start)]
    begins = [start, *(after for _, after in edges)]
    ends = [*(before for before, _ in edges), len(text)]
    return [(a, a + len(text[a:b].rstrip())) for a, b in zip(begins, ends, strict=True) if text[a:b].strip()]


def _lead(text: str, language: Language) -> int:
    """The length of a word such as "See" before a reference."""
    words = text.split(None, 3)
    for count in (2, 1):
        said = " ".join(fold(word).strip(".,") for word in words[:count])
        if len(words) > count and said in language.references.see:
            return text.index(words[count])
    return 0
