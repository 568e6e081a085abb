"""Headings of books, chapters and sections, told by words, numbers, and the white space round them."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.converter.segment.conventions import NONE, Conventions
from edition.converter.segment.lines import Stanza

_LONGEST = 120  # characters
_MOST_LINES = 3
_MOST_OTHERS = 0.3  # of the lines of a table of contents that list no heading
_WORDS = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")
_NUMERAL = re.compile(r"[\[(]?([IVXLCDM]{1,8}|\d{1,3})[.:)\]]?\s?[.—–-]?")
_NUMBERED_TITLE = re.compile(r"([IVXLCDM]{1,8}|\d{1,3})[.:)]\s+[^\W\d_]")
_ORDINAL = re.compile(r"(\d{1,3})(?:er|ere|re|eme|e|o|a|th|st|nd|rd)")
_GREEK = "αβγδε\0ζηθικλμνξοπ\0ρστυφχψω"
_SECTION_MARK = re.compile(r"§+\s?(\d{1,4})\s?[a-z]?[.)]?(?:\s*[-–—]*\s*(.*))?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,4}")
_LONG_WORDS = re.compile(r"[^\W\d_]{4,}")
CALLS = re.compile(r"\s*(?:\[[^\[\]\n]{1,12}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]{1,3})\s*")  # of notes; marks of pages
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_MATTER = 6  # words of a heading without number
_LONGEST_MATTER = 4  # words of the longest that is in a table ("table des matieres")
# What heads lists and apparatus stands alone: "Notes on the weather" is a title like another.
_ALONE = frozenset(
    {"notes", "contents", "index", "illustrations", "advertisement", "errata", "epigraph", "conclusion"}
)
_LISTED = 70  # characters of a line of a table of contents
_PAGE_AFTER = re.compile(r"(?:\.\s?){3,}\s*\d+$|\s{3,}\d+$")
_SENTENCE_END = (".", "!", "?", ";", ",", ":", "”", '"', "’", "…")


class Heading(NamedTuple):
    """What a stanza heads: the `type` of the division, its level from 1, its number in figures if it has one.

    `sure` is False where only white space and capitals speak for it.
    """

    type: str
    level: int
    n: str = ""
    sure: bool = True


def heading(
    stanza: Stanza, language: Language, following: Stanza | None, conventions: Conventions = NONE
) -> Heading | None:
    """The heading that a stanza is, None for text."""
    text = stanza.text
    if conventions.heading:
        return Heading("section", 1) if following is not None and conventions.is_heading(text) else None
    if len(stanza.lines) > _MOST_LINES or len(text) > _LONGEST or following is None:
        return None
    words = [fold(word) for word in _WORDS.findall(text)]
    if not words:
        return None
    return (
        _by_word(text, words, language)
        or _by_mark(text, stanza)
        or _by_number(text, stanza)
        or _by_matter(text, words, language)
        or _by_looks(stanza, text)
    )


def _by_word(text: str, words: list[str], language: Language) -> Heading | None:
    """ "Chapter IV", "Erstes Kapitel", "PART THE SECOND. The road" """
    table = language.structure
    if text[0].islower():
        return None
    for place, word in enumerate(words[:3]):
        for level, kind, known in (
            (1, "part", table.parts),
            (2, "chapter", table.chapters),
            (3, "section", table.sections),
        ):
            if word in known:
                n = _counted(words, place, language)
                if n is not None and (_title_like(text) or len(words) <= 4):
                    return Heading(kind, level, n)
    return None


def _counted(words: list[str], place: int, language: Language) -> str | None:
    """The number that goes with a dividing word; empty where it is spelled, None where there is none."""
    articles = language.labels.articles
    before = [word for word in words[:place] if word not in articles]
    after = words[place + 1 :]
    if not after or not figures(after[0]):  # the Italian article is the number I, too
        after = [word for word in after if word not in articles]
    if before:
        if len(before) > 1:
            return None
        number = figures(before[0])
        return number if number else ("" if before[0] in language.structure.numbers else None)
    if not after:
        return None
    number = figures(after[0])
    return number if number else ("" if after[0] in language.structure.numbers else None)


def figures(word: str) -> str:
    """A number in figures; empty for a word that is none."""
    if word.isdigit():
        return word if len(word) <= 3 else ""
    if "α" <= word[:1] <= "ω" and word.isalpha():
        return _greek(word)
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal is not None:
        return ordinal[1]
    if not word or not _ROMAN.fullmatch(word):
        return ""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    total = 0
    for sign, next_ in zip(word, [*word[1:], ""], strict=True):
        value = values[sign]
        total += -value if next_ and values[next_] > value else value
    return str(total)


def _greek(word: str) -> str:
    """A number in Greek letters ("ια" is 11); empty for a word that is none."""
    values = [_GREEK.find(letter) for letter in word]
    counts = [(place % 9 + 1) * 10 ** (place // 9) for place in values if place >= 0]
    falling = len(counts) == len(word) <= 2 and counts == sorted(set(counts), reverse=True)
    return str(sum(counts)) if falling else ""


def _by_number(text: str, stanza: Stanza) -> Heading | None:
    """A numeral alone, or a numeral and a title in capitals."""
    match = _NUMERAL.fullmatch(text)
    if match is not None:
        return Heading("section", 3, figures(match[1].lower()))
    match = _NUMBERED_TITLE.match(text) if _INITIALS.fullmatch(text) is None else None
    if match is not None and (text.isupper() or stanza.lines[0].blanks >= 2) and _title_like(text):
        return Heading("chapter", 2, figures(match[1].lower()))
    return None


def _by_mark(text: str, stanza: Stanza) -> Heading | None:
    """ "§ 12", "§ 3. Von den Steinen"; a paragraph that begins with the mark is text."""
    match = _SECTION_MARK.fullmatch(text)
    if match is None or len(stanza.lines) > 1:
        return None
    title = match[2] or ""
    named = _LONG_WORDS.search(title) is not None and _title_like(title)
    if title and not (named and len(title.split()) <= _MOST_MATTER):
        return None
    return Heading("section", 4, match[1])


def is_numeral(stanza: Stanza) -> bool:
    """Whether a stanza is a number and nothing else: a heading, a page, or someone's initial."""
    return _NUMERAL.fullmatch(stanza.text) is not None


def _by_matter(text: str, words: list[str], language: Language) -> Heading | None:
    """ "Preface", "Vorwort zur zweiten Auflage"; "Notes" and "Contents" by themselves only."""
    if len(words) > _MOST_MATTER or not _title_like(text):
        return None
    types = language.structure.matter_types
    for count in range(min(len(words), _LONGEST_MATTER), 0, -1):
        kind = types.get(" ".join(words[:count]))
        if kind is not None:
            alone = count == len(words)
            return Heading(kind, 2) if alone or kind not in _ALONE else None
    return None


def _by_looks(stanza: Stanza, text: str) -> Heading | None:
    """A line in capitals, or one that reads like a title, with white space over it."""
    blanks = stanza.lines[0].blanks
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3 or text[0] in "([_*-—–\"“«„'‘":
        return None
    if text.isupper() and blanks >= 2 and not text.endswith((",", ";", ":")):
        return Heading("chapter", 2, sure=False)
    return None


def _title_like(text: str) -> bool:
    """Whether words are set like a title: in capitals, or each word of weight capitalised."""
    if text.isupper():
        return True
    found = _LONG_WORDS.findall(text)
    return not found or sum(word[0].isupper() for word in found) >= 0.5 * len(found)


def goes_with(stanza: Stanza, following: Stanza | None) -> bool:
    """Whether a stanza right under a heading is its title: short, set like a title, no sentence."""
    text = CALLS.sub(" ", stanza.text).strip()
    if (
        following is None
        or len(stanza.lines) > 2
        or not 0 < len(text) <= _LONGEST
        or text[0] in "([_*\"“«„'‘"
    ):
        return False
    letters = _LETTERS.findall(text)
    if not letters:
        return False
    if text.isupper():
        return True
    return _title_like(text) and not text.endswith(_SENTENCE_END) and len(letters) <= 12


def lists_headings(stanza: Stanza, language: Language) -> bool:
    """Whether most lines of a stanza under the heading "Contents" list headings, or all are short."""
    listed = sum(_lists_heading(line.text, language) for line in stanza.lines)
    short = all(len(line.text) <= _LISTED and line.text[-1] not in ".!?;:" for line in stanza.lines)
    return 2 * listed >= len(stanza.lines) or (short and len(stanza.lines) > 1)


def is_contents(stanza: Stanza, language: Language) -> bool:
    """Whether the lines of a stanza list headings, as a table of contents does."""
    if len(stanza.lines) < 3:
        return False
    others = 0
    for line in stanza.lines:
        others += not _lists_heading(line.text, language)
        if others > _MOST_OTHERS * len(stanza.lines):
            return False
    return True


def _lists_heading(line: str, language: Language) -> bool:
    if len(line) > _LONGEST:
        return False
    words = [fold(match.group()) for match in islice(_WORDS.finditer(line), 3)]
    table = language.structure
    if not words:
        return False
    dividing = words[0] in table.parts or words[0] in table.chapters or words[0] in table.sections
    if dividing and len(words) > 1:
        return _counted(words, 0, language) is not None
    return _NUMBERED_TITLE.match(line) is not None or _PAGE_AFTER.search(line) is not None
