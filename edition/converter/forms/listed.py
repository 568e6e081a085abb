"""The names of an edition's lists, found in a text: the longest first, in time that the size of the lists
does not change.

One dictionary holds every beginning of every name, in words. Where a word of the text begins a name, the
words after it are looked up one by one, as long as a name goes on; the longest that ends there counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.converter.forms.letters import APOSTROPHES, HYPHENS, LOWER

_COMBINING = "\u0300-\u036f"
# A word that the end of a line parts is one word where it goes on with a small letter.
_PARTED = rf"(?:[-‐]\n[ \t]{{0,80}}(?=[{LOWER}])%s)?"
_WORD = re.compile(r"[^\W_]+" + _PARTED % r"[^\W_]+")
_WORD_WITH_ACCENTS = re.compile(
    rf"[^\W_](?:[^\W_]|[{_COMBINING}])*" + _PARTED % rf"(?:[^\W_]|[{_COMBINING}])+"
)
_DECOMPOSED = re.compile(f"[{_COMBINING}]")
_HYPHEN_AT_LINE_END = re.compile(r"[-‐]\n[ \t]*")
_INVERTED = re.compile(r"([^,]{1,80}),\s+([^,]{1,80})")
_MOST_WORDS = 40  # of a name
_LONGEST_JOINT = 8  # characters between two words of a name, blanks aside
_SHORTEST_STEM = 4  # letters of a word that takes a glued ending ("Goethes")
_MARKS = {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-")}


class ListedName(NamedTuple):
    """A name of the lists at two offsets of the text; `owners` are places in the row of records.

    `form` is the spelling of the list; `inflected` says that an ending of the language is glued to it.
    """

    start: int
    end: int
    owners: tuple[int, ...]
    form: str
    inflected: bool = False


class _Found(NamedTuple):
    """The word that a name ends with, where it ends, and the spellings that it may be."""

    word: int
    end: int
    forms: tuple[int, ...]
    inflected: bool


def natural_order(form: str) -> str:
    """A name as a text has it, where a list has the surname first and a comma ("Weber, Tom")."""
    match = _INVERTED.fullmatch(form)
    return f"{match[2]} {match[1]}" if match is not None else form


class ListedNames:
    """The spellings of records, ready to be found. `spellings` holds those of each record, in their row."""

    def __init__(self, spellings: Iterable[Sequence[str]]) -> None:
        self._forms: list[tuple[str, int]] = []
        self._known: dict[str, tuple[int, ...]] = {}
        self._first: dict[str, str] = {}
        for owner, forms in enumerate(spellings):
            for form in dict.fromkeys(forms):
                self._enter(form, owner)

    def _enter(self, form: str, owner: int) -> None:
        words = list(_words(form))
        if not 0 < len(words) <= _MOST_WORDS:
            return
        place = len(self._forms)
        self._forms.append((form, owner))
        keys = [_fold(word.group()) for word in words]
        joints = [_joint(form[one.end() : two.start()]) for one, two in pairwise(words)]
        # "St. John" is also written "St John".
        bare = [
            " " if joint == "." and len(key) > 1 else joint for key, joint in zip(keys, joints, strict=False)
        ]
        for each in dict.fromkeys((tuple(joints), tuple(bare))):
            if None not in each:
                self._enter_key(keys, each, place)
        first = words[0].group()
        for surface in (first, first[:1].upper() + first[1:], first.upper()):
            self._first[surface] = keys[0]

    def _enter_key(self, keys: Sequence[str], joints: Sequence[str | None], place: int) -> None:
        key = keys[0]
        for joint, word in zip(joints, keys[1:], strict=True):
            self._known.setdefault(key, ())
            key = f"{key}{joint}{word}"
        self._known[key] = (*self._known.get(key, ()), place)

    def find(self, text: str, start: int, end: int, endings: Sequence[str] = ()) -> Iterator[ListedName]:
        """The names between two offsets, apart from one another, in order. `endings` are those that the
        language glues to names (the "s" of a German genitive).
        """
        if not self._forms:
            return
        words = list(_words(text, start, end))
        first = self._first
        glued = tuple(endings)
        index = 0
        while index < len(words):
            surface = words[index].group()
            if surface in first or not surface.isascii() or "\n" in surface or surface.endswith(glued):
                found = self._longest(text, words, index, endings)
                if found is not None:
                    yield self._named(words[index].start(), found)
                    index = found.word
            index += 1

    def _named(self, start: int, found: _Found) -> ListedName:
        owners = tuple(dict.fromkeys(self._forms[place][1] for place in found.forms))
        return ListedName(start, found.end, owners, self._forms[found.forms[0]][0], found.inflected)

    def _longest(
        self, text: str, words: Sequence[re.Match[str]], index: int, endings: Sequence[str]
    ) -> _Found | None:
        """The longest name that begins with the word at `index`."""
        if not _begins(text, words[index].start()):
            return None
        first = index
        key = _fold(words[index].group())
        best: _Found | None = None
        while True:
            found = self._ending(text, words[first : index + 1], key, endings)
            if found is not None:
                best = _Found(index, *found)
            if key not in self._known or index + 1 == len(words):
                return best
            joint = _joint(text[words[index].end() : words[index + 1].start()])
            if joint is None:
                return best
            index += 1
            key = f"{key}{joint}{_fold(words[index].group())}"

    def _ending(
        self, text: str, said: Sequence[re.Match[str]], key: str, endings: Sequence[str]
    ) -> tuple[int, tuple[int, ...], bool] | None:
        """Where a name of the words `said` ends, its spellings, and whether an ending is glued to it."""
        end = said[-1].end()
        if not _ends(text, end):
            return None
        words = [word.group() for word in said]
        whole = self._as_written(self._known.get(key, ()), words)
        if whole:
            has_stop = text[end : end + 1] == "." and self._forms[whole[0]][0].endswith(".")
            return end + has_stop, whole, False
        for ending in endings:
            stem = words[-1].removesuffix(ending)
            if _SHORTEST_STEM <= len(stem) < len(words[-1]):
                found = self._as_written(self._known.get(key.removesuffix(ending), ()), [*words[:-1], stem])
                if found:
                    return end, found, True
        return None

    def _as_written(self, places: Sequence[int], words: Sequence[str]) -> tuple[int, ...]:
        """Those of the spellings whose capitals the words of the text have."""
        return tuple(
            place
            for place in places
            if all(
                _same_capitals(listed.group(), word)
                for listed, word in zip(_words(self._forms[place][0]), words, strict=True)
            )
        )


def _words(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    end = len(text) if end is None else end
    accents = not text.isascii() and _DECOMPOSED.search(text, start, end) is not None
    return (_WORD_WITH_ACCENTS if accents else _WORD).finditer(text, start, end)


def _fold(word: str) -> str:
    """A word as it is looked up: whole, in small letters, its accents one with their letters."""
    if "\n" in word:
        word = _HYPHEN_AT_LINE_END.sub("", word)
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.casefold())


def _joint(between: str) -> str | None:
    """What stands between two words of a name, whatever blanks are in it; None where a name ends."""
    if between == " ":
        return " "
    if len(between) > 4 * _LONGEST_JOINT or between.count("\n") > 1:
        return None
    marks = "".join(_MARKS.get(mark, mark) for mark in "".join(between.split()))
    if not marks:
        return " "
    if marks == "-" and between[0].isspace():
        return None  # a dash
    return marks if len(marks) <= _LONGEST_JOINT else None


def _same_capitals(listed: str, word: str) -> bool:
    """Whether a word stands as the list has it, or in capitals; an abbreviation ("WHO") only as it is."""
    if listed == word or not listed[0].isupper():
        return True
    return word[0].isupper() and not (len(listed) > 1 and listed.isupper())


def _begins(text: str, start: int) -> bool:
    """Whether a name may begin at `start`: not in a word with a hyphen, nor in "O'Brien"."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in HYPHENS:
        return not text[start - 2 : start - 1].isalnum()
    if before in APOSTROPHES:
        return text[start - 2 : start - 1] not in ("O", "D")  # "l'Humanité", "d'Ada"
    return True


def _ends(text: str, end: int) -> bool:
    """Whether a name may end at `end`: not before a hyphen with a letter after it ("Karl-Marx-Allee")."""
    after = text[end : end + 2]
    return not (after[:1] in HYPHENS and after[1:].isalnum()) if after else True
