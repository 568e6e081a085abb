"""The words with which parts of a day and its hours are told, where they only stand beside a date."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.letters import fold
from edition.converter.languages import Language

_SHORT = 2  # letters of a word such as "au", and of "p.m."
_WORDS = re.compile(r"[^\W\d_]+")


def only_hours(words: str, language: Language) -> bool:
    """Whether words say no more than an hour or a part of the day: "soir, minuit", "10 p.m."."""
    hours = words_beside(language)
    return all(len(word) <= _SHORT or fold(word) in hours for word in _WORDS.findall(words))


@cache
def words_beside(language: Language) -> frozenset[str]:
    """What may stand beside a day in small letters, without accents: weekdays, hours, parts of the day."""
    weekdays = (fold(day) for day in language.dates.weekday_names)
    return frozenset((*language.letters.times, *weekdays, *map(fold, words_of_hours(language))))


@cache
def words_of_hours(language: Language) -> frozenset[str]:
    """The words with which parts of a day and its hours are told."""
    dates = language.dates
    phrases = [*dates.units.get("night", ()), *dates.before_time, *dates.forms.get("time", ())]
    phrases += [phrase for several in dates.halves.values() for phrase in several]
    without_pieces = (re.sub(r"\{\w+\??\}", " ", phrase) for phrase in phrases)
    return frozenset(word.lower() for phrase in without_pieces for word in _WORDS.findall(phrase))
