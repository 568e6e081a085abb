"""How a label is written: in capitals, capitalised, loosely, as a letter; and what can be no label at all."""

from __future__ import annotations

import re
from typing import Literal

from edition.converter.forms.letters import LOWER, UPPER, fold
from edition.converter.languages import Language

Face = Literal["capitals", "capitalised", "loose", "letter", "declared"]

LONGEST = 70  # characters of a label ...
LONGEST_OFFICE = 140  # ... and of one in capitals, which may name an office at length
MOST_WORDS = 9
_MOST_WORDS_OFFICE = 18
_MOST_LOOSE = 5  # words of a label with words in small letters
_SHORT_WORD = 3  # letters of a word that may be written small in any label
_LETTERS = re.compile(r"[^\W\d_]+")
_BAD = re.compile(r"\s{3}|[;!?\"“”«»|=\\@%{}]")
_PARTICLE = re.compile(rf"[{UPPER}][{LOWER}]{{1,4}}[{UPPER}]{{3,}}")
_NUMBER = re.compile(r"\d")


def face_of(label: str, language: Language) -> Face | None:
    """How a label is written; None for what can be none."""
    words = label.split()
    if not words or len(words) > _MOST_WORDS_OFFICE or len(label) > LONGEST_OFFICE or _BAD.search(label):
        return None
    beside = language.labels.beside
    office = fold(words[0].strip(".")) in beside
    if len(words) > _MOST_LOOSE and not office and any(_is_small(word, beside) for word in words):
        return None
    letters = _LETTERS.findall(label)
    if not letters:
        return None
    if len(label) == 1:
        return "letter" if label.isupper() else None
    if len(letters) > 1 and all(len(word) == 1 and word.isupper() for word in letters):
        return "capitals"  # initials ("A. L.")
    capitals = [word for word in letters if len(word) > 1 and _in_capitals(word)]
    if capitals and (len(capitals) == len(letters) or _around_capitals(letters, capitals, language)):
        return "capitals"
    if len(words) > MOST_WORDS or len(label) > LONGEST:
        return None
    if not (letters[0][0].isupper() or _NUMBER.match(label) or is_uncased(letters[0][0])):
        return None
    if _is_office(letters, language):
        return "capitalised"
    if all(len(word) <= _SHORT_WORD or not word[0].islower() or fold(word) in beside for word in letters):
        return "capitalised"
    return "loose" if len(words) <= _MOST_LOOSE else None


def _in_capitals(word: str) -> bool:
    """Whether a word is in capitals, but for a particle written small ("McDONALD", "DeLAURO")."""
    return word.isupper() or _PARTICLE.fullmatch(word) is not None


def _around_capitals(letters: list[str], capitals: list[str], language: Language) -> bool:
    """Whether what is not in capitals stands beside a name or an office in capitals ("Mr. KLINE of Ohio",
    "The SPEAKER pro tempore").
    """
    table = language.labels
    if len(letters) <= _MOST_LOOSE and not table.roles.isdisjoint(map(fold, capitals)):
        return True
    before = ["", *letters[:-1]]
    return all(
        _in_capitals(word) or len(word) == 1 or fold(word) in table.beside or fold(other) in table.genitives
        for word, other in zip(letters, before, strict=True)
    )


def _is_office(letters: list[str], language: Language) -> bool:
    """Whether a title, an article and an office begin a label ("M. le ministre de la marine")."""
    table = language.labels
    if len(letters) < 3 or fold(letters[1]) not in table.articles:
        return False
    titled = any(fold(letters[0]) in titles for titles in (table.titles, table.men, table.women))
    return titled and fold(letters[2]) in table.roles


def _is_small(word: str, beside: frozenset[str]) -> bool:
    """Whether a word is written small that would be a capital in a label."""
    if not word[0].islower() or len(word) <= _SHORT_WORD:
        return False
    run = _LETTERS.match(word)
    return run is not None and len(run.group()) > _SHORT_WORD and fold(run.group()) not in beside


def is_uncased(character: str) -> bool:
    """A letter of a script without capitals."""
    return character.isalpha() and character.upper() == character.lower()
