"""A piece of a reference, and the kinds that there are."""

from __future__ import annotations

from typing import NamedTuple

WORDS, NUMBER, DATE, SCOPE, ADDRESS, QUOTED, ITALIC = (
    "words", "number", "date", "scope", "address", "quoted", "italic",
)  # fmt: skip
CONTAINER, EDITION, DASHES = "container", "edition", "dashes"
# What the markers of the tables make: words for what stands beside them, or that are no part themselves.
EDITOR, TRANSLATOR, OTHERS, PHRASE, SAME, BEFORE = (
    "editor",
    "translator",
    "others",
    "phrase",
    "same",
    "before",
)


class Piece(NamedTuple):
    """A stretch of a reference (offsets from 0) with the sign before it.

    `sign` is one of: "^" nothing before it, " " no sign, "," ";" ":" "." "?" "-" "/" "(" ")" "&" (a word for
    "and", too), "i" the full stop of an initial, "a" that of what may be an abbreviation. `detail` is what
    the kind needs: the unit of a scope, what sort of date ("day", "range"), the type of an address, the words
    of a marker. `words` are folded.
    """

    kind: str
    start: int
    end: int
    sign: str
    detail: str = ""
    words: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
