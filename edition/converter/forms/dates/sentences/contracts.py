"""Months of contracts that are traded, which are to come: "the December contract lost a cent"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.languages import Language

_AROUND = 300  # characters around a month in which words say that news are of a market
_WORD = re.compile(r"[^\W\d_]+")


def is_traded(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a month between two offsets is that of a contract, in news of a market: "December futures"."""
    dates = language.dates
    if not dates.traded or _traded(dates.traded).match(text, end) is None:
        return False
    return not dates.of_market.isdisjoint(_WORD.findall(text[max(0, start - _AROUND) : end + _AROUND]))


@cache
def _traded(words: tuple[str, ...]) -> re.Pattern[str]:
    """Such a word, after at most one for what is traded: "December wheat futures"."""
    return re.compile(rf"(?: [^\W\d_]+)? (?:{'|'.join(map(re.escape, words))})(?!\w)")
