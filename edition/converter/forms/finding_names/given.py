"""Names that begin with a given name ("Rosa Luxemburg")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from edition.converter.forms.finding_names.found import (
    INITIALS,
    WORD_AFTER,
    NameFound,
    Word,
    ended,
    is_possessive,
    is_weekday_after,
    just_before,
    trimmed,
    words_in,
)
from edition.converter.forms.finding_names.things import things
from edition.converter.forms.letters import HYPHENS, UPPER, fold
from edition.converter.forms.names import (
    CAPITALISED,
    MORE_CAPITALISED,
    name_particles,
    name_suffixes,
    particle_pattern,
)
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_MOST_SURNAMES = 2


def with_given_name(text: str, language: Language) -> list[NameFound]:
    """Names that begin with a given name, in order."""
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
        row = words_in(text, *match.span())
        words = _without_title(text, _name_in(row[first:], language), language)
        if all(word.text in names for word in words) and just_before(text, match.start()).rstrip().endswith(
            ","
        ):
            continue  # "Tellado Filgueira, Miguel Ángel": a surname stands before
        if len(words) > 1:
            found.append(trimmed(text, words[0].start, words[-1].end, "given name", language))
    return found


@cache
def _capitals() -> re.Pattern[str]:
    """Capitalised words in a row, with initials and particles between them: candidates for names."""
    word = rf"(?:{CAPITALISED}|(?:[{UPPER}]\.){{1,3}})"
    first = rf"[{UPPER}](?<![\w.{HYPHENS}].){MORE_CAPITALISED}"
    return re.compile(rf"{first}(?:\s(?:{particle_pattern()}){word}){{1,5}}(?!\w)")


def _is_no_name(word: str, language: Language) -> bool:
    """Whether a capitalised word belongs to the sentence or is a form of address."""
    persons = language.persons
    bare = word.rstrip(".")
    called = (persons.roles, persons.honorifics, persons.ranks, persons.not_names)
    if any(bare in table for table in called) or word.casefold() in language.calendar_words:
        return True
    return fold(bare) in language.labels.roles  # "Prime Minister Anna Lind"


def _name_in(row: Sequence[Word], language: Language) -> list[Word]:
    """The words of a row of capitals that are one name, from its first word on; none where the row is the
    name of something else. After an initial comes one surname, else there may be two.
    """
    kept: list[Word] = []
    surnames = 0
    most = 1 if language.persons.nouns_in_capitals else _MOST_SURNAMES
    joined = False
    for word in row:
        if is_weekday_after(kept, word, language):
            break
        if kept and word.text in things(language):
            return []
        if kept and word.text in language.persons.not_names and word.text.casefold() not in name_particles():
            break
        if word.text.casefold() in name_particles() and (kept or not word.text[0].isupper()):
            joined = True
        elif INITIALS.fullmatch(word.text):
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
                return [] if most > 1 else ended(kept)
            joined = False
        kept.append(word)
        if len(kept) > 1 and is_possessive(word.text, language):
            break
        if len(kept) == 1 and is_possessive(word.text, language):
            return []
    return ended(kept)


def _without_title(text: str, words: list[Word], language: Language) -> list[Word]:
    """The words of a name without a title at its end: that of a form of address ("Alice Madam"), or one that
    goes on ("Katherine Princess of France"; but "Stephen King").
    """
    if not words:
        return words
    last, labels = fold(words[-1].text), language.labels
    if last in labels.men | labels.women:
        return ended(words[:-1])
    after = WORD_AFTER.match(text, words[-1].end) if last in _titles(language) else None
    if after is not None and after[1] in labels.genitives | name_particles():
        return ended(words[:-1])
    return words


@cache
def _titles(language: Language) -> frozenset[str]:
    """Titles and offices, which may stand after a given name as well ("Katherine Princess of France")."""
    persons, labels = language.persons, language.labels
    return labels.titles | labels.roles | persons.of_men | persons.of_women
