"""Plays, debates and prose of any length through the segmenter alone, and through the whole conversion.

The peer is what one would write by hand: one regular expression held against every line.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import partial

import edition
from benchmarks.prose import prose
from edition.converter.languages import language
from edition.converter.read import read_source
from edition.converter.segment import segment

_ROLES = ("ORRIN", "MARA", "TOBIAS", "THE WIDOW", "FIRST BOATMAN", "SECOND BOATMAN", "RUTH")
_MEMBERS = ("Mr. HALLOW", "Mrs. DANE", "Dr. ORME", "The SPEAKER", "Miss KEAY")
_LABEL = re.compile(r"^((?:[A-Z][A-Za-z.]*\s?){1,4})[.:]\s*(.*)$")
_SIZES = (1_000_000, 10_000_000)


def play(size: int, *, verse: bool, seed: int = 7) -> str:
    """About `size` characters of a play in acts of scenes, with directions."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        if len(parts) % 60 == 0:
            parts.append(f"SCENE {len(parts) // 60 + 1}. A room by the harbour.\n")
        speech = _lines(chance) if verse else prose(chance.randint(60, 500), chance.randrange(1 << 30))
        aside = " [_Aside._]" if chance.random() < 0.1 else ""
        parts.append(
            f"{chance.choice(_ROLES)}.{aside}\n{speech}\n"
            if verse
            else f"{chance.choice(_ROLES)}.{aside} {speech}\n"
        )
        length += len(parts[-1]) + 1
    return "\n".join(parts)


def debate(size: int, seed: int = 7) -> str:
    """About `size` characters of a debate, with reactions."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        said = prose(chance.randint(100, 1500), chance.randrange(1 << 30))
        parts.append(f"{chance.choice(_MEMBERS)}: {said}" + (" (Laughter.)" if chance.random() < 0.1 else ""))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)


def genres() -> None:
    """Print MB/s of the segmenter and of the whole conversion, beside the peer in the same run."""
    print("\nGenres (ratio: time of the segmenter against one regular expression on every line)")
    for name, make, least in (
        ("prose", prose, 3.0),
        ("a play in prose", lambda size: play(size, verse=False), 1.5),
        ("a play in verse", lambda size: play(size, verse=True), 1.5),
        ("a debate", debate, 1.5),
    ):
        whole: list[float] = []
        for size in _SIZES:
            text = make(size)
            megabytes = len(text.encode()) / 1e6
            source, _ = read_source(text.encode(), name="text", stem="text", encoding=None)
            assert source is not None
            alone = _seconds(partial(segment, source, language("en")))
            peer = _seconds(partial(_labels, text))
            whole.append(_seconds(partial(edition.convert, text)))
            print(
                f"{name}, {size // 1_000_000} MB".ljust(44)
                + f" segmenter {megabytes / alone:5.1f} MB/s (at least {least}), "
                f"{alone / peer:5.1f} times the peer; whole {megabytes / whole[-1]:4.2f} MB/s (at least 1)"
            )
        print(f"{'':<44} 10 MB takes {whole[1] / whole[0]:.1f} times as long as 1 MB (at most 11)")


def _lines(chance: random.Random) -> str:
    return "\n".join(
        prose(chance.randint(36, 46), chance.randrange(1 << 30)) for _ in range(chance.randint(1, 12))
    )


def _labels(text: str) -> None:
    """The peer: one regular expression held against every line."""
    for line in text.split("\n"):
        _LABEL.match(line)


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    genres()
