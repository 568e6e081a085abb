"""Whether lines are a reference: what a reading finds in them, and how well it goes together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.references import may_point_back, read_reference
from edition.converter.languages import Language
from edition.converter.segment.bibliography.entries import Entry
from edition.model import Source

_LONGEST = 1_500  # characters
_SHORTEST = 8
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_FACTS = ("date", "biblScope", "pubPlace", "publisher", "idno", "ref")
_CONVINCING = 0.12  # score of a reading
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_SMALL = 0.62  # of the words of a reference that begin with a small letter


def hints(text: str) -> bool:
    """Whether a text has what nearly all references have, a year: to be asked before a reading."""
    return _SHORTEST <= len(text) <= _LONGEST and _YEAR.search(text) is not None


def is_reference(entry: Entry, source: Source, language: Language, *, listed: bool = False) -> bool:
    """Whether the lines of an entry are one reference. One that is `listed` under a heading needs less."""
    text = source.text[entry[0].span.start : entry[-1].span.end]
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    if not listed and _is_sentence(text) and not may_point_back(text, language):
        return False
    read = read_reference(text, language)
    if read.repeats or read.same:
        return True
    facts = sum(bool(read.all(element)) for element in _FACTS)
    named = bool(read.all("author") or read.all("editor"))
    titled = bool(read.all("title"))
    if not listed and _is_sentence(text):
        return False
    if not titled and not (read.all("ref") or read.all("idno")):
        return False
    floor = _CONVINCING - 0.25 if listed else _CONVINCING
    return read.score >= floor and facts >= 1 and (named or facts >= 2 or listed)


def _is_sentence(text: str) -> bool:
    """Whether more of the words begin with small letters than do in a reference."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].islower() for word in words) > _MOST_SMALL * len(words)


def share(found: Sequence[Entry], source: Source, language: Language, *, listed: bool = False) -> float:
    """How many of the entries are references, from 0 to 1."""
    if not found:
        return 0.0
    return sum(is_reference(entry, source, language, listed=listed) for entry in found) / len(found)
