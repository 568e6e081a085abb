"""Classes of letters and marks for regular expressions, folding, and `Part`, a recognised stretch."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from edition.converter.forms.memory import remembered


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


def fold(text: str) -> str:
    """Small letters without accents: what two spellings of a name have in common."""
    return text.lower() if text.isascii() else _without_accents(text)


@remembered(8192)
def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def beginning_with(words: Iterable[str], end: str = "", others: Mapping[str, str] | None = None) -> str:
    """A pattern for any of `words` where a word begins, the longest first, with the pattern `end` after it.

    `others` are patterns that begin with one character each: the character, and what follows. It all starts
    with a set of characters, which `re` looks for many times faster than for a look-behind or for one word
    after the other.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    each = [rf"(?<={re.escape(first)})(?<!\w.)(?:{'|'.join(found)}){end}" for first, found in rests.items()]
    each += [f"(?<={re.escape(first)}){rest}" for first, rest in (others or {}).items()]
    firsts = "".join(map(re.escape, sorted({*rests, *(others or {})})))
    return f"[{firsts}](?:{'|'.join(each)})"


_SHORT = 100  # characters of a pattern that may be said again and again
_MARKS = r"(\[{'`\"“”„«»‘’‚‹›—–\-/_*.,;:|>"


@cache
def _marks_and_figures() -> str:
    """The characters after which a word begins: `re` finds those of a list faster than `\\s` and `\\d`."""
    return _MARKS + "".join(re.findall(r"[\s\d]", "".join(map(chr, range(0x10000)))))


def after_a_mark(
    words: Iterable[str],
    end: str = "",
    others: Mapping[str, str] | None = None,
    *,
    after_figure: Iterable[str] = (),
    openings: Iterable[tuple[Iterable[str], str]] = (),
    more: Iterable[str] = (),
) -> str:
    """A pattern for any of `words` after a blank, a mark or a figure, with the pattern `end` after it.

    `others` are patterns that begin with one character each: the character, and what follows; where it is a
    figure, it is that which stands before. `after_figure` are other patterns of what stands after a figure,
    `openings` words with what follows them, `more` patterns that begin with no small letter. The mark is a
    part of the match: `re` finds one of a few characters fastest, and rules out most places in a text by it.
    What stands first in a text has none before it.
    """
    told = (others or {}).items()
    figures = [*sorted({rest for first, rest in told if first.isdigit()}), *after_figure]
    signs = (([first], rest) for first, rest in told if not first.isdigit())
    small, capital = _by_case((words, end), *signs, *openings)
    # `re` compares what stands there with the first letter of one after the other, and most words of a text
    # have a small one.
    if figures:
        small.append(rf"(?<=\d)(?:{'|'.join(figures)})")
    small.append(f"(?![a-z])(?:{'|'.join((*capital, *more)) or '(?!)'})")
    return f"[{_marks_and_figures()}](?:{'|'.join(small)})"


def _by_case(*several: tuple[Iterable[str], str]) -> tuple[list[str], list[str]]:
    """Patterns for words, each with what follows it: for those that begin with a small letter of the Latin
    alphabet, and for the others. What follows is said again after each first letter if it is short: what
    begins with a letter `re` rules out at once, a choice between letters only from within.
    """
    small, capital = list[str](), list[str]()
    for words, rest in several:
        letters = {word for word in words if "a" <= word[0] <= "z"}
        for those, found in ((letters, small), (set(words) - letters, capital)):
            if len(rest) > _SHORT and those:
                found.append(any_of(those) + rest)
            else:
                found += [re.escape(first) + any_of(more) + rest for first, more in _by_first(those).items()]
    return small, capital


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """What follows the first character of each of several words, by that character."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[:1], []).append(word[1:])
    return rests


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, one letter after the other: `re` looks at the next
    letter for each word that begins so, and no other.
    """
    rests = _by_first(words)
    whole = rests.pop("", None)
    either = [re.escape(first) + any_of(rest) for first, rest in rests.items()]
    if whole is not None:
        either.append("")
    return either[0] if len(either) == 1 else f"(?:{'|'.join(either) or '(?!)'})"
