"""Months of contracts that are traded, which are to come: "the December contract lost a cent"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.sentences import follows
from edition.converter.languages import Language

_AROUND = 300  # characters around a month in which words say that news are of a market
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
_LEAD = 16  # characters before a month in which its preposition stands


def is_traded(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a month between two offsets is that of a contract in news of a market: "December futures", "new
    crop July", "July was up 2.6 cents"; not "in July it was up".
    """
    dates = language.dates
    if not dates.traded:
        return False
    named = follows(text, start, dates.traded_after) or _traded(language).match(text, end) is not None
    if not named and not _is_quoted(text, start, end, language):
        return False
    return not dates.of_market.isdisjoint(_WORD.findall(text[max(0, start - _AROUND) : end + _AROUND]))


def _is_quoted(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a month has its price right after it, and no preposition before: "July settled up 19"."""
    before = _WORD_BEFORE.search(text, max(0, start - _LEAD), start)
    in_time = before is not None and before[1].lower() in language.dates.before
    return not in_time and _has_price(language).match(text, end) is not None


@cache
def _traded(language: Language) -> re.Pattern[str]:
    """Such a word, after at most one for what is traded: "December wheat futures"."""
    return re.compile(rf"(?: [^\W\d_]+)? (?:{_either(language.dates.traded)})(?!\w)")


@cache
def _has_price(language: Language) -> re.Pattern[str]:
    """A verb and figures, with at most two words between: "settled up 19", "was up 2.6 cents"."""
    return re.compile(rf" (?:{_either(language.dates.traded_at)})(?: [a-z]+){{0,2}} \d")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
