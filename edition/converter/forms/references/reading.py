"""The best reading of a reference: a role for each of its pieces, by the scores of looks and steps.

A dynamic programme (Viterbi's) over pieces and roles: the best way to each role at each piece, from the ways
to the piece before. What is far behind the best way is given up, so that the time grows with the number of
pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.references.grammar import END, START, STEPS
from edition.converter.forms.references.looks import looks
from edition.converter.forms.references.piece import DATE, ITALIC, NUMBER, QUOTED, SCOPE, WORDS, Piece
from edition.converter.forms.references.roles import GIVEN0, HOUSE, JOURNAL, TITLE, TITLES, TOWN, WORK
from edition.converter.forms.references.vocabulary import Vocabulary
from edition.converter.forms.references.wording import Scores

_BEAM = 5.0  # of score: what lies further behind does not catch up
_ANYHOW = -8.0  # a step that the grammar does not know, where there is no other
_MARKED = {QUOTED: -2.5, ITALIC: -1.5}  # a title in marks is whole: what stands beside it is not of it
_AFTER_QUOTED = {
    JOURNAL: 0.5,
    WORK: 0.9,
    HOUSE: -0.5,
    TOWN: -0.3,
}  # a title in marks is of a piece in something
_SMALL_LETTER = -1.2  # a title that begins with one
_FIGURES_FIRST = -1.5  # a title that begins with a number
_FIGURES = frozenset({NUMBER, DATE, SCOPE})


class Read(NamedTuple):
    """The roles of the pieces, and how much speaks for them, per piece."""

    roles: tuple[int, ...]
    score: float


# The steps of the grammar by the sign and the role before: the roles that may follow, each with its score.
_ROWS: dict[str, dict[int, tuple[tuple[int, float], ...]]] = {}
for _before, _steps in STEPS.items():
    for _after, _signs in _steps.items():
        for _sign, _gain in _signs.items():
            _row = _ROWS.setdefault(_sign, {})
            _row[_before] = (*_row.get(_before, ()), (_after, _gain))


def best_reading(text: str, pieces: Sequence[Piece], words: Vocabulary) -> Read:
    """The reading for which most speaks."""
    last = len(pieces) - 1
    dated = any(piece.kind == DATE and piece.detail != "range" for piece in pieces)
    ways: dict[int, float] = {}
    backs: list[dict[int, int]] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place < last else None
        scores = looks(piece, text, following, words, dated=dated)
        if place == 0:
            now = _first(piece, text, scores)
            back: dict[int, int] = {}
        else:
            now, back = _further(piece, pieces[place - 1], text, scores, ways)
        if place == last:
            now = {role: score + END.get(role, 0.0) for role, score in now.items()}
        floor = max(now.values()) - _BEAM
        ways = {role: score for role, score in now.items() if score >= floor}
        backs.append(back)
    role = max(ways, key=ways.__getitem__)
    score = ways[role]
    roles = [role]
    for back in reversed(backs[1:]):
        role = back[role]
        roles.append(role)
    return Read(tuple(reversed(roles)), score / len(pieces))


def _first(piece: Piece, text: str, scores: Scores) -> dict[int, float]:
    found = {}
    for role, score in scores.items():
        if role == GIVEN0 and len(piece.words) < 2:
            continue  # initials alone begin a name in its natural order
        if role in START:
            found[role] = score + START[role] + (_beginning(piece, text) if role in TITLES else 0.0)
    return found or {TITLE: _ANYHOW}


def _beginning(piece: Piece, text: str) -> float:
    """What speaks against a title that begins with this piece."""
    if piece.kind == WORDS:
        return _SMALL_LETTER if text[piece.start].islower() else 0.0
    return _FIGURES_FIRST if piece.kind in _FIGURES else 0.0


def _further(
    piece: Piece, above: Piece, text: str, scores: Scores, ways: dict[int, float]
) -> tuple[dict[int, float], dict[int, int]]:
    """The best way to each role of a piece, and the role before it on that way."""
    rows = _ROWS.get(piece.sign, {})
    begins = _beginning(piece, text)
    marked = _MARKED.get(piece.kind, 0.0) + _MARKED.get(above.kind, 0.0)
    quoted = above.kind == QUOTED
    now: dict[int, float] = {}
    back: dict[int, int] = {}
    for before, reached in ways.items():
        after_quoted = quoted and before == TITLE
        for role, gain in rows.get(before, ()):
            if role not in scores:
                continue
            total = reached + gain + scores[role]
            if role in TITLES:
                if role != before:
                    total += begins
                elif role == TITLE:
                    total += marked
            if after_quoted:
                total += _AFTER_QUOTED.get(role, 0.0)
            if role not in now or total > now[role]:
                now[role] = total
                back[role] = before
    if not now:
        before = max(ways, key=ways.__getitem__)
        for role, score in scores.items():
            now[role] = ways[before] + _ANYHOW + score
            back[role] = before
    return now, back
