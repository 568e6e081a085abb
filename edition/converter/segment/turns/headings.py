"""Headings of acts and scenes, and the lines that end them."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.converter.segment.turns.stagecraft import slug

_LONGEST = 120  # characters
_WORDS = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"[ivxlc]+")
_DIGITS = re.compile(r"\d{1,3}")
_TRAILING_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]]$")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?:]\s")
_ACT_AND_SCENE = re.compile(r"[IVX]{1,4}\s?[.,]\s?([ivx]{1,5})\.?")  # "II.iv"
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Heading(NamedTuple):
    """What a heading divides off: its `type`, its level from 1, its number where it has one in figures."""

    type: str
    level: int
    n: str = ""


def act_or_scene(line: str, language: Language) -> Heading | None:
    """The heading that a line is: an act word or scene word with its number, or the word alone.

    The number may be figures, Roman figures or a word, before or after ("ACT II.", "First Act", "Erster
    Auftritt"); a place may follow a stop ("Scene 3. A room in the castle").
    """
    if len(line) > _LONGEST:
        return None
    table = language.turns
    film = slug(line, language)
    if film is not None:
        return Heading("scene", 2, film)
    counted = _ACT_AND_SCENE.fullmatch(line)
    if counted is not None:
        return Heading("scene", 2, _number(counted[1].lower()))
    words = [fold(word) for word in _WORDS.findall(line)]
    for place, word in enumerate(words[:4]):
        if word in table.acts or word in table.scenes:
            type_ = "act" if word in table.acts else "scene"
            return _numbered(type_, line, words, place, language)
    if words and words[0] in table.parts and len(words) <= 4 and _heads(line):
        return Heading("prologue" if "pro" in words[0] else "part", 1)
    return None


def _numbered(type_: str, line: str, words: list[str], place: int, language: Language) -> Heading | None:
    level = 1 if type_ == "act" else 2
    before, after = words[:place], words[place + 1 :]
    articles = language.labels.articles
    before = [word for word in before if word not in articles]
    after_number = [word for word in after[:2] if word not in articles or _number(word)]
    if set(before) & language.turns.ends or (words[0] in language.turns.ends):
        return None
    if 1 < len(before) <= 3 and not after and _heads(line):
        return Heading(type_, level)  # "Ein und zwanzigster Auftritt."
    if len(before) == 1 and (not after or _parted(line, words[place])):
        return Heading(type_, level, _number(before[0])) if _ordinal(before[0], line) else None
    if before:
        return None
    if not after:
        # "SCENE" alone stands over the description of one; it divides nothing.
        return Heading(type_, level) if type_ == "act" and _heads(line) else None
    number = _number(after_number[0]) if after_number else ""
    if not number and after_number and len(after) == 1 and after[0] in language.turns.numerals:
        number = str(language.turns.numerals.index(after[0]) + 1)
    if number:
        return Heading(type_, level, number)
    if len(after) <= 2 and _heads(line) and after_number and len(after_number[0]) > 2 and line[0] not in "([":
        falls = language.turns.ends | language.turns.business
        return Heading(type_, level) if after_number[0] not in falls else None
    return None


def _ordinal(word: str, line: str) -> bool:
    """Whether the word before "act" counts it: a figure, or a word written as the heading is."""
    return bool(_number(word)) or (len(word) > 2 and _heads(line))


def _heads(line: str) -> bool:
    """Whether a line is written as a heading: short, capitalised, no sentence."""
    words = _WORDS.findall(line)
    return (
        bool(words) and words[0][0].isupper() and len(words) <= 6 and not line.rstrip().endswith((",", ";"))
    )


def _parted(line: str, word: str) -> bool:
    """Whether a stop, a dash or a colon follows the word that divides."""
    place = fold(line).find(word) + len(word)
    return line[place : place + 2].strip()[:1] in {".", ":", "-", "—", "–", ","}


def _number(word: str) -> str:
    """A number in figures; empty for a word that is none."""
    digits = _DIGITS.match(word)
    if digits and (len(word) == len(digits.group()) or not word[len(digits.group()) :].isdigit()):
        return digits.group()
    if _ROMAN.fullmatch(word):
        total = 0
        for sign, following in zip(word, [*word[1:], ""], strict=True):
            value = _VALUES[sign]
            total += -value if following and _VALUES[following] > value else value
        return str(total)
    return ""


def is_title(text: str) -> bool:
    """Whether words are set like a title: short, a capital or a figure first, no sentence."""
    words = _TRAILING_BRACKET.sub("", text).rstrip(" _*\"”»’')")
    return (
        0 < len(words) <= _LONGEST
        and (text.lstrip("“„«»\"'‘¡¿(_*")[:1].isupper() or text[0].isdigit())
        and not words.endswith((".", "!", "?", "…", ":", ";", ",", "-", "–", "—"))
        and _SENTENCE.search(text) is None
    )


def is_end(line: str, language: Language) -> bool:
    """Whether a line says that an act or the whole is over ("END OF THE FIRST ACT.", "Fin", "Vorhang.")."""
    if len(line) > 60:
        return False
    words = [fold(word) for word in _WORDS.findall(line)]
    ends = language.turns.ends
    articles = language.labels.articles
    said = [word for word in words if word not in articles]
    if not said or said[0] not in ends:
        return False
    divided = tuple(language.turns.acts | language.turns.scenes | ends)
    return (
        len(said) == 1
        or any(word.startswith(divided) for word in said[1:])
        or (len(said) <= 5 and line.isupper())
    )


def is_cast_heading(line: str, language: Language) -> bool:
    """Whether a line heads the list of roles ("Dramatis Personæ", "Personen.")."""
    return len(line) <= 60 and " ".join(fold(word) for word in _WORDS.findall(line)) in language.turns.cast
