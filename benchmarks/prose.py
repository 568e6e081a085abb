"""Prose of any length, the same for the same seed: sentences with dates and names among them."""

from __future__ import annotations

import random

_WORDS = """
    the a of and to in that it was his her they had not with for as on at by from this which but were
    there an their one all said when would who more if out so up into than them can only other new some
    time could these two may then do first any my now such like our over man me even most made after also
    did many before must through years where much your way well down should because each just those people
    how too little state good very make world still own see men work long here get both between life being
    under never day same another know while last might us great old year off come since against go came
    right used take three harbour lamp oil river bread mill council window street
""".split()  # noqa: SIM905  (a list of words reads best as words)
_NAMES = (
    "Rosa Medina",
    "J.T. Abel",
    "Clara Weber",
    "Mr. Hartley",
    "Thomas Reed",
    "M. A. Orlova",
    "Paul Gérard",
)
_DATES = (
    "in 1848",
    "on 3 June 1848",
    "on the 3rd of March 1871",
    "since 1919",
    "on May 4, 1921",
    "in May 1917",
)


def prose(size: int, seed: int = 1144) -> str:
    """About `size` characters of paragraphs."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(3, 9)))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:size]


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(6, 24))]
    if chance.random() < 0.15:
        words.insert(chance.randrange(len(words)), chance.choice(_NAMES))
    if chance.random() < 0.1:
        words.append(chance.choice(_DATES))
    words[0] = words[0].capitalize()
    return " ".join(words) + "."
