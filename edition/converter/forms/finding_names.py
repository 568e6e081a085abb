"""Names in running text that show what they are: by initials, by a given name, by a form of address.

What is called after someone is no person: "Rue Jean Jaurès", "Ronald Reagan Airport", "John Wiley & Sons".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from edition.converter.forms.letters import APOSTROPHES, HYPHENS, LOWER, UPPER, beginning_with, fold
from edition.converter.forms.names import (
    BETWEEN,
    CAPITALISED,
    INITIAL,
    MORE_CAPITALISED,
    MORE_INITIAL,
    degrees,
    name_particles,
    name_suffixes,
    not_initials,
    particle_pattern,
    suffix_pattern,
    surname_pattern,
)
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_MOST_SURNAMES = 2
_LOOK = 32  # characters before a name
_SHORTEST = 5  # letters of a surname before a full stop that may end an abbreviation
_PARTED = re.compile(rf"[-‐]\n[ \t]*[{LOWER}]{{2,40}}(?!\w)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)\.?\s+$")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_OWNED = re.compile(rf"[{APOSTROPHES}]s?\s([^\W\d_]+)")
_FIRM = re.compile(
    rf",?\s(?:&|and|und|et|y|e)\s(?:Co|Cie|Comp|Sons|Söhne|Fils|Hijos|Figli|Brothers)\b|\s&\s[{UPPER}]"
)
_NUMBER_AFTER = re.compile(r",? \d{1,4}\b(?![.,]? ?[^\W\d_])")
_NUMERALS = ("I.", "V.", "X.", "L.")
_SURNAME_AFTER = re.compile(rf"\s{{1,40}}[{UPPER}][{LOWER}]")
_GOES_ON = re.compile(rf"\. [{UPPER}][{LOWER}]+[{HYPHENS}][{UPPER}]")
_INITIALS = re.compile(rf"(?:[{UPPER}]\.)+")
_LONGEST_NAME = 60  # characters in capitals before a degree
_CAPITALS_BEFORE = re.compile(
    rf"(?<![\w.&{HYPHENS}{APOSTROPHES}])"
    rf"((?:(?:[{UPPER}]\.[ \u00a0]?|[{UPPER}]{{2,20}}[ \u00a0]){{1,3}})"
    rf"[{UPPER}][{UPPER}{APOSTROPHES}]+(?:[{HYPHENS}][{UPPER}]+)?)$"
)
_CONTRACTED = re.compile(rf"[{LOWER}][{APOSTROPHES}](?!s$)[{LOWER}]{{1,2}}$")


class NameFound(NamedTuple):
    """A name between two offsets of the text, without possessive ending; `rule` says how it was told."""

    start: int
    end: int
    rule: str


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def find_names(text: str, language: Language) -> list[NameFound]:
    """Names that show what they are: by initials, by a given name, by an honorific; in order."""
    found = [
        *(_initialled(text, language) if "." in text else ()),
        *_with_given_name(text, language),
        *_addressed(text, language),
        *_in_capitals(text),
    ]
    found = [name for name in found if not _is_thing(text, name, language)]
    found.sort(key=lambda name: (name.start, -name.end))
    apart: list[NameFound] = []
    for name in found:
        if not apart or name.start >= apart[-1].end:
            apart.append(name)
    return apart


@cache
def _with_initials() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<initials>[{UPPER}](?<![\w.&].){MORE_INITIAL}(?:{BETWEEN}{INITIAL}|-{INITIAL}){{0,3}})"
        rf"[\s\u00a0\u200a\u2009\u202f]?(?P<surname>{surname_pattern()})(?!\w)"
    )


@cache
def _further_name() -> re.Pattern[str]:
    return re.compile(rf"\s{surname_pattern()}(?!\w)")


@cache
def _capitals() -> re.Pattern[str]:
    """Capitalised words in a row, with initials and particles between them: candidates for names."""
    word = rf"(?:{CAPITALISED}|(?:[{UPPER}]\.){{1,3}})"
    first = rf"[{UPPER}](?<![\w.{HYPHENS}].){MORE_CAPITALISED}"
    return re.compile(rf"{first}(?:\s(?:{particle_pattern()}){word}){{1,5}}(?!\w)")


@cache
def _with_honorific(language: Language) -> re.Pattern[str] | None:
    words = language.persons.honorifics | language.persons.ranks
    if not words:
        return None
    further = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"{beginning_with(words)}\.?\s(?:(?:{further})\.?\s){{0,2}}(?P<name>(?:(?:{INITIAL}|{CAPITALISED})\s?){{0,3}}{surname_pattern()})(?!\w)"
    )


@cache
def _suffix_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:{suffix_pattern()})(?!\w)")


@cache
def _called(language: Language) -> frozenset[str]:
    """What people are called after an honorific, and is no name ("Mr. Speaker", "Frau Kollegin")."""
    labels = language.labels
    return labels.roles | labels.called | language.persons.addressed


@cache
def _titles(language: Language) -> frozenset[str]:
    """Titles and offices, which may stand after a given name as well ("Katherine Princess of France")."""
    persons, labels = language.persons, language.labels
    return labels.titles | labels.roles | persons.of_men | persons.of_women


@cache
def _things(language: Language) -> frozenset[str]:
    """Words after a name that make it the name of something else."""
    return language.persons.organisations | language.persons.things


def _initialled(text: str, language: Language) -> list[NameFound]:
    found = []
    for match in _with_initials().finditer(text):
        letters = "".join(match.group("initials").split())
        surname = match.group("surname").split()[-1]
        if letters in not_initials() or surname in language.persons.not_names or not _is_surname(surname):
            # "World War I. Lenin", "Plan B. Then": one letter before a full stop proves nothing.
            continue
        if letters.count(".") == 1 and (
            _follows_capital(text, match.start()) or letters[:-1] in language.persons.honorifics
        ):
            continue
        if "\n" in match.group() and _before(text, match.start()).rstrip(" ").endswith(","):
            continue  # "Pell, T. W." in a list of names, the next line begins another
        after = text[match.end() : match.end() + 2]
        if after[:1] == "." and (after[1:].islower() or len(surname) < 3):
            continue  # "V. Ex.as", "N. Fr. Presse": the beginning of an abbreviation
        if letters.count(".") == 1 and _NUMBER_AFTER.match(text, match.end()):
            continue  # "I. Wollzeile 15"
        if letters in _NUMERALS and surname.isupper():
            continue  # "X. THE STORM": a chapter
        if letters.count(".") == 1 and (
            surname.casefold() in language.common_words or _CONTRACTED.search(surname)
        ):
            continue  # "neither have I. Don't": a sentence ends
        # "A. Philip Randolph": what looked like the surname is a second given name.
        further = _further_name().match(text, match.end()) if surname in given_names() else None
        if further is None and not text[: match.start()].strip():
            signed = _further_name().match(text, match.end())  # "H. Halliday Sparling." signs
            whole = signed is not None and not text[signed.end() :].strip(" .\n")
            further = signed if whole and signed and signed.group().strip() not in _things(language) else None
        end = further.end() if further else match.end()
        start = _given_before(text, match.start())
        found.append(_trimmed(text, start, end, "initials", language))
    return found


def _in_capitals(text: str) -> list[NameFound]:
    """Names in capitals that a degree, an order or a seat after a comma shows ("JAMES REID, M.D.")."""
    if ", " not in text:
        return []
    found = []
    for match in _degree_after().finditer(text):
        name = _CAPITALS_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is None:
            continue
        first = name[1].split(None, 1)[0]
        if first[1:2] == "." or first.capitalize() in given_names():
            found.append(NameFound(name.start(1), name.end(1), "degree after the name"))
    return found


@cache
def _degree_after() -> re.Pattern[str]:
    words = sorted(degrees(), key=len, reverse=True)
    # (The comma first: `re` looks for a letter that all matches begin with many times faster.)
    return re.compile(rf", (?<=[{UPPER}], )(?:{'|'.join(re.escape(word) for word in words)})(?!\w)")


def _before(text: str, offset: int) -> str:
    """The little that stands before an offset."""
    return text[max(0, offset - _LOOK) : offset]


def _given_before(text: str, offset: int) -> int:
    """Where a name with initials begins: at a given name before them ("George H. W. Dane")."""
    match = _WORD_BEFORE.search(_before(text, offset))
    if match is None or match[1] not in given_names() or match.group().rstrip().endswith("."):
        return offset
    return offset - len(match.group())


def _follows_capital(text: str, offset: int) -> bool:
    """Whether the word before is a capitalised one (a numbered war, a given name taken elsewhere)."""
    before = _before(text, offset).split()
    return bool(before) and before[-1][:1].isupper() and before[-1][-1].isalpha() and text[offset - 1] == " "


def _with_given_name(text: str, language: Language) -> list[NameFound]:
    names = given_names()
    found = []
    for match in _capitals().finditer(text):
        beginning = match.group().split(None, 4)
        first = next((place for place, word in enumerate(beginning[:4]) if word in names), len(beginning))
        if first + 1 >= len(beginning):
            continue
        if first and fold(beginning[first - 1]) in language.persons.namesakes:
            continue
        if any(not _is_no_name(word, language) for word in beginning[: max(0, first - 1)]):
            continue  # "On Monday Ada Miller"; but not in a row of other names
        row = [
            _Word(w.group(), match.start() + w.start(), match.start() + w.end())
            for w in re.finditer(r"\S+", match.group())
        ]
        words = _without_title(text, _name_in(row[first:], language), language)
        if all(word.text in names for word in words) and _before(text, match.start()).rstrip().endswith(","):
            continue  # "Tellado Filgueira, Miguel Ángel": a surname stands before
        if len(words) > 1:
            found.append(_trimmed(text, words[0].start, words[-1].end, "given name", language))
    return found


def _is_no_name(word: str, language: Language) -> bool:
    """Whether a capitalised word belongs to the sentence or is a form of address."""
    persons = language.persons
    bare = word.rstrip(".")
    called = (persons.roles, persons.honorifics, persons.ranks, persons.not_names)
    if any(bare in table for table in called) or word.casefold() in language.calendar_words:
        return True
    return fold(bare) in language.labels.roles  # "Prime Minister Anna Lind"


def _name_in(row: Sequence[_Word], language: Language) -> list[_Word]:
    """The words of a row of capitals that are one name, from its first word on; none where the row is the
    name of something else. After an initial comes one surname, else there may be two.
    """
    kept: list[_Word] = []
    surnames = 0
    most = 1 if language.persons.nouns_in_capitals else _MOST_SURNAMES
    joined = False
    for word in row:
        if kept and word.text in _things(language):
            return []
        if kept and word.text in language.persons.not_names and word.text.casefold() not in name_particles():
            break
        if word.text.casefold() in name_particles() and (kept or not word.text[0].isupper()):
            joined = True
        elif _INITIALS.fullmatch(word.text):
            if surnames:
                break
            most = 1
        elif word.text.strip(",") in name_suffixes():
            kept.append(word)
            break
        elif surnames or not (kept and word.text in given_names()):
            if surnames and not joined and word.text in given_names():
                break  # "Jacques Soustelle Claude …": another name begins
            if kept and not joined:
                surnames += 1
            elif kept:
                surnames = max(surnames, 1)
            if surnames > most:
                return [] if most > 1 else _ended(kept)
            joined = False
        kept.append(word)
        if len(kept) > 1 and _is_possessive(word.text, language):
            break
        if len(kept) == 1 and _is_possessive(word.text, language):
            return []
    return _ended(kept)


def _without_title(text: str, words: list[_Word], language: Language) -> list[_Word]:
    """The words of a name without a title at its end: that of a form of address ("Alice Madam"), or one that
    goes on ("Katherine Princess of France"; but "Stephen King").
    """
    if not words:
        return words
    last, labels = fold(words[-1].text), language.labels
    if last in labels.men | labels.women:
        return _ended(words[:-1])
    after = _WORD_AFTER.match(text, words[-1].end) if last in _titles(language) else None
    if after is not None and after[1] in labels.genitives | name_particles():
        return _ended(words[:-1])
    return words


def _ended(words: list[_Word]) -> list[_Word]:
    """The words without initials and particles at the end."""
    while words and (words[-1].text.endswith(".") and words[-1].text not in name_suffixes()):
        words.pop()
    while words and words[-1].text.casefold() in name_particles() and not words[-1].text[0].isupper():
        words.pop()
    return words


def _is_possessive(word: str, language: Language) -> bool:
    return any(ending[0] in APOSTROPHES and word.endswith(ending) for ending in language.persons.possessives)


def _addressed(text: str, language: Language) -> list[NameFound]:
    """Names after a form of address or a rank."""
    honorific = _with_honorific(language)
    if honorific is None:
        return []
    found = []
    for match in honorific.finditer(text):
        start = match.start("name")
        row = [
            _Word(w.group(), start + w.start(), start + w.end())
            for w in re.finditer(r"\S+", match.group("name"))
        ]
        first = row[0].text
        # "Mr. Vice President": an office of two words, and no name.
        office = len(row) > 1 and first not in given_names() and fold(row[-1].text) in _called(language)
        if office or _is_called(first, language) or first in language.persons.not_names:
            continue
        titles = match.group()[: start - match.start()].split()
        if not all(_may_stand(title, language) for title in titles):
            continue  # "Yes, sir. Most men …"
        ranked = any(title.rstrip(".") in language.persons.ranks for title in titles)
        if first.islower() and (ranked or row[-1].text.isupper()):
            continue  # "ministro de Sanidad", "señor conselleiro de Cultura", "señor de IKTU"
        called_so = _is_surname_too([word.text for word in row], titles, language)
        thing = any(word.text in _things(language) for word in row) and not called_so
        if thing or fold(first) in language.calendar_words:
            continue
        words = _until_surname(row, language)
        if (
            all(w.text in given_names() for w in words)
            and words
            and _SURNAME_AFTER.match(text, words[-1].end)
        ):
            continue  # the surname stands apart, and the name would be cut off before it
        if words and len(words[-1].text) < _SHORTEST and _GOES_ON.match(text, words[-1].end):
            continue  # "Dr. Rich. Beer-Holm": an abbreviated given name, of which the surname is not sure
        if words:
            found.append(_trimmed(text, words[0].start, words[-1].end, "honorific", language))
    return found


def _is_surname_too(row: Sequence[str], titles: Sequence[str], language: Language) -> bool:
    """Whether a word for a thing is a surname after these titles ("Captain Lake", "Sir John Bridge"; but
    "General Post").
    """
    persons = language.persons
    if row[-1] not in persons.surnames_too:
        return False
    return (
        row[0] in given_names()
        if len(row) == 2
        else persons.before_things.isdisjoint(titles) and len(row) == 1
    )


def _is_called(word: str, language: Language) -> bool:
    """Whether a word is what people are called, with whatever ending is written to it ("Bürgermeisters")."""
    called = _called(language)
    return fold(word) in called or any(
        word.endswith(ending) and fold(word[: -len(ending)]) in called for ending in language.persons.glued
    )


def _may_stand(title: str, language: Language) -> bool:
    """Whether a form of address is written as before a name: with a full stop only if it is abbreviated, and
    a single letter never without.
    """
    word = title.rstrip(".")
    return is_abbreviated(word, language) if title.endswith(".") else len(word) > 1


def is_abbreviated(word: str, language: Language) -> bool:
    """Whether a form of address is written with a full stop ("Mr."): told by the tables."""
    return fold(word) in language.labels.abbreviations or word in language.persons.abbreviated


def _until_surname(row: Sequence[_Word], language: Language) -> list[_Word]:
    """The given names, initials and particles of a row, and the surname that ends the name."""
    kept: list[_Word] = []
    unknown = False
    for place, word in enumerate(row):
        if word.text in language.persons.not_names and word.text.casefold() not in name_particles():
            break
        if unknown and word.text in given_names() and not (place == 1 and place + 1 < len(row)):
            break  # "Mrs Ashburnham Leonora": another name begins; but "don Xosé Manuel Beiras"
        kept.append(word)
        is_particle = word.text.casefold() in name_particles() and place + 1 < len(row)
        if _is_possessive(word.text, language):
            break
        if not (is_particle or _INITIALS.fullmatch(word.text) or word.text in given_names()):
            after = row[place + 1] if place + 1 < len(row) else None
            if after is not None and (
                after.text in name_suffixes() or after.text.casefold() in name_particles()
            ):
                continue
            unknown = True
            if language.persons.nouns_in_capitals:
                break
    return _ended(kept)


def _is_thing(text: str, name: NameFound, language: Language) -> bool:
    """Whether what stands beside a name makes it that of a street, a ship, a school, a firm."""
    before = _WORD_BEFORE.search(_before(text, name.start))
    if before is not None and fold(before[1]) in language.persons.namesakes:
        return True
    if text[name.end : name.end + 1] in HYPHENS and text[name.end + 1 : name.end + 2].isalnum():
        return True  # "Karl-Marx-Allee"
    owned = _OWNED.match(text, name.end) if text[name.start : name.start + 2] == "S." else None
    if owned is not None and owned[1] in _things(language):
        return True  # "S. Catherine's Church"
    after = _WORD_AFTER.match(text, name.end)
    if after is not None and name.rule != "initials" and after[1] in _things(language):
        return True
    return _FIRM.match(text, name.end) is not None


def _is_surname(word: str) -> bool:
    """A capitalised word of more than one letter; in capitals it needs three ("U. SA" is none)."""
    return len(word) > 2 or (len(word) == 2 and word[1].islower())


def _trimmed(text: str, start: int, end: int, rule: str, language: Language) -> NameFound:
    """The name without the possessive ending that belongs to the sentence, and whole over a line's end."""
    for ending in sorted(language.persons.possessives, key=len, reverse=True):
        if ending[0] in APOSTROPHES and text[start:end].endswith(ending):
            return NameFound(start, end - len(ending), rule)
    if text[end : end + 1] == "." and text[start:end].rsplit(maxsplit=1)[-1] + "." in name_suffixes():
        end += 1
    suffix = _suffix_after().match(text, end)
    if suffix is not None:
        return NameFound(start, suffix.end(), rule)
    parted = _PARTED.match(text, end)
    return NameFound(start, parted.end() if parted is not None else end, rule)
