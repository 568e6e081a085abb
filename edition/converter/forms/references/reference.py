"""One reference read: its parts, and how much speaks for the reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.converter.forms.letters import Part, fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.references.parts import parts_of
from edition.converter.forms.references.piece import ADDRESS, BEFORE, DASHES, PHRASE, SAME, Piece
from edition.converter.forms.references.pieces import pieces
from edition.converter.forms.references.reading import best_reading
from edition.converter.forms.references.roles import TITLES
from edition.converter.forms.references.row import LETTERS, RANGE
from edition.converter.forms.references.vocabulary import vocabulary
from edition.converter.languages import Language

_LONGEST = 1_500  # characters of a reference
_MOST = 120  # pieces of it
# What numbers or names an entry of a list.
LABEL = re.compile(r"\s*(?:\[[^\[\]\n]{1,14}\]\s*|\(\d{1,4}\)\s+|\d{1,4}[.)]\s+|[*•·†‡–]\s+)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart: `parts` with offsets in its text, in order.

    `score` tells how well the reading goes together, per piece (0 and more: well). `repeats` says that dashes
    stand for the author of the reference before, `same` that the reference is to the source cited before.
    """

    parts: tuple[Part, ...]
    score: float = 0.0
    repeats: bool = False
    same: bool = False

    def all(self, element: str) -> list[Part]:
        """The parts that are an `element`."""
        return [part for part in self.parts if part.element == element]


@remembered(2048)  # the segmenter asks about the same texts as the annotator
def read_reference(text: str, language: Language) -> Reference:
    """The parts of one reference; none where the text is too long for one, or nothing in it is understood."""
    label = LABEL.match(text)
    start = label.end() if label else 0
    if not text[start:].strip() or len(text) > _LONGEST:
        return Reference((), -9.0)
    words = vocabulary(language)
    cut = pieces(text[start:], language)
    if not cut or len(cut) > _MOST:
        return Reference((), -9.0)
    read = best_reading(text[start:], cut, words)
    same = cut[0].kind in (SAME, BEFORE)
    if not any(role in TITLES for role in read.roles) and not same and not _sourced(cut):
        return Reference((), min(read.score, -1.0))
    unpublished = any(piece.kind == PHRASE and piece.detail in words.unpublished for piece in cut)
    found = parts_of(text[start:], cut, read.roles, words, unpublished=unpublished)
    repeats = cut[0].kind == DASHES
    shifted = [part._replace(start=part.start + start, end=part.end + start) for part in found]
    if repeats:
        shifted = [
            part for part in shifted if not (part.element == "author" and part.start == start + cut[0].start)
        ]
    return Reference(tuple(shifted), read.score, repeats, same)


def may_point_back(text: str, language: Language) -> bool:
    """Whether a reading can have `repeats` or `same`: the text begins with a dash, or with a word with which
    "ibid." and its like begin. It is asked before a reading that is wanted for nothing else: that costs
    more.
    """
    label = LABEL.match(text)
    start = label.end() if label else 0
    if text[start:].lstrip()[:1] in RANGE:
        return True
    word = LETTERS.search(text, start)
    markers = vocabulary(language).markers.get(fold(word.group()), ()) if word is not None else ()
    return any(kind in (SAME, BEFORE) for _, kind in markers)


def _sourced(cut: Sequence[Piece]) -> bool:
    return any(piece.kind == ADDRESS for piece in cut)
