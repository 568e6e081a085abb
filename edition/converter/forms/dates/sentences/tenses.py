"""What verbs say of time: whether a word tells of what is to come, or of what was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

from edition.converter.languages import Language

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word, with what an apostrophe ties to it."""
_PLAIN_WORDS = re.compile(r"[^\W_]+|\([^\W_]+(?:\|[^\W_]+)*\)")  # in a shape: "haben", "(ist|sind)"
_INFLECTED = 5  # letters of a word whose ending can say its tense
_SHORT = 4  # characters: "need" and "red" are no past
_AMIDST = "."  # stands for what is before the words after a date: these do not begin a sentence


def words_of(text: str) -> list[str]:
    """The words of a text, with one kind of apostrophe."""
    return WORD.findall(text.replace("’", "'"))


def tense_of(previous: str, written: str, language: Language) -> bool | None:
    """Whether a word, with the one before it, tells of what is to come (True), or of what was (False)."""
    dates = language.dates
    if dates.capital_nouns and previous and written[0].isupper():
        return None  # a noun: "beim Treffen am Sonntag", "der Vorstand"
    word, previous = written.lower(), previous.lower()
    both = f"{previous} {word}"
    if dates.pluperfect and pluperfect(language).fullmatch(both):
        return False  # "had expected"
    if both in dates.past and previous not in dates.bare:
        return False  # "fell due"
    is_noun = word in dates.nouns_of_future and previous in dates.before_adjective  # "announced its plans"
    if (word in dates.future and not is_noun and not _is_month(written, language)) or both in dates.future:
        return True
    if previous in dates.present or word in dates.no_past or both in dates.no_past:
        return None
    if word in _past(language):
        return None if previous in dates.bare else False
    if previous in dates.auxiliaries and word.endswith(dates.participles):
        return False
    if len(word) >= _INFLECTED and word.endswith(dates.future_endings):
        return True
    elided = word.rpartition("'")[2]
    if elided != word and elided in dates.future:
        return True  # "n'aura"
    if len(word) <= _SHORT or not dates.past_endings or not word.endswith(dates.past_endings):
        return None
    noun = dates.capital_nouns and word != written  # "Minuten"
    other = previous in dates.before_adjective or previous in dates.bare  # after "die" an adjective
    return None if noun or other else False


def _is_month(written: str, language: Language) -> bool:
    return any(written in names for names in language.dates.months)


@cache
def _past(language: Language) -> frozenset[str]:
    """The words that tell of what was, also with what may be written with them."""
    dates = language.dates
    return dates.past.union(f"{before}{word}" for before in dates.past_before for word in dates.past)


def tense_of_words(before: Sequence[str], after: Sequence[str], language: Language) -> bool | None:
    """What the nearest of the words before a date says, or the first or last of those after it."""
    dates = language.dates
    if dates.past_infinitives or dates.unreal:
        clause = " ".join((*before, *after)) if len(after) > 1 else " ".join(before)
        if dates.past_infinitives and _ends_so(clause, dates.past_infinitives):
            return False
        if dates.unreal and _ends_so(clause, dates.unreal):
            return None
    if dates.future_infinitives and _is_to_be(before, language):
        return True
    participle, joining = _participles(language), dates.joining
    for words in (reversed([*pairwise(("", *before))]), pairwise((_AMIDST, *after))):
        for previous, word in words:
            said = tense_of(previous, word, language)
            if said is False and dates.adverbs and previous.endswith(dates.adverbs):
                said = None if _is_of_what_will_be(previous, word, before, after, language) else False
            if said is None and word in joining and participle.fullmatch(previous):
                return False  # "is vrijdag aangehouden en moet maandag verschijnen"
            if said is not None:
                return said
    if not after or after[-1] in language.dates.no_past:
        return None
    return False if participle.fullmatch(after[-1]) else None


def _is_of_what_will_be(
    adverb: str, word: str, before: Sequence[str], after: Sequence[str], language: Language
) -> bool:
    """Whether an adverb parts a participle from the "be" or the article with which it tells nothing of what
    was: "will be heavily favored", "a nationally televised speech".
    """
    dates = language.dates
    for words in (before, after):
        for first, second, third in zip(words, words[1:], words[2:], strict=False):
            if (second, third) == (adverb, word):
                return first in dates.present or first in dates.bare or first in dates.before_adjective
    return False


def _is_to_be(before: Sequence[str], language: Language) -> bool:
    """Whether the words of a clause before its date end with what is to be, or what has been said to be done:
    "a report to be released", "has agreed to meet". No definite time goes with a present perfect.
    """
    return any(
        word in before and ending(shapes).fullmatch(" ".join(before)) is not None
        for word, shapes in language.dates.future_infinitives.items()
    )


def _ends_so(clause: str, shapes: tuple[str, ...]) -> bool:
    """Whether a clause ends with words of one of several shapes; its last letters are asked first."""
    return clause.endswith(_last_words(shapes)) and ending(shapes).fullmatch(clause) is not None


@cache
def _last_words(shapes: tuple[str, ...]) -> tuple[str, ...]:
    """The words with which clauses of several shapes end."""
    return tuple(word for shape in shapes for word in _last_of(shape))


def _last_of(shape: str) -> list[str]:
    """The words with one of which all ends that has a shape; what all ends with, where it says none."""
    last = shape.rpartition(" ")[2]
    depths = accumulate((mark == "(") - (mark == ")") for mark in shape)
    several = any(mark == "|" and not depth for mark, depth in zip(shape, depths, strict=True))
    return [""] if several or not _PLAIN_WORDS.fullmatch(last) else last.strip("()").split("|")


@cache
def ending(several: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a clause that ends with words of one of several shapes."""
    shapes = "|".join(f"(?:{shape})" for shape in several)
    return re.compile(rf"(?:.* )?(?:{shapes or '(?!)'})")


def is_participle(word: str, language: Language) -> bool:
    """Whether a word has the shape of a participle of what was."""
    return _participles(language).fullmatch(word) is not None


@cache
def _participles(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in language.dates.past_participles) or "(?!)")


@cache
def pluperfect(language: Language) -> re.Pattern[str]:
    """Finds the words of what had been before something else."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(language.dates.pluperfect)})(?!\w)")
