"""The annotator of dates alone, on prose and on a chronicle full of dates.

The peer is what one would write by hand: one regular expression for the commonest English date. Where
`dateparser` is installed beside, its search runs on a small piece of the same text.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from benchmarks.prose import prose
from edition.converter.forms.dates.context import dated
from edition.converter.languages import language

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_BY_HAND = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(_MONTHS)}),? \d{{4}}\b|\b(?:in|since) \d{{4}}\b"
)
_TOLD = (
    *("the following day", "two years later", "that same month"),
    *("in {month}", "by {day} {month}", "in late {month}"),
)
_SIZES = (1_000_000, 10_000_000)
_PIECE = 20_000


def chronicle(size: int, seed: int = 1848) -> str:
    """About `size` characters in which every second sentence has a date, many of them without their year."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        said = prose(chance.randint(80, 200), chance.randrange(1 << 30)).rstrip(".")
        fill = {"month": chance.choice(_MONTHS), "day": str(chance.randint(1, 28))}
        date = chance.choice((*_TOLD, "on {day} {month} " + str(chance.randint(1700, 1990)))).format(**fill)
        parts.append(f"{said} {date}. " + ("\n\n" if chance.random() < 0.2 else ""))
        length += len(parts[-1])
    return "".join(parts)


def dates() -> None:
    """Print MB/s of the annotator alone, beside the peers in the same run."""
    print("\nDates (ratio: time of the annotator against one regular expression)")
    english = language("en")
    dated("On 3 May 1848 it rained.", english)
    for name, make, least in (("prose", prose, 4.0), ("a chronicle", chronicle, 1.0)):
        taken: list[float] = []
        for size in _SIZES:
            text = make(size)
            taken.append(_seconds(partial(dated, text, english)))
            peer = _seconds(partial(_BY_HAND.findall, text))
            rate, ratio = len(text) / 1e6 / taken[-1], taken[-1] / peer
            told = f"{rate:5.1f} MB/s (at least {least}), {ratio:5.1f} times the peer"
            print(f"{f'{name}, {size // 1_000_000} MB':<44} {told}")
        print(f"{'':<44} 10 MB takes {taken[1] / taken[0]:.1f} times as long as 1 MB (at most 11)")
    if find_spec("dateparser"):
        search = import_module("dateparser.search").search_dates
        piece = chronicle(_PIECE)
        ours = _seconds(partial(dated, piece, english))
        theirs = _seconds(partial(search, piece, languages=["en"]))
        print(f"{'dateparser, 20 KB of the chronicle':<44} {theirs:.2f} s, {theirs / ours:.0f} times ours")


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    dates()
