"""Regular expressions of XML Schema at random, and texts for them; the same for the same seed.

Inside of a negated class stand no complements (`[^\\S]`): elementpath and jing read those in other ways than
the specification does. And only ranges have something subtracted: of classes elementpath takes seconds to do
it.
"""

from __future__ import annotations

from random import Random

SIGNS = "abcé1 .-Ω"
_ALONE = ("a", "b", "c", "é", "1", " ", r"\-", r"\.", "Ω", r"\n")
_RANGES = ("a-c", "b-z", "0-9", "A-Z", "à-ü", "Α-Ω", " -~", r"!-\-")
_CLASSES = (r"\d", r"\w", r"\s", r"\i", r"\c", r"\p{L}", r"\p{Lu}", r"\p{P}", r"\p{Z}", r"\p{IsBasicLatin}")
_COMPLEMENTS = (r"\D", r"\W", r"\S", r"\I", r"\C", r"\P{N}")
_COUNTS = ("*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "{3,5}")


def text(random: Random) -> str:
    """Up to six characters."""
    return "".join(random.choice(SIGNS) for _ in range(random.randint(0, 6)))


def pattern(random: Random, depth: int = 0) -> str:
    """A regular expression."""
    chance = random.random()
    if depth > 3 or chance < 0.3:
        return random.choice((*_ALONE, ".", *_CLASSES, *_COMPLEMENTS))
    if chance < 0.45:
        return _class(random)
    if chance < 0.65:
        return f"({pattern(random, depth + 1)}){random.choice(_COUNTS)}"
    if chance < 0.8:
        return f"({pattern(random, depth + 1)}|{pattern(random, depth + 1)})"
    return pattern(random, depth + 1) + pattern(random, depth + 1)


def _class(random: Random) -> str:
    chance = random.random()
    if chance < 0.3:
        return f"[{_members(random, (*_ALONE, *_RANGES))}-[{_members(random, (*_ALONE, *_RANGES))}]]"
    if chance < 0.6:
        return f"[^{_members(random, (*_ALONE, *_RANGES, *_CLASSES))}]"
    return f"[{_members(random, (*_ALONE, *_RANGES, *_CLASSES, *_COMPLEMENTS))}]"


def _members(random: Random, kinds: tuple[str, ...]) -> str:
    return "".join(random.choice(kinds) for _ in range(random.randint(1, 3)))
