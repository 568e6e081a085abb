"""Verbs of saying in a row of words: alone, with an auxiliary, with a pronoun that hangs on them.

"sagte", "hat … gesagt", "s’écria-t-il", "lui a-t-elle dit", "disse-lhe", "va dir", "сказала". What a form
tells of its subject (person, number, gender) stands in the language's table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from edition.converter.languages.subjects import QuotingWords

SubjectKind = Literal["name", "he", "she", "they", "i", "we", "description", "dropped", "unknown"]
Manner = Literal["says", "writes", "thinks"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_+")
_ELISION = re.compile(r"\w['’]")
_PRONOUNS: tuple[SubjectKind, ...] = ("he", "she", "they", "i", "we")
_CLITICS = 3
_APART = 6  # words between an auxiliary and its participle


class Word(NamedTuple):
    """A word or mark and where it stands; `low` is the word in small letters."""

    word: str
    start: int
    end: int
    low: str


class Verb(NamedTuple):
    """A verb of saying: its form, the place after it, and what it tells of who speaks.

    `pronoun` is the kind of a pronoun that hangs on the verb, between two offsets. `open` says that an
    auxiliary stands there, whose participle follows the subject.
    """

    form: str
    manner: Manner
    after: int
    told: SubjectKind | None = None
    pronoun: SubjectKind | None = None
    start: int = 0
    end: int = 0
    open: bool = False


def words_in(text: str, start: int, end: int, table: QuotingWords, most: int | None = None) -> list[Word]:
    """The words and marks between two offsets; what is elided before an apostrophe is a word of its own. No
    more than about `most`, if given.
    """
    if not table.elided or not _ELISION.search(text, start, end):
        # As `Word(…)` does, without its detour: a novel has half a million of them.
        return [
            tuple.__new__(Word, (word := match.group(), match.start(), match.end(), word.lower()))
            for match in islice(_TOKEN.finditer(text, start, end), most)
        ]
    found: list[Word] = []
    for match in islice(_TOKEN.finditer(text, start, end), most):
        word, (first, last) = match.group(), match.span()
        if len(word) > 1:
            low = word.lower().replace("’", "'")
            cut = low.find("'")
            while cut > 0 and low[:cut] in table.elided:
                found.append(Word(word[: cut + 1], first, first + cut + 1, low[: cut + 1]))
                word, low, first = word[cut + 1 :], low[cut + 1 :], first + cut + 1
                cut = low.find("'")
        found.append(Word(word, first, last, word.lower()))
    return found


def bare(word: Word) -> str:
    """A word in small letters, without the apostrophe of an elision."""
    return word.low.rstrip("'’")


def manner_of(form: str, table: QuotingWords) -> Manner | None:
    """In which manner a form says something; None for other words."""
    if form in table.says or form in table.plural:
        return "says"
    if form in table.writes:
        return "writes"
    if form in table.thinks:
        return "thinks"
    return "says" if form in table.first_person and form not in table.auxiliaries else None


def gender_told(form: str, table: QuotingWords) -> Literal["he", "she"] | None:
    """Whether the ending of a verb in the past tells a man or a woman."""
    if form in table.plural:
        return None
    if table.feminine and form.endswith(table.feminine):
        return "she"
    return "he" if table.masculine and form.endswith(table.masculine) else None


def verb_at(words: Sequence[Word], place: int, table: QuotingWords) -> Verb | None:
    """The verb of saying that begins at a place, after the pronouns that lean on it."""
    stop = place + _CLITICS
    while place < min(stop, len(words)) and bare(words[place]) in table.clitics:
        if manner_of(words[place].low, table) is not None:
            break
        place += 1
    if place >= len(words):
        return None
    word = words[place]
    manner = manner_of(word.low, table)
    if manner is not None:
        compound = _compound(words, place, word.low, table)
        return compound or Verb(word.low, manner, place + 1, _told(word.low, table))
    if word.low in table.auxiliaries:
        return _compound(words, place, word.low, table) or _parted(words, place, word.low, table)
    return _hung(words, place, table)


def is_noun(words: Sequence[Word], place: int, table: QuotingWords) -> bool:
    """Whether what looks like a verb is a noun for what is heard, with no subject ("cries of “No!”")."""
    follows = place + 1 < len(words) and words[place + 1].low in table.of
    return follows and words[place].low in table.heard


def is_verb(words: Sequence[Word], place: int, table: QuotingWords) -> Manner | None:
    """The manner of a verb that may stand at the end of a clause: a participle after its auxiliary, too."""
    form = words[place].low
    manner = manner_of(form, table)
    if manner is None and form in table.participles:
        before = words[max(0, place - _APART) : place]
        return "says" if any(word.low in table.auxiliaries for word in before) else None
    return manner


def _compound(words: Sequence[Word], place: int, form: str, table: QuotingWords) -> Verb | None:
    """An auxiliary with its participle right after it ("a dit", "je rekla"), or after it ("řekl jsem")."""
    if form in table.auxiliaries:
        at = place + 1
        while at < min(place + 3, len(words)) and _is_light(bare(words[at]), table):
            at += 1
        if at < len(words) and _is_participle(words[at].low, table):
            told = "i" if form in table.first_person else _told(words[at].low, table)
            return Verb(words[at].low, "says", at + 1, told)
        return None
    if place + 1 < len(words) and words[place + 1].low in table.auxiliaries:
        after = words[place + 1].low
        manner = manner_of(form, table) or "says"
        return Verb(form, manner, place + 2, "i" if after in table.first_person else _told(form, table))
    return None


def _parted(words: Sequence[Word], place: int, form: str, table: QuotingWords) -> Verb | None:
    """An auxiliary whose participle follows the subject ("hat Anna gesagt")."""
    for at in range(place + 2, min(place + 1 + _APART, len(words))):
        if not words[at].word[0].isalpha():
            return None
        if words[at].low in table.participles:
            told: SubjectKind | None = "i" if form in table.first_person else None
            return Verb(words[at].low, "says", place + 1, told, open=True)
    return None


def _is_light(form: str, table: QuotingWords) -> bool:
    """Whether a word may stand between an auxiliary and its participle."""
    return form in table.clitics or form in table.adverbs


def _is_participle(form: str, table: QuotingWords) -> bool:
    return form in table.participles or manner_of(form, table) is not None


def _hung(words: Sequence[Word], place: int, table: QuotingWords) -> Verb | None:
    """A verb and what hangs on it with hyphens: a subject ("dit-il", "a-t-elle dit") or another pronoun."""
    word = words[place]
    form, dash, rest = word.low.partition("-")
    if not dash:
        return None
    manner = manner_of(form, table)
    pronoun = rest.rpartition("-")[2]
    kind = next((kind for kind in _PRONOUNS if pronoun in getattr(table, kind)), None)
    if manner is None:
        if form not in table.auxiliaries:
            return None
        at = place + 1
        while at < min(place + 3, len(words)) and words[at].low in table.adverbs:
            at += 1
        if kind is None or at >= len(words) or not _is_participle(words[at].low, table):
            return None
        return Verb(words[at].low, "says", at + 1, None, kind, word.end - len(pronoun), word.end)
    if kind is not None:
        if form in table.plural and kind in ("he", "she"):
            kind = "they"
        return Verb(form, manner, place + 1, None, kind, word.end - len(pronoun), word.end)
    if all(part in table.clitics for part in rest.split("-")):
        return Verb(form, manner, place + 1, _told(form, table))
    return None


def _told(form: str, table: QuotingWords) -> SubjectKind | None:
    """Who speaks, as far as the form of the verb tells it."""
    if form in table.plural:
        return "they"
    if form in table.first_person:
        return "i"
    return gender_told(form, table)
