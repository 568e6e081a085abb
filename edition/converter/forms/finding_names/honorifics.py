"""Names after a form of address or a rank ("Frau Zetkin", "Captain Lake")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edition.converter.forms.finding_names.found import (
    INITIALS,
    NameFound,
    Word,
    ended,
    is_possessive,
    is_weekday_after,
    trimmed,
    words_in,
)
from edition.converter.forms.finding_names.things import things
from edition.converter.forms.letters import HYPHENS, LOWER, UPPER, beginning_with, fold
from edition.converter.forms.names import CAPITALISED, INITIAL, name_particles, name_suffixes, surname_pattern
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_SHORTEST = 5  # letters of a surname before a full stop that may end an abbreviation
_SURNAME_AFTER = re.compile(rf"\s{{1,40}}[{UPPER}][{LOWER}]")
_GOES_ON = re.compile(rf"\. [{UPPER}][{LOWER}]+[{HYPHENS}][{UPPER}]")


def addressed(text: str, language: Language) -> list[NameFound]:
    """Names after a form of address or a rank."""
    honorific = _with_honorific(language)
    if honorific is None:
        return []
    found = []
    for match in honorific.finditer(text):
        start = match.start("name")
        row = words_in(text, *match.span("name"))
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
        thing = any(word.text in things(language) for word in row) and not called_so
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
            found.append(trimmed(text, words[0].start, words[-1].end, "honorific", language))
    return found


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
def _called(language: Language) -> frozenset[str]:
    """What people are called after an honorific, and is no name ("Mr. Speaker", "Frau Kollegin")."""
    labels = language.labels
    return labels.roles | labels.called | language.persons.addressed


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


def _until_surname(row: Sequence[Word], language: Language) -> list[Word]:
    """The given names, initials and particles of a row, and the surname that ends the name."""
    kept: list[Word] = []
    unknown = False
    for place, word in enumerate(row):
        if word.text in language.persons.not_names and word.text.casefold() not in name_particles():
            break
        if is_weekday_after(kept, word, language):
            break
        if unknown and word.text in given_names() and not (place == 1 and place + 1 < len(row)):
            break  # "Mrs Ashburnham Leonora": another name begins; but "don Xosé Manuel Beiras"
        kept.append(word)
        is_particle = word.text.casefold() in name_particles() and place + 1 < len(row)
        if is_possessive(word.text, language):
            break
        if not (is_particle or INITIALS.fullmatch(word.text) or word.text in given_names()):
            after = row[place + 1] if place + 1 < len(row) else None
            if after is not None and (
                after.text in name_suffixes() or after.text.casefold() in name_particles()
            ):
                continue
            unknown = True
            if language.persons.nouns_in_capitals:
                break
    return ended(kept)
