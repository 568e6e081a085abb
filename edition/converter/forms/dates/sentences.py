"""The sentence in which a date stands: whether it begins with it, and of what time it speaks."""

from __future__ import annotations

import re

from edition.converter.languages import Language

_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\s*\n|[;·\u0387]")
_CLAUSE_END = re.compile(r"[.!?](?=\s)|[;,:–—·\u0387]|\n\s*\n")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = 250  # characters of a sentence on each side of a date that are read for its tense
_OPENING = 24  # characters of a sentence in which its time is said
_INFLECTED = 5  # letters of a word whose ending can say its tense
_BEFORE = 12  # characters before a date in which a word stands


def begins_sentence(text: str, start: int) -> bool:
    """Whether a date at `start` is among the first words of its sentence, as what a story goes on with is."""
    opening = text[max(0, start - _OPENING) : start]
    return start < _OPENING or bool(_SENTENCE_END.search(opening + " ")) or "\n" in opening


def is_attribute(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date between two offsets only says which thing is meant: "the August 1792 uprising"."""
    determiners = language.dates.determiners
    if not determiners or text[end : end + 1] != " ":
        return False
    before = _WORDS.findall(text[max(0, start - _BEFORE) : start])
    after = _WORDS.match(text, end + 1)
    if not before or before[-1] not in determiners or after is None:
        return False
    return after.group().islower() and after.group() not in language.common_words


def is_future(text: str, start: int, end: int, language: Language) -> bool | None:
    """Whether the sentence around a date between two offsets speaks of what is to come (True), of what was
    (False), or does not say.

    The nearest word before the date that says it decides, else the first after it: in its clause, or in the
    sentence where the date begins it.
    """
    begin = max(0, start - _SENTENCE)
    clause = max((match.end() for match in _CLAUSE_END.finditer(text, begin, start)), default=begin)
    opens = clause == begin or text[clause - 1] in ".!?;·\u0387\n"
    stops = _SENTENCE_END if opens and begins_sentence(text, start) else _CLAUSE_END
    stop = stops.search(text, end, end + _SENTENCE)
    before = _words(text[clause:start])
    after = _words(text[end : stop.start() if stop else end + _SENTENCE])
    for word in (*reversed(before), *after):
        future = _tense(word, language)
        if future is not None:
            return future
    return None


def _tense(word: str, language: Language) -> bool | None:
    """Whether a word speaks of what is to come (True), of what was (False), or does not say."""
    dates = language.dates
    if word in dates.past:
        return False
    if word in dates.future:
        return True
    if len(word) < _INFLECTED:
        return None
    return (
        True if word.endswith(dates.future_endings) else False if word.endswith(dates.past_endings) else None
    )


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower().replace("’", "'"))
