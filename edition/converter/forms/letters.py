"""Classes of letters and marks for regular expressions, folding, and `Part`, a recognised stretch."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Part(NamedTuple):
    """A stretch of a text (offsets from 0, half-open) that is a TEI `element` with `attributes`."""

    element: str
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...] = ()


def _ranges(category: str) -> str:
    """Letters of a Unicode category in the Latin, Greek and Cyrillic blocks, as a regex class body."""
    letters = [
        chr(code)
        for code in (*range(0x41, 0x530), *range(0x1E00, 0x2000))
        if unicodedata.category(chr(code)) == category
    ]
    runs: list[list[str]] = []
    for letter in letters:
        if runs and ord(letter) == ord(runs[-1][1]) + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return "".join(first if first == last else f"{first}-{last}" for first, last in runs)


UPPER = _ranges("Lu")
LOWER = _ranges("Ll")
APOSTROPHES = "'’ʼ"
HYPHENS = "-‐‑"
DASHES = "—–―‒−"
# Which marks may close a quotation opened by each, over the languages (CLDR delimiters and usage:
# Swedish ”…”, Danish »…«).
QUOTE_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "”": "”",
}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Small letters without accents: what two spellings of a name have in common."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
