"""How letters open and close."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class LetterWords:
    """How letters open and close; all in small letters, without accents or full stops.

    A salute begins with a word of `salutes`, or ends in one of `dictions` ("Tiro Ciceroni s. d."). A closing
    formula has one of `closings`, and may end in a word of `devotion` before the name ("Yours", "Ihr"); a
    whole sentence that takes leave begins with one of `leaves`. `postscripts` and `enclosures` label what
    follows, `subjects` the line that says what a letter is about. `telegrams` head a telegram; `times` say
    when it was written where there is no date ("Orrin, Sunday night"). `headings` mean a letter in the
    heading over one ("Letter XII"), `addressing` words stand in it before the name of whom it goes to ("To
    Miss Howe", "Goethe an Schiller"). `signing` words in brackets say that a name is a signature.
    """

    salutes: frozenset[str] = frozenset()
    dictions: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()
    devotion: frozenset[str] = frozenset()
    postscripts: frozenset[str] = frozenset({"ps", "p s", "nb", "n b"})
    enclosures: frozenset[str] = frozenset()
    telegrams: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    signing: frozenset[str] = frozenset()
