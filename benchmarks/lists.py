"""Names of an edition's lists in a text: with fifty names, and with fifty thousand.

The peer is what one would write by hand: one alternation of all names as a regular expression.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from benchmarks.prose import prose
from edition.building import convert_with
from edition.config import Settings
from edition.converter.forms.listed import ListedNames
from edition.registers import read_register

_T = TypeVar("_T")
_SIZE = 1_000_000
_SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fin",
    "gar",
    "hol",
    "ist",
    "kem",
    "lun",
    "mar",
    "nov",
    "ost",
    "per",
    "rul",
    "ven",
)


def names(count: int, seed: int = 7) -> list[str]:
    """So many invented names of two or three words, no two the same."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        words = [
            "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(chance.randint(2, 3))
        ]
        found[" ".join(word.capitalize() for word in words)] = None
    return list(found)


def text_with(named: list[str], seed: int = 7) -> str:
    """A megabyte of prose in which the first of the names stand."""
    chance = random.Random(seed)
    paragraphs = prose(_SIZE).split("\n\n")
    return "\n\n".join(f"{paragraph} Then {chance.choice(named)} came." for paragraph in paragraphs)


def lists() -> None:
    """Print the seconds for one text with short and long lists, and what loading the lists takes."""
    print("\nLists of an edition (ratio: against the same text with 50 names)")
    every = names(50_000)
    text = text_with(every[:50])
    peer = whole = 0.0
    for count in (50, 50_000):
        table = "name\n" + "\n".join(every[:count])
        (register, _), loading = _timed(partial(read_register, {"persons": (table.encode(), "p.csv")}))
        known, entering = _timed(partial(ListedNames, [[name] for name in every[:count]]))
        found, alone = _timed(partial(_search, known, text))
        convert = partial(convert_with, text, name="text", stem="text", settings=Settings(lang="en"))
        _, first = _timed(partial(convert, register=register))
        _, second = _timed(partial(convert, register=register))
        peer, whole = peer or alone, whole or second
        print(
            f"{count:>6} names: {found} found".ljust(44)
            + f" {alone:5.2f} s ({alone / peer:4.2f}), loading {loading + entering:5.2f} s; "
            f"first text {first:5.2f} s, another {second:5.2f} s ({second / whole:4.2f})"
        )
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, every[:5000]))})\b")
    _, slow = _timed(lambda: list(pattern.finditer(text[: _SIZE // 10])))
    print(f"{'peer: one alternation of 5,000 names':<44} {10 * slow:5.2f} s for as much text")


def _search(known: ListedNames, text: str) -> int:
    return sum(1 for _ in known.find(text, 0, len(text)))


def _timed(run: Callable[[], _T]) -> tuple[_T, float]:
    start = time.process_time()
    return run(), time.process_time() - start


if __name__ == "__main__":
    lists()
