"""Texts made to be slow, one pattern over and over: four times the text must take four times as long."""

from __future__ import annotations

import time

import edition

_SIZE = 50_000
_PATTERNS = {
    "one long line": "the lamp and the oil ",
    "names": "Rosa Medina ",
    "capitals": "Harbour Bridge ",
    "initials": "A. B. C. ",
    "glued initials": "A.B.C.D.",
    "years": "in 1848 ",
    "digits": "1234567890",
    "months": "May 1, ",
    "dashes": "—\n\n",
    "signatures": "—Rosa Medina\n",
    "attributions": "—Rosa Medina, “A Title” (1848)\n\n",
    "quotations": "Some words we say.\n\n—Rosa Medina, “T” (1848)\n\n",
    "opening marks": "“ ",
    "short lines": "a\n",
    "short paragraphs": "Ab cd\n\n",
    "labels": "Source: a\n",
    "particles": "Charles de la de la ",
    "surnames": "Rosa Medina. Medina ",
    "hyphens": "Ab-Cd-",
    "apostrophes": "O'",
    "brackets": "(Quote)\n\n",
    "control characters": "ab\x07",
    "colons": "a b c:\n\n",
    "blank lines": "a\n" + 999 * "\n",
    "turns": "MR. ABLE: I say so.\n\n",
    "notes": "It is so[1] there.\n\n[1] A note.\n\n",
    "page numbers": "It is so and the\n\n12\n\nmen went out.\n\n",
    "open brackets": "([",
    "letters": "Dear Clara,\n\nI am well.\n\nYours ever,\nTom\n\n",
    "headings": "HEADING\n\n",
    "verse": "The wheel is still,\nThe men are gone,\n\n",
    "underscores": "_ ",
}


def hostile() -> None:
    """Print, for each pattern, seconds for the larger text and the factor between the two."""
    print(f"\nHostile texts, {_SIZE // 1000} KB against {4 * _SIZE // 1000} KB (a factor of 4 is linear)")
    for name, pattern in _PATTERNS.items():
        seconds = [_seconds(pattern, size) for size in (_SIZE, 4 * _SIZE)]
        print(f"{name:<44} {seconds[1]:7.2f} s CPU   factor {seconds[1] / seconds[0]:5.1f}")


def _seconds(pattern: str, size: int) -> float:
    text = (pattern * (size // len(pattern) + 1))[:size]
    start = time.process_time()
    for genre in ("article", "auto", "drama", "letter"):
        edition.convert(text, genre=genre, lang="en")
    return time.process_time() - start
