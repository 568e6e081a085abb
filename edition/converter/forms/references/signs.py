"""The one sign that counts of those between two pieces, and what a full stop ends."""

from __future__ import annotations

import re

from edition.converter.forms.letters import UPPER, fold
from edition.converter.forms.references.piece import WORDS, Piece
from edition.converter.forms.references.vocabulary import Vocabulary

_INITIAL = re.compile(rf"[{UPPER}](?:[a-z]|-[{UPPER}])?")
_VOWELS = frozenset("aeiouyàáâãäèéêëìíîïòóôõöùúûüаеиоуыэюяіїє")
_ABBREVIATED = 8  # letters: no abbreviation has more
_FIRST = "&;:,"  # of several the first of these counts
_NEXT = (("?!…", "?"), (".", "."), ("-—–", "-"), ("/", "/"), (")]", ")"))


def sign_of(signs: str, before: Piece | None, text: str, words: Vocabulary) -> str:
    """The sign of a piece (see Piece) from the characters since the piece `before` it, if there is one."""
    if not signs:
        return " " if before is not None else "^"
    if before is None:
        return "^"
    if "(" in signs or "[" in signs:
        return "("
    for sign in _FIRST:
        if sign in signs:
            return sign
    if signs == ".":
        return _stop(before, text, words)
    return next((sign for several, sign in _NEXT if any(one in signs for one in several)), " ")


def _stop(before: Piece, text: str, words: Vocabulary) -> str:
    """What a single full stop ends: an initial, what may be an abbreviation, or more than that."""
    if before.kind != WORDS:
        return "."
    begin = max(text.rfind(" ", before.start, before.end) + 1, before.start)
    word = text[begin : before.end]
    key = fold(word)
    if _INITIAL.fullmatch(word):
        return "a" if key in words.abbreviated and len(key) > 1 else "i"
    if key in words.abbreviated:
        return "a"
    short = len(key) < _ABBREVIATED and word[-1].isalpha() and key[-1] not in _VOWELS
    return "a" if short and len(before.words) == 1 else "."
