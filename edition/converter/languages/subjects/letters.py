"""How letters open and close."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class LetterWords:
    """How letters open and close; all in small letters, without accents or full stops.

    A salute begins with words of `salutes`; a closing formula has one of `closings`, and may end in a word of
    `devotion` before the name ("Yours", "Ihr"). `postscripts` and `enclosures` label what follows.
    """

    salutes: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    devotion: frozenset[str] = frozenset()
    postscripts: frozenset[str] = frozenset({"ps", "p s", "nb", "n b"})
    enclosures: frozenset[str] = frozenset()
