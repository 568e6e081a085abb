"""Which language a text is in: told by its commonest words where that is plain, else by py3langid.

The words are ours and quick; the library (Lui and Baldwin, langid.py, ACL 2012) knows ninety-seven languages
and takes most of a second to load, so it is asked only where the words do not tell.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from edition.converter.languages.table import known_languages, language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 20_000  # characters: more does not change the answer
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.2  # of all words must be among a language's commonest ...
_LEAD = 1.25  # ... and this many times more than for the next best language
_SURE = 0.95  # probability at which the library is believed ...
_FAR_LEAD, _AGREED = 3, 0.6  # ... and where few words, far ahead, say the same
_LEAST = 40  # ... of a text of so many letters at least

# A passage in another language: nearly none of its words are among the commonest of the text's language,
# many among those of one other.
_PASSAGE, _FEWEST = 12, 6  # words, and pieces between blanks that could hold so many
_GLANCE = 400  # characters that mostly tell that a passage is in the text's own language
_OWN_SHARE = 0.12
_OTHER_SHARE = 0.3


def detect_language(text: str) -> str | None:
    """Code of the language of `text`, None where it cannot be told (short, mixed or made-up texts)."""
    counts = Counter(match.group().lower() for match in _WORD.finditer(text[:_SAMPLE]))
    if not counts:
        return None
    return _by_words(counts) or _by_library(text[:_SAMPLE], _likely(counts))


def passage_language(text: str, surrounding: str) -> str | None:
    """Code of the language of a passage in a text of the language `surrounding`; None where it is the same
    one or cannot be told.
    """
    common = _common(surrounding)
    words = text[:_GLANCE].lower().split()
    if len(words) < _FEWEST or sum(map(common.__contains__, words)) > 2 * _OWN_SHARE * len(words):
        return None  # plain at a glance
    for end in (_GLANCE, len(text)):
        words = _WORD.findall(text[:end].lower())
        if len(words) < _PASSAGE or sum(map(common.__contains__, words)) > _OWN_SHARE * len(words):
            return None
    counts = Counter(words)
    ranking = _ranking(counts)
    (best, code), (second, _) = ranking[0], ranking[1]
    if code == surrounding or best < _OTHER_SHARE * len(words) or best < _LEAD * second:
        return None
    return code


def _by_words(counts: Counter[str]) -> str | None:
    ranking = _ranking(counts)
    (best, code), (second, _) = ranking[0], ranking[1]
    if best < 3 or best / counts.total() < _SHARE or best < _LEAD * second:
        return None
    return code


def _likely(counts: Counter[str]) -> str:
    """The language that leads by far, with few words; the library must think so too. Empty for none."""
    (best, code), (second, _) = _ranking(counts)[:2]
    return code if best >= 3 and best >= _FAR_LEAD * second else ""


def _by_library(text: str, likely: str) -> str | None:
    if sum(map(str.isalpha, text)) < _LEAST:
        return None
    code, probability = _library().classify(text)
    return str(code) if probability >= (_AGREED if code == likely else _SURE) else None


@cache
def _library() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (slow, and seldom needed)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _ranking(counts: Counter[str]) -> list[tuple[int, str]]:
    """All languages that have tables, the one with most of its common words first."""
    return sorted(((_score(counts, code), code) for code in known_languages()), reverse=True)


@cache
def _common(code: str) -> frozenset[str]:
    return language(code).common_words


def _score(counts: Counter[str], code: str) -> int:
    """Common words found, less those that tell a neighbouring language (Galician beside Portuguese)."""
    table = language(code)
    found = sum(counts[word] for word in table.common_words)
    # Months and weekdays tell the language of a text that is little more than a masthead.
    found += sum(counts[word] for word in table.calendar_words)
    return found - 6 * sum(counts[word] for word in table.foreign_words)
