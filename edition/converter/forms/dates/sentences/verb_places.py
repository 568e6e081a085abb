"""The verb in the second place of a clause, in languages in which it stands there.

By it a clause of the present is known, which with a day tells of what is to come: "am Sonntag regnet es".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.converter.languages import Language

_WORDS = re.compile(r"[^\W\d_]+")
_LEAD = 40  # characters before a date in which its article stands


def tells_of_present(
    before: Sequence[str], after: Sequence[str], rest: Sequence[str], language: Language
) -> bool:
    """Whether the verb of a clause is one of the present, by its place and its ending.

    `before` and `after` are the words on both sides of a date, none of which says by itself of what time it
    tells, `rest` those after the clause in its sentence.
    """
    if not language.dates.present_verbs:
        return False
    done = _ends_with_participle(after, language) or _ends_with_participle(rest, language)
    return _after_the_date(before, after, language, done=done) or (
        not done and _before_the_date(before, language)
    )


def belongs_to_done(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date between two offsets says when something was done to the noun that follows.

    "der am Sonntag in Bozen verletzte Spieler", not "die am Sonntag beginnende Messe" or "die am Sonntag
    geplante Feier".
    """
    dates = language.dates
    if not dates.attributive_past:
        return False
    lead = _WORDS.findall(text[max(0, start - _LEAD) : start].rpartition(",")[2])
    opened = [place for place, word in enumerate(lead) if word.lower() in _articles(language)]
    if not opened or not dates.at_a_time.issuperset(lead[opened[-1] + 1 :]) or opened[-1] + 1 == len(lead):
        return False
    done = _done(language).match(text, end)
    return done is not None and not done["done"].startswith((*dates.expected, *dates.put_off_after))


@cache
def _articles(language: Language) -> frozenset[str]:
    return language.quoting.determiners | frozenset(language.dates.determiners)


@cache
def _done(language: Language) -> re.Pattern[str]:
    """Finds a participle before its noun, with a few words before it."""
    shapes = "|".join(f"(?:{shape})" for shape in language.dates.attributive_past)
    if not language.dates.capital_nouns:
        return re.compile(rf"(?:\s+(?!(?:{shapes})\s)[^\s,.;:!?]+)?\s+(?P<done>{shapes})\s+[^\W\d_]")
    return re.compile(
        rf"(?:\s+(?!(?:{shapes})\s)[^\s,.;:!?]+){{0,4}}\s+(?P<done>{shapes})\s+(?:[^\W\d_A-ZÄÖÜ]+\s+)?[A-ZÄÖÜ]"
    )


def _after_the_date(before: Sequence[str], after: Sequence[str], language: Language, *, done: bool) -> bool:
    """Whether such a verb stands right after a date with which the clause begins: "am Sonntag um 9 Uhr
    spielt"; of what is `done`, "ist" tells that it was.
    """
    dates = language.dates
    if not dates.before_fronted.issuperset(map(str.lower, before)):
        return False
    verb = next((word for word in after if word.lower() not in dates.after_fronted), "")
    if verb in dates.copulas:
        return not done
    return is_present(verb, language)


def _before_the_date(before: Sequence[str], language: Language) -> bool:
    """Whether a verb of one stands before a date, after a name or a noun: "der Verein wandert am Sonntag";
    not where the date is that of an occasion: "der Verein freut sich nach dem Sieg am Sonntag".
    """
    if not language.dates.before_occasion.isdisjoint(before):
        return False
    if any(
        lead[0].isupper() and word.endswith(language.dates.present_of_one) and is_present(word, language)
        for lead, word in pairwise(before)
    ):
        return True
    return _is_right_after_several(before, language)


def _is_right_after_several(before: Sequence[str], language: Language) -> bool:
    """Whether a verb of several stands before a date with no noun between, with which the date would go, and
    after a noun: "die Schützen marschieren am Sonntag", not "die Ermittler prüfen den Brand am Sonntag".
    """
    last = next((at for at in range(len(before) - 1, 0, -1) if before[at] not in language.dates.at_a_time), 0)
    if not last:
        return False
    verb, lead = before[last], before[last - 1]
    if not lead[0].isupper() or not verb.endswith(language.dates.present_of_several):
        return False
    return is_present(verb, language)


def is_present(word: str, language: Language) -> bool:
    """Whether a word has the shape of a verb of the present."""
    no_verb = language.dates.no_present
    return word.islower() and word not in no_verb and _verbs(language).fullmatch(word) is not None


def _ends_with_participle(words: Sequence[str], language: Language) -> bool:
    """Whether words end with one that, after "ist", can say what has become of something: "verunglückt"."""
    if not words or words[-1] in language.dates.no_past:
        return False
    return words[-1].islower() and _perfect(language).fullmatch(words[-1]) is not None


@cache
def _verbs(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in language.dates.present_verbs))


@cache
def _perfect(language: Language) -> re.Pattern[str]:
    dates = language.dates
    shapes = (*dates.past_participles, *dates.plain_participles)
    return re.compile("|".join(f"(?:{shape})" for shape in shapes) or "(?!)")
