"""Speaker labels taken apart: who is meant, by which words, and what stands in brackets beside it.

Nothing here decides who someone is; two labels are compared by their words, without regard to capitals,
accents, articles and full stops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile
from typing import Literal

from edition.converter.forms.letters import fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language

Gender = Literal["", "men", "women"]

_SPACED_NAME = 5  # characters of the shortest
_SPACED_LABEL = 80  # characters in which a label stands
_LONGEST = 200  # characters: a longer label is compared whole and not taken apart
_BRACKETS = re.compile(r"[(\[<{]([^()\[\]<>{}]*)[)\]>}]")
_EDGES = " \t\n\u00a0_*.:;,—–―-…=~'’“”\"«»<>[](){}"
_INITIAL = re.compile(r"[^\W\d_]{2}.*[\s.][^\W\d_]$")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){2,}(?![^\W_])")
_WORD = re.compile(r"[^\W_]+(?:[’'‐-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label: `words` as printed on one line without what ends it, `core` the words that name someone
    (folded, without article and title), `gender` as its title tells, `title` the folded titles.

    `inside` is what stands in brackets after it, as printed. `described` says that an article makes a
    description of it ("The sarcastic bystander"), and no name.
    """

    words: str
    core: tuple[str, ...]
    title: tuple[str, ...] = ()
    gender: Gender = ""
    inside: str = ""
    described: bool = False

    @property
    def key(self) -> tuple[Gender, tuple[str, ...]]:
        """What two labels of one person share."""
        return self.gender, self.core


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    text = unspaced(text)
    return tuple(fold(match.group()) for match in _WORD.finditer(text))


def unspaced(text: str) -> str:
    """A text without the spaces that a printer set between the letters of a name ("К у д р я ш")."""
    if len(text) < _SPACED_NAME or text[1] != " " or text[3] != " ":
        return text
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


def first_word(text: str) -> str:
    """The first of the folded words of a text, empty where there is none."""
    match = _WORD.search(unspaced(text[:_SPACED_LABEL]) if text[1:2] == " " else text)
    return fold(match.group()) if match is not None else ""


@remembered(8192)
def parse_speaker(label: str, language: Language) -> SpeakerLabel:
    """A label as printed, with whatever ends it, taken apart."""
    flat = " ".join(unspaced(label).split())
    if len(flat) > _LONGEST:
        return SpeakerLabel(flat, (fold(flat),))
    inside = " ".join(match.group(1).strip() for match in _BRACKETS.finditer(flat)).strip(_EDGES)
    outside = " ".join(_BRACKETS.sub(" ", flat).split()).strip(_EDGES)
    if not outside:
        outside, inside = inside or flat, ""
    if _INITIAL.search(outside) and f"{outside}." in flat:
        outside += "."  # "Orlow P. S."
    table = language.labels
    words = list(words_of(outside))
    core = list(words)
    while len(core) > 1 and core[0] in table.articles:
        core.pop(0)
    described = len(core) < len(words)
    title: list[str] = []
    gender: Gender = ""
    titles = table.called
    joining = table.genitives | name_particles()
    while len(core) > 1 and core[0] in titles and not (core[1] in joining and core[0] in table.titles):
        word = core.pop(0)
        title.append(word)
        if word in table.men:
            gender = "men"
        elif word in table.women:
            gender = "women"
    while len(core) > 1 and title and core[0] in table.articles:
        core.pop(0)  # "Herr der …", "señor don"
    return SpeakerLabel(
        outside, tuple(core) or (fold(flat),), tuple(title), gender, inside, described and not title
    )


def is_together(label: SpeakerLabel, language: Language) -> bool:
    """Whether a label names all who are there ("All", "Beide", "Chor der Diener")."""
    return bool(label.core) and (
        label.core[0] in language.labels.together or label.core[-1] in language.labels.together
    )


def is_unnamed(label: SpeakerLabel, language: Language) -> bool:
    """Whether a label says that the speaker is not known ("A Voice", "Several members")."""
    return bool(label.core) and label.core[0] in language.labels.unnamed


def is_role(label: SpeakerLabel, language: Language) -> bool:
    """Whether a label names an office and not a person ("The President", "Minister for Schools").

    An office with a name behind it ("President Lane") names the person.
    """
    table = language.labels
    rest = list(dropwhile(lambda word: word not in table.roles, label.core))
    if not rest:
        return False
    rest = list(dropwhile(lambda word: word in table.roles, rest))
    return not rest or rest[0] in table.genitives | table.articles | table.connectors


def several(label: SpeakerLabel, language: Language) -> tuple[str, ...]:
    """The parts of a label for two or more who speak at once ("Hamlet and Horatio"); one part if there is
    but one. Parts as printed.
    """
    if len(label.words) > _LONGEST:
        return (label.words,)
    parts: list[list[str]] = [[]]
    for word in re.findall(r"[^\s,;/&+]+|[,;/&+]", label.words):
        if word in ",;/&+" or fold(word.strip("_")) in language.labels.connectors:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(" ".join(part) for part in parts if part)
