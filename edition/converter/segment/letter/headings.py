"""Headings over the letters of an edition: a number, to whom a letter goes, or both.

"229." / "TO CZERNY."  "XII.--To the same."  "12. Goethe an Schiller"  "45. А. С. СУВОРИНУ"
"""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language
from edition.converter.segment.endings import folded
from edition.converter.segment.letter.parts import is_diction
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import CALLS, figures

_LONGEST = 110  # characters
_MOST_LINES = 3
_MOST_WORDS = 16
_LONG_WORD = 4  # letters
_MOST_SMALL = 2  # long words in small letters that may say to whom ("To a young friend")
_FROM = 6  # words that say who writes
_NUMBER = re.compile(
    r"[\[(]?(?:(?:No|Nr|Nro|Num|Núm|Nº|N[.°º]|№)[.\s]*)?(?P<n>[IVXLCDM]{1,9}|\d{1,4})(?P<part>[a-c*])?"
    r"(?P<stop>[.):\]]*)(?=\s|[-–—]|$)\s*(?:--?|[–—])?\s*"
)
_RUN_ON = re.compile(r"[?!;:,]$")
_STOP = re.compile(r"([^\W\d_]{3,})[.!?]\s+[^\W\d_]")
_SEPARATOR = re.compile(r"[\s,.:;()\[\]_]+|--+|[–—]")


class LetterHead(NamedTuple):
    """What a stanza says over a letter: its number in figures (empty without one), what it is.

    `kind` is "word" ("Letter XII"), "addressed" (it says to whom), "number" (nothing but a number), "named"
    (a number and words that could be a name) or "enclosed" ("Inclosure in No. 47"). `names` are those of who
    writes to whom.
    """

    n: str
    kind: str
    names: frozenset[str] = frozenset()


def letter_head(stanza: Stanza, language: Language) -> LetterHead | None:
    """What a stanza says as the heading of a letter; None for one that cannot be one."""
    if len(stanza.lines) > _MOST_LINES:
        return None
    text = CALLS.sub(" ", stanza.text).strip(" _")
    if not text or len(text) > _LONGEST:
        return None
    if _called_letter(text, language):
        return LetterHead(_count(text.split()[1].strip(".:,")), "word")
    if _is_enclosed(text, language):
        return LetterHead("", "enclosed")
    if is_diction(stanza.lines[0], language):
        return None  # "C. Plinius Tacito suo s." greets
    match = _NUMBER.match(text)
    if match is not None:
        n, rest = _count(match["n"]), text[match.end() :].strip()
        if not rest:
            return LetterHead(n, "number") if n else None
        if n and (match["stop"] or text[match.end() - 1] in "-–—"):
            if is_addressed(rest, language):
                return LetterHead(n, "addressed")
            return LetterHead(n, "named") if _could_name(rest, language) else None
    if not is_addressed(text, language):
        return None
    words = text.split()
    if fold(words[0].strip("_.,")) in language.letters.addressing:
        return LetterHead("", "addressed")
    names = frozenset(fold(word) for word in _SEPARATOR.split(text) if len(word) > 2 and word[0].isupper())
    return LetterHead("", "addressed", names - language.letters.addressing - language.labels.beside)


def _called_letter(text: str, language: Language) -> bool:
    """ "LETTER XII", "Carta primera", "Brief 12. An Lotte" """
    words = text.split()
    if len(words) < 2 or fold(words[0].strip(".:,")) not in language.letters.headings:
        return False
    number = fold(words[1].strip(".:,"))
    counted = bool(_count(words[1].strip(".:,"))) or number in language.structure.numbers
    rest = " ".join(words[2:]).strip("-–— ")
    return counted and (not rest or is_addressed(rest, language) or len(words) <= 4)


def _is_enclosed(text: str, language: Language) -> bool:
    words = folded(text)
    named = 2 <= len(words) <= _FROM and text[0].isupper() and words[0] in language.letters.enclosures
    return named and any(word.isdigit() for word in words) and ":" not in text


def _count(word: str) -> str:
    return word.lstrip("0") if word.isdigit() else figures(word.lower())


def is_addressed(text: str, language: Language) -> bool:
    """Whether words say to whom a letter goes, or from whom to whom, and nothing else.

    "TO THE SAME."  "An Lotte"  "Miss Venn to Mrs. Carrow"
    """
    bare = text.strip(" _[]().-–—")
    words = [word for word in _SEPARATOR.split(bare) if word]
    if not 2 <= len(words) <= _MOST_WORDS or _runs_on(bare, language) or not bare[0].isupper():
        return False
    leading = language.letters.addressing
    place = next((i for i, word in enumerate(words[: _FROM + 1]) if fold(word) in leading), -1)
    if place < 0 or place + 1 >= len(words):
        return False
    if place and not _is_writer(words[:place], language):
        return False
    after = words[place + 1 :]
    small = [word for word in after if word[0].islower() and len(word) >= _LONG_WORD and _is_plain(word)]
    if len(small) > _MOST_SMALL or (place and after[0][0].islower() and len(small) > 1):
        return False
    return any(word[0].isupper() for word in after) or len(after) <= 3


def _is_plain(word: str) -> bool:
    return word not in name_particles()


def _is_writer(words: list[str], language: Language) -> bool:
    """Whether words in front of "to" name who writes ("Goethe", "From Dr. Swift", "Le Préfet")."""
    small = language.labels.beside | language.labels.genitives
    return words[0][0].isupper() and all(
        word[0].isupper() or word in name_particles() or fold(word) in small for word in words
    )


def _runs_on(text: str, language: Language) -> bool:
    """Whether words are more than one sentence, or none that has ended."""
    if _RUN_ON.search(text):
        return True
    short = language.labels.abbreviations | language.labels.titles | language.labels.beside
    return any(fold(match[1]) not in short for match in _STOP.finditer(text))


def _could_name(text: str, language: Language) -> bool:
    """Whether words after a number could be a name: few, each with a capital, and no sentence."""
    words = text.split()
    if len(words) > _FROM or _runs_on(text, language) or any(c.isdigit() for c in text):
        return False
    return all(word[0].isupper() or word in name_particles() for word in words)


def says_more(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza right under a number or a word says to whom the letter goes."""
    if len(stanza.lines) > _MOST_LINES or not stanza.text[0].isupper():
        return False
    text = CALLS.sub(" ", stanza.text).strip()
    return _NUMBER.match(text) is None and is_addressed(text, language)
