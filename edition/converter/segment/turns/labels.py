"""Whether a single label is one: by the list of roles, by its words, by what the rest of the text shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile

from edition.converter.languages import Language
from edition.converter.segment.turns.candidate import Candidate

_INITIALS = 3  # letters
_YEAR = 4  # figures
_SHORTEST = 3  # letters of a word of a name
_MOST_VOICE = 4  # words that say which voice it is ("Voices on the left")
_FEW_WORDS = 4  # of a label with a direction after a comma
_LONG_VOICE = 8  # words, where two of them say that nobody is named ("Several members of the left")
_SENTENCE = 0.3  # of all places of a word with a full stop that must be labels


class Roles:
    """The names of a cast list, asked whether a label is one of them or a part of one."""

    def __init__(self, cast: Iterable[tuple[str, ...]]) -> None:
        self._whole = set(cast)
        self._words = {word for name in self._whole for word in name if len(word) >= _SHORTEST}
        self._beginnings = {word[:n] for word in self._words for n in range(_SHORTEST, len(word))}

    def names(self, key: tuple[str, ...]) -> bool:
        """Whether a label is one of the names."""
        return key in self._whole

    def know(self, key: tuple[str, ...]) -> bool:
        """Whether every word of a label stands in the cast list, or its one word begins a name there."""
        if not key:
            return False
        if key in self._whole or all(word in self._words for word in key):
            return True
        return len(key) == 1 and key[0] in self._beginnings


def is_possible(
    candidate: Candidate, language: Language, roles: Roles, sentences: Mapping[str, float]
) -> bool:
    """Whether a candidate can name a speaker at all: a role of the list, or words that head nothing else.

    `sentences` says of single capitalised words at what share of their places they stand as labels do.
    """
    key = candidate.key
    if _is_short(candidate, language):
        return True
    if candidate.form == "colon" and _is_direction(key, language) and not roles.know(key):
        return False
    if not key or _no_label(key, language) or (len(key) == 1 and key[0].isdigit()) or _is_dated(key):
        return roles.know(key)
    if roles.know(key):
        return True
    moving = language.turns.movements
    if _is_heading(key, language) or (len(key) > 1 and not moving.isdisjoint(key)):
        return False
    if candidate.face in ("capitalised", "loose") and len(key) == 1:
        if key[0] in language.common_words:
            return False
        if candidate.form == "period" and sentences.get(key[0], 1) < _SENTENCE:
            return False
    return not (candidate.face == "loose" and key[0] in language.common_words)


def _is_dated(key: tuple[str, ...]) -> bool:
    return len(key) > 1 and any(word.isdigit() and len(word) == _YEAR for word in key)


def _is_short(candidate: Candidate, language: Language) -> bool:
    """A title or a word for the time in capitals with a colon: the initials of someone ("DR:", "AM:")."""
    key = candidate.key
    return (candidate.form, candidate.face, len(key)) == ("colon", "capitals", 1) and (
        key[0] in language.labels.titles | language.turns.clock and 1 < len(key[0]) <= _INITIALS
    )


def _no_label(key: tuple[str, ...], language: Language) -> bool:
    """Whether a label begins with a word that stands before colons and stops and names nobody.

    A title does so before a name only ("Mrs. Pearce").
    """
    labels = language.labels
    titles = labels.called
    turns = language.turns
    if " ".join(key) in turns.records or (len(key) > 1 and key[0] in turns.examination):
        return True
    if key[0] in turns.clock and len(key[0]) > 1:
        return True
    if key[0] not in turns.not_labels or key[0] in labels.ordinals or (len(key) > 1 and key[0] in titles):
        return False
    return not (len(key) == 1 and (key[0] in turns.questions or key[0] in turns.answers))


def _is_direction(key: tuple[str, ...], language: Language) -> bool:
    """Whether what stands before a colon says what is heard, or where and when a play is set."""
    words = " ".join(key[1:] if key[0].isdigit() else key)
    return words in language.turns.cues or words in language.turns.settings


def _is_heading(key: tuple[str, ...], language: Language) -> bool:
    words = language.turns
    if key[0] in words.slugs or " ".join(key) in words.cuts:
        return True
    return bool(set(key[:3]) & words.divisions) or " ".join(key) in words.cast


@dataclass(frozen=True)
class Once:
    """Decides on labels that occur once: `known` are those that recur.

    `colons` says that most stanzas begin with a label and a colon: then what has one is a label. `small` says
    that speeches begin in small letters too, `lone` that labels with a colon stand alone on their lines,
    `set_off` that labels have a type of their own, `forms` which forms are in force.
    """

    only_first: bool
    colons: bool
    small: bool
    lone: bool
    set_off: bool
    forms: frozenset[str]
    language: Language
    roles: Roles
    sentences: Mapping[str, float]
    known: frozenset[tuple[str, ...]]

    def believes(self, candidate: Candidate, in_force: bool) -> bool:
        """Whether a candidate is a label; where its form is not in force, only if it names known speakers."""
        if self.only_first and not candidate.first and candidate.face != "capitals":
            return False
        if candidate.form == "colon" and candidate.small and not self.small:
            return False
        if self._joins_known(candidate.key) or self.spells_out(candidate):
            return True
        if any(word.isdigit() for word in candidate.key) and not candidate.named:
            return False  # "Episode 48:"
        if candidate.first and self._stands_like_a_label(candidate):
            return is_possible(candidate, self.language, self.roles, self.sentences)
        if candidate.form in self.forms and candidate.first and self.names_nobody(candidate.key):
            return True
        if candidate.form == "comma" and candidate.named:
            return candidate.first  # a title before the name, or an office after it
        colon = candidate.form == "colon" or (self.lone and candidate.stopped == "colon")
        if candidate.stopped == "colon" and candidate.face == "loose" and not candidate.named:
            return False  # a sentence that ends in a colon, unless a record counts it
        if self.colons and colon and candidate.first and len(candidate.key) <= 6:
            return is_possible(candidate._replace(face="capitals"), self.language, self.roles, self.sentences)
        if self._is_titled(candidate) or (candidate.form == "period" and candidate.named and in_force):
            return candidate.first
        if not in_force or not is_possible(candidate, self.language, self.roles, self.sentences):
            return False
        lone = self.lone and candidate.stopped == "colon"
        if candidate.form == "alone" and candidate.last and not lone and not self.roles.names(candidate.key):
            return False  # a heading as likely as a name
        if candidate.face == "capitals":
            return candidate.form != "alone" or len(candidate.key) <= 4
        labels = self.language.labels
        telling = labels.ordinals | labels.together | labels.called | labels.roles
        if not telling.isdisjoint(candidate.key):
            return True
        if "colon" in (candidate.form, candidate.stopped):
            return len(candidate.key) <= 4
        return candidate.form == "bracket" and len(candidate.key) <= 3

    def _is_titled(self, candidate: Candidate) -> bool:
        """Whether a colon follows a name in capitals with a title: no record sets anything else so."""
        if (candidate.form, candidate.face) != ("colon", "capitals") or not self.only_first:
            return False
        labels = self.language.labels
        titles = labels.called
        return len(candidate.key) > 1 and candidate.key[0] in titles

    def _stands_like_a_label(self, candidate: Candidate) -> bool:
        """Whether a direction between a name and what is said, or a type of its own, shows a label."""
        table = self.language.turns
        movements = table.movements | table.business | table.ends | table.songs | table.pieces
        if candidate.set_off and self.set_off and candidate.form in self.forms:
            return movements.isdisjoint(candidate.key)
        if not candidate.spoken or candidate.named or not movements.isdisjoint(candidate.key):
            return False
        if candidate.form == "comma":
            # Beside labels with a full stop: "A MAID, at the door. A letter, sir."
            few = candidate.face == "capitals" and len(candidate.key) <= _FEW_WORDS
            return "period" in self.forms and (few or self.roles.know(candidate.key))
        if candidate.form != "bracket":
            return False
        return candidate.face == "capitals" or self.roles.know(candidate.key)

    def names_nobody(self, key: tuple[str, ...]) -> bool:
        """Whether a label says no more than that some voice spoke ("Several Hon. Members")."""
        labels = self.language.labels
        nobody = labels.unnamed | labels.together
        beside = labels.articles | labels.titles | labels.ordinals
        rest = list(dropwhile(lambda word: word in beside and word not in nobody, key))
        if not rest or rest[0] not in nobody:
            return False
        return len(rest) <= (_LONG_VOICE if len(rest) > 1 and rest[1] in nobody else _MOST_VOICE)

    def spells_out(self, candidate: Candidate) -> bool:
        """Whether a label is the word for which a letter stands elsewhere ("Question." before "Q.")."""
        key = candidate.key
        table = self.language.turns
        if len(key) != 1 or len(key[0]) == 1 or not candidate.first:
            return False
        same = next((words for words in (table.questions, table.answers) if key[0] in words), frozenset())
        return any(len(known) == 1 and len(known[0]) == 1 and known[0] in same for known in self.known)

    def _joins_known(self, key: tuple[str, ...]) -> bool:
        """Whether a label names several speakers, each of whom is known by a label ("Jack and Algernon")."""
        parts: list[list[str]] = [[]]
        for word in key:
            if word in self.language.labels.connectors:
                parts.append([])
            else:
                parts[-1].append(word)
        return len(parts) > 1 and all(tuple(part) in self.known for part in parts)
