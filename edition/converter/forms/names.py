"""Names of persons: how they are written, and whether two spellings can be one name.

Initials stand in any spacing ("V.I.", "V. I.", with a hair space between), given names come from a
table, particles ("von", "de la") belong to the surname.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple

from edition.converter.forms.letters import APOSTROPHES, HYPHENS, LOWER, UPPER, beginning_with, fold
from edition.converter.forms.memory import remembered
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

# Two-letter initials stand for one sound in other scripts: Ya., Yu., Ch., Sh., Zh., Th.
_MORE_INITIAL = r"(?:[hua])?\."
_INITIAL = rf"[{UPPER}]{_MORE_INITIAL}"
_BETWEEN = r"[ \u00a0\u2009\u200a\u202f]?"
# The lengths are bounded so that no odd text (a page of hyphens) makes matching quadratic.
_MORE_CAPITALISED = (
    rf"[{LOWER}{UPPER}{APOSTROPHES}]{{0,40}}[{LOWER}{UPPER}](?:[{HYPHENS}][{UPPER}]?[{LOWER}]{{1,40}}){{0,3}}"
)
_CAPITALISED = rf"[{UPPER}]{_MORE_CAPITALISED}"

# (A look-behind stands after the first letter: `re` scans for a set of letters many times faster.)
_GLUED_INITIAL = re.compile(rf"({_INITIAL})(?=[{UPPER}])")
_GIVEN = re.compile(rf"{_INITIAL}|{_CAPITALISED}|[{UPPER}]")
_SURNAME = re.compile(rf"(?:al-|el-|[dDO][{APOSTROPHES}])?{_CAPITALISED}")


class NameFound(NamedTuple):
    """A name between two offsets of the text, without possessive ending; `rule` says how it was told."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: `given` holds names or single letters, `surname` its particles too."""

    given: tuple[str, ...]
    surname: str

    @property
    def key(self) -> str:
        """The surname as it is compared: letters only, without case."""
        return _key(self.surname)

    def may_be(self, other: Name) -> bool:
        """Whether both can name one person: same surname, and no given name against another."""
        if self.key != other.key:
            return False
        return all(_agree(mine, theirs) for mine, theirs in zip(self.given, other.given, strict=False))


@remembered(4096)
def _key(surname: str) -> str:
    return "".join(c for c in surname.casefold() if c.isalnum())


def _agree(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one.startswith(other) or other.startswith(one) if 1 in (len(one), len(other)) else one == other


@cache
def _tables() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    text = (
        files("edition.converter.languages").joinpath("shared", "initials.toml").read_text(encoding="utf-8")
    )
    raw = tomllib.loads(text)
    return frozenset(raw["not_initials"]), tuple(raw["particles"]), frozenset(raw["suffixes"])


@cache
def name_particles() -> frozenset[str]:
    """Parts of names that are not capitalised ("von", "de"), in small letters."""
    return frozenset(particle.casefold() for particle in _tables()[1])


@cache
def name_suffixes() -> frozenset[str]:
    """What may follow a surname ("Jr.", "III")."""
    return _tables()[2]


@cache
def _particle_pattern() -> str:
    words = sorted(_tables()[1], key=len, reverse=True)
    glued = [re.escape(word) for word in words if word[-1] in APOSTROPHES]
    apart = [re.escape(word) for word in words if word[-1] not in APOSTROPHES]
    return rf"(?:(?:(?:{'|'.join(apart)})[ \u00a0]){{1,3}}|(?:{'|'.join(glued)}))?"


@cache
def _surname_pattern() -> str:
    suffixes = "|".join(re.escape(s) for s in sorted(_tables()[2], key=len, reverse=True))
    return rf"{_particle_pattern()}(?:al-|el-)?{_CAPITALISED}(?:,?[ \u00a0](?:{suffixes})(?!\w))?"


@cache
def _with_initials() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<initials>[{UPPER}](?<![\w.&].){_MORE_INITIAL}(?:{_BETWEEN}{_INITIAL}|-{_INITIAL}){{0,3}})"
        rf"[\s\u00a0\u200a\u2009\u202f]?(?P<surname>{_surname_pattern()})(?!\w)"
    )


@cache
def _further_name() -> re.Pattern[str]:
    return re.compile(rf"\s{_surname_pattern()}(?!\w)")


@cache
def _capitals() -> re.Pattern[str]:
    """Capitalised words in a row, with initials and particles between them: candidates for names."""
    word = rf"(?:{_CAPITALISED}|[{UPPER}]\.)"
    first = rf"[{UPPER}](?<![\w.{HYPHENS}].){_MORE_CAPITALISED}"
    return re.compile(rf"{first}(?:\s(?:{_particle_pattern()}){word}){{1,4}}(?!\w)")


@cache
def _with_honorific(language: Language) -> re.Pattern[str] | None:
    words = language.persons.honorifics
    if not words:
        return None
    return re.compile(
        rf"{beginning_with(words)}\.?\s(?P<name>(?:(?:{_INITIAL}|{_CAPITALISED})\s?){{0,2}}{_surname_pattern()})(?!\w)"
    )


@cache
def _called(language: Language) -> frozenset[str]:
    """What people are called after an honorific, and is no name ("Mr. Speaker", "Frau Kollegin")."""
    labels = language.labels
    return labels.roles | labels.called


def find_names(text: str, language: Language) -> list[NameFound]:
    """Names that show what they are: by initials, by a given name, by an honorific; in order."""
    found: list[NameFound] = []
    if "." in text:
        found.extend(_initialled(text, language))
    found.extend(_with_given_name(text, language))
    honorific = _with_honorific(language)
    if honorific is not None:
        for match in honorific.finditer(text):
            words = match.group("name").split()
            first = words[0]
            # "Mr. Vice President": an office of two words, and no name.
            office = len(words) > 1 and first not in given_names() and fold(words[-1]) in _called(language)
            if (
                not office
                and first not in language.persons.not_names
                and fold(first) not in _called(language)
            ):
                found.append(_trimmed(text, match.start("name"), match.end("name"), "honorific", language))
    found.sort(key=lambda name: (name.start, -name.end))
    apart: list[NameFound] = []
    for name in found:
        if not apart or name.start >= apart[-1].end:
            apart.append(name)
    return apart


def _initialled(text: str, language: Language) -> list[NameFound]:
    not_initials, _, _ = _tables()
    found = []
    for match in _with_initials().finditer(text):
        letters = "".join(match.group("initials").split())
        surname = match.group("surname").split()[-1]
        if letters in not_initials or surname in language.persons.not_names or not _is_surname(surname):
            # "World War I. Lenin", "Plan B. Then": one letter before a full stop proves nothing.
            continue
        if letters.count(".") == 1 and _follows_capital(text, match.start()):
            continue
        if "\n" in match.group() and text[: match.start()].rstrip(" ").endswith(","):
            continue  # "Pell, T. W." in a list of names, the next line begins another
        if text[match.end() : match.end() + 1] == "." and text[match.end() + 1 : match.end() + 2].islower():
            continue  # "V. Ex.as": the beginning of an abbreviation
        # "A. Philip Randolph": what looked like the surname is a second given name.
        further = _further_name().match(text, match.end()) if surname in given_names() else None
        end = further.end() if further else match.end()
        found.append(_trimmed(text, match.start(), end, "initials", language))
    return found


def _follows_capital(text: str, offset: int) -> bool:
    """Whether the word before is a capitalised one (a numbered war, a given name taken elsewhere)."""
    before = text[:offset].rstrip()[-24:].split()
    return bool(before) and before[-1][:1].isupper() and before[-1][-1].isalpha() and text[offset - 1] == " "


def _with_given_name(text: str, language: Language) -> list[NameFound]:
    names = given_names()
    found = []
    for match in _capitals().finditer(text):
        beginning = match.group().split(None, 2)
        first = 0 if beginning[0] in names else 1
        if first and (len(beginning) < 3 or beginning[1] not in names):
            continue
        words = [
            (w.group(), match.start() + w.start(), match.start() + w.end())
            for w in re.finditer(r"\S+", match.group())
        ][first:]
        while len(words) > 1 and (words[-1][0] in language.persons.not_names or words[-1][0].endswith(".")):
            words.pop()
        if len(words) < 2:
            continue
        found.append(_trimmed(text, words[0][1], words[-1][2], "given name", language))
    return found


def _is_surname(word: str) -> bool:
    """A capitalised word of more than one letter; in capitals it needs three ("U. SA" is none)."""
    return len(word) > 2 or (len(word) == 2 and word[1].islower())


def _trimmed(text: str, start: int, end: int, rule: str, language: Language) -> NameFound:
    """The name without the possessive ending that belongs to the sentence."""
    for ending in sorted(language.persons.possessives, key=len, reverse=True):
        if ending[0] in APOSTROPHES and text[start:end].endswith(ending):
            return NameFound(start, end - len(ending), rule)
    if text[end : end + 1] == "." and text[start:end].rsplit(maxsplit=1)[-1] + "." in _tables()[2]:
        end += 1
    return NameFound(start, end, rule)


def parse_name(text: str, language: Language | None = None) -> Name | None:
    """A whole string as a name, None where it cannot be one: too long, or with words that are no name.

    A single capitalised word is a surname. `language` knows the words that begin no name ("The").
    """
    _, particles, suffixes = _tables()
    spaced = _GLUED_INITIAL.sub(r"\1 ", text.replace("\u200a", " "))
    words = [word.strip(",") for word in spaced.replace("\u00a0", " ").split()]
    while len(words) > 1 and words[-1] in suffixes:
        words.pop()
    if not 1 <= len(words) <= 7 or (language is not None and words[0] in language.persons.not_names):
        return None
    if language is not None:
        # "President Lincoln", "Dr. Weber": what someone is called is no part of the name.
        called = language.persons.roles | language.persons.honorifics
        while len(words) > 1 and words[0].rstrip(".") in called:
            words.pop(0)
        if any(word in language.persons.organisations for word in words):
            return None
    surname_start = len(words) - 1
    while surname_start > 0 and words[surname_start - 1] in particles:
        surname_start -= 1
    given, surname = words[:surname_start], words[surname_start:]
    if not all(_GIVEN.fullmatch(word) for word in given):
        return None
    if not _SURNAME.fullmatch(surname[-1]):
        return None
    return Name(tuple(word.rstrip(".") for word in given), " ".join(surname))


@cache
def suffix_pattern() -> str:
    """Suffixes that a comma may part from the name ("Jr."), as a regex."""
    return "|".join(re.escape(suffix) for suffix in sorted(_tables()[2], key=len, reverse=True))


def is_organisation(text: str, language: Language) -> bool:
    """Whether a capitalised name is that of a body ("Communist International"), by one of its words."""
    words = text.replace("\u00a0", " ").split()
    if not 1 < len(words) <= 8 or words[0] in language.persons.not_names:
        return False
    # "Central Committee of the League" is a body, "Program of the League" is what one wrote.
    capitalised = list(takewhile(lambda word: word[:1].isupper(), words))
    return any(word.strip(",") in language.persons.organisations for word in capitalised)
