"""A name that was found in running text, and the words of it: where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from edition.converter.forms.letters import APOSTROPHES, LOWER, UPPER
from edition.converter.forms.names import name_particles, name_suffixes, suffix_pattern
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_LOOK = 32  # characters before a name
_PARTED = re.compile(rf"[-‐]\n[ \t]*[{LOWER}]{{2,40}}(?!\w)")
_WORD = re.compile(r"\S+")
WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)\.?\s+$")
WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")


class NameFound(NamedTuple):
    """A name between two offsets of the text, without possessive ending; `rule` says how it was told."""

    start: int
    end: int
    rule: str


class Word(NamedTuple):
    """A word between two offsets of the text."""

    text: str
    start: int
    end: int


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text."""
    return [Word(word.group(), *word.span()) for word in _WORD.finditer(text, start, end)]


def just_before(text: str, offset: int) -> str:
    """The little that stands before an offset."""
    return text[max(0, offset - _LOOK) : offset]


def is_possessive(word: str, language: Language) -> bool:
    """Whether a word has the ending of what belongs to someone."""
    return any(ending[0] in APOSTROPHES and word.endswith(ending) for ending in language.persons.possessives)


def is_weekday_after(kept: Sequence[Word], word: Word, language: Language) -> bool:
    """Whether a weekday stands after the words of a name that has its surname: "told Clara Lake Wednesday",
    not "Joe Friday".
    """
    whole = len(kept) > 1 or (bool(kept) and kept[-1].text not in given_names())
    return whole and word.text in language.dates.weekday_names


def ended(words: list[Word]) -> list[Word]:
    """The words without initials and particles at the end."""
    while words and (words[-1].text.endswith(".") and words[-1].text not in name_suffixes()):
        words.pop()
    while words and words[-1].text.casefold() in name_particles() and not words[-1].text[0].isupper():
        words.pop()
    return words


def trimmed(text: str, start: int, end: int, rule: str, language: Language) -> NameFound:
    """The name without the possessive ending that belongs to the sentence, and whole over a line's end."""
    for ending in sorted(language.persons.possessives, key=len, reverse=True):
        if ending[0] in APOSTROPHES and text[start:end].endswith(ending):
            return NameFound(start, end - len(ending), rule)
    if text[end : end + 1] == "." and text[start:end].rsplit(maxsplit=1)[-1] + "." in name_suffixes():
        end += 1
    suffix = _suffix_after().match(text, end)
    if suffix is not None:
        return NameFound(start, suffix.end(), rule)
    parted = _PARTED.match(text, end)
    return NameFound(start, parted.end() if parted is not None else end, rule)


@cache
def _suffix_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:{suffix_pattern()})(?!\w)")
