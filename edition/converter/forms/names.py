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

from edition.converter.forms.letters import APOSTROPHES, HYPHENS, LOWER, UPPER
from edition.converter.forms.memory import remembered
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

# Two-letter initials stand for one sound in other scripts: Ya., Yu., Ch., Sh., Zh., Th.
MORE_INITIAL = r"(?:[hua])?\."
INITIAL = rf"[{UPPER}]{MORE_INITIAL}"
BETWEEN = r"[ \u00a0\u2009\u200a\u202f]?"
# The lengths are bounded so that no odd text (a page of hyphens) makes matching quadratic.
MORE_CAPITALISED = (
    rf"[{LOWER}{UPPER}{APOSTROPHES}]{{0,40}}[{LOWER}{UPPER}](?:[{HYPHENS}][{UPPER}]?[{LOWER}]{{1,40}}){{0,3}}"
)
CAPITALISED = rf"[{UPPER}]{MORE_CAPITALISED}"

# (A look-behind stands after the first letter: `re` scans for a set of letters many times faster.)
_GLUED_INITIAL = re.compile(rf"({INITIAL})(?=[{UPPER}])")
_GIVEN = re.compile(rf"{INITIAL}|{CAPITALISED}|[{UPPER}]")
_NUMERAL = re.compile(r"[IVX]{1,5}")
_PARTED_WORD = re.compile(rf"[-‐]\n[ \t]*(?=[{LOWER}])")
# Only after another particle ("van der"): by themselves they are articles.
_NEVER_FIRST = frozenset({"der", "den"})
_SPACE = r"(?:[ \u00a0]|\n[ \t]{0,40})"
_SURNAME = re.compile(rf"(?:al-|el-|[dDO][{APOSTROPHES}])?{CAPITALISED}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: `given` holds names or single letters, `surname` its particles too.

    `suffix` tells father and son apart ("Jr.", "fils"). A ruler's surname is the number ("XVI").
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def is_regnal(self) -> bool:
        """Whether the name is a ruler's or a pope's ("Louis XVI"), who has no surname."""
        return bool(self.given) and _NUMERAL.fullmatch(self.surname) is not None

    @property
    def filed(self) -> tuple[str, ...]:
        """The words of the name in the order in which it is filed."""
        return (*self.given, self.surname) if self.is_regnal else (self.surname, *self.given)

    @property
    def key(self) -> str:
        """The surname as it is compared: letters only, without case."""
        return _key(self.surname)

    def may_be(self, other: Name) -> bool:
        """Whether both can name one person: same surname, and no given name against another."""
        if self.key != other.key or (self.suffix != other.suffix and self.suffix and other.suffix):
            return False
        return all(_agree(mine, theirs) for mine, theirs in zip(self.given, other.given, strict=False))


def first_surname(name: Name) -> str:
    """The first of two surnames, empty where there is one ("Prado" of "Montserrat Prado Cores")."""
    last = name.given[-1] if name.given else ""
    return last if len(last) > 1 and last not in given_names() else ""


@remembered(4096)
def _key(surname: str) -> str:
    return "".join(c for c in surname.casefold() if c.isalnum())


def _agree(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one.startswith(other) or other.startswith(one) if 1 in (len(one), len(other)) else one == other


@cache
def _tables() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], frozenset[str]]:
    text = (
        files("edition.converter.languages").joinpath("shared", "initials.toml").read_text(encoding="utf-8")
    )
    raw = tomllib.loads(text)
    return (
        frozenset(raw["not_initials"]),
        tuple(raw["particles"]),
        frozenset(raw["suffixes"]),
        frozenset(raw["degrees"]),
    )


def not_initials() -> frozenset[str]:
    """Letters with full stops that are no one's initials ("U.S.")."""
    return _tables()[0]


@cache
def name_particles() -> frozenset[str]:
    """Parts of names that are not capitalised ("von", "de"), in small letters."""
    return frozenset(particle.casefold() for particle in _tables()[1])


@cache
def name_suffixes() -> frozenset[str]:
    """What may follow a surname ("Jr.", "III")."""
    return _tables()[2]


@cache
def degrees() -> frozenset[str]:
    """What may follow a name after a comma, and shows that it is one ("M.D.", "M.P.")."""
    return _tables()[3]


@cache
def particle_pattern() -> str:
    """Particles before a surname, or none, as a regex."""
    words = sorted(_tables()[1], key=len, reverse=True)
    glued = [re.escape(word) for word in words if word[-1] in APOSTROPHES]
    apart = [re.escape(word) for word in words if word[-1] not in APOSTROPHES]
    first = [word for word in apart if word not in _NEVER_FIRST]
    further = rf"(?:(?:{'|'.join(apart)}){_SPACE}){{0,2}}"
    return rf"(?:(?:{'|'.join(first)}){_SPACE}{further}|(?:{'|'.join(glued)}))?"


@cache
def surname_pattern() -> str:
    """A surname with its particles and what may follow it, as a regex."""
    return rf"{particle_pattern()}(?:al-|el-)?{CAPITALISED}(?:,?[ \u00a0](?:{suffix_pattern()})(?!\w))?"


@remembered(4096)  # the same names come again and again
def parse_name(text: str, language: Language | None = None) -> Name | None:
    """A whole string as a name, None where it cannot be one: too long, or with words that are no name.

    A single capitalised word is a surname. `language` knows the words that begin no name ("The").
    """
    particles = _tables()[1]
    spaced = _GLUED_INITIAL.sub(r"\1 ", text.replace("\u200a", " "))
    flat = " ".join(word for word in spaced.replace("\u00a0", " ").split())
    ending = _suffix_at_end().search(flat)
    suffix = ending[1] if ending is not None else ""
    if ending is not None:
        before = flat[: ending.start()].rstrip(",").split()
        if _NUMERAL.fullmatch(suffix) and all(word in given_names() for word in before):
            return Name(tuple(before), suffix)  # "Leopold II"
        flat = flat[: ending.start()]
    words = [word.strip(",") for word in flat.split()]
    if not 1 <= len(words) <= 7 or (language is not None and words[0] in language.persons.not_names):
        return None
    if language is not None:
        # "President Lincoln", "Dr. Weber": what someone is called is no part of the name.
        called = (language.persons.roles, language.persons.honorifics)
        while len(words) > 1 and any(words[0].rstrip(".") in table for table in called):
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
    return Name(tuple(word.rstrip(".") for word in given), " ".join(surname), suffix.rstrip(".").casefold())


@cache
def _suffix_at_end() -> re.Pattern[str]:
    return re.compile(rf",? ({suffix_pattern()})$")


def form_of(words: str) -> str:
    """A name as it stands in a text, on one line and whole where the end of a line parts it."""
    return " ".join(_PARTED_WORD.sub("", words).split()) if "\n" in words else " ".join(words.split())


@cache
def suffix_pattern() -> str:
    """Suffixes that a comma may part from the name ("Jr.", "the Younger"), as a regex."""
    return "|".join(re.escape(suffix) for suffix in sorted(_tables()[2], key=len, reverse=True))


def is_organisation(text: str, language: Language) -> bool:
    """Whether a capitalised name is that of a body ("Communist International"), by one of its words."""
    words = text.replace("\u00a0", " ").split()
    if not 1 < len(words) <= 8 or words[0] in language.persons.not_names:
        return False
    if any(word in language.quoting.says for word in words):
        return False  # "Opposition leader Per Dahl called the plan"
    # "Central Committee of the League" is a body, "Program of the League" is what one wrote.
    capitalised = list(takewhile(lambda word: word[:1].isupper(), words))
    return any(word.strip(",") in language.persons.organisations for word in capitalised)
