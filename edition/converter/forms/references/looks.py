"""What a piece of a reference looks like: how much speaks for each role that it could have."""

from __future__ import annotations

from edition.converter.forms.references import piece as kind
from edition.converter.forms.references import roles as role
from edition.converter.forms.references.piece import Piece
from edition.converter.forms.references.vocabulary import Vocabulary
from edition.converter.forms.references.wording import Scores, given_name, of_words

_FIXED: dict[str, Scores] = {
    kind.ADDRESS: {role.ADDRESS0: 0.0, role.ADDRESS1: 0.0},
    kind.EDITION: {role.EDITION: 0.5, role.OTHER0: -1.0, role.TITLE: -2.0},
    kind.CONTAINER: {role.IN: 0.0, role.TITLE: -1.5, role.WORK: -2.0},
    kind.QUOTED: {role.TITLE: 2.0, role.WORK: 0.0, role.SERIES: -1.0, role.JOURNAL: -0.5},
    kind.ITALIC: {role.TITLE: 1.5, role.WORK: 1.5, role.JOURNAL: 1.8, role.SERIES: -1.0, role.OTHER1: -2.0},
    kind.DASHES: {role.NAME0: 3.0},
    "others": {role.MORE0: 0.5, role.MORE1: 0.5, role.TITLE: -3.0, role.OTHER1: -2.0},
    "phrase": {role.OTHER0: 0.5, role.OTHER1: 1.2, role.TITLE: -1.5},
    kind.SAME: {role.OTHER0: 1.0, role.OTHER1: 0.5},
    kind.BEFORE: {role.OTHER0: 1.0, role.OTHER1: 0.5},
    kind.SCOPE: {
        role.NUMBER0: -1.0, role.NUMBER1: 0.6, role.TITLE: -1.6, role.WORK: -1.6, role.JOURNAL: -2.2,
    },
    kind.NUMBER: {
        role.NUMBER0: -0.8, role.NUMBER1: 0.3, role.TITLE: -1.3, role.WORK: -1.3, role.JOURNAL: -1.8,
        role.SERIES: -1.0,
    },
    kind.DATE: {role.DATE0: 0.3, role.DATE1: 0.3, role.TITLE: -1.6, role.WORK: -1.6, role.JOURNAL: -2.2},
}  # fmt: skip
_YEAR = {**_FIXED[kind.DATE], role.NUMBER1: -0.7, role.NUMBER0: -1.5}
_SPAN = {**_YEAR, role.TITLE: -0.2, role.WORK: -0.2, role.DATE1: -0.9}
_AMONG_WORDS = {**_FIXED[kind.NUMBER], role.NUMBER1: -1.2, role.TITLE: -0.3, role.WORK: -0.3}
_SHORT = 6  # letters of an abbreviation that is one without doubt


def looks(piece: Piece, text: str, following: Piece | None, words: Vocabulary, *, dated: bool) -> Scores:
    """How much speaks for each role of a piece, with what stands after it. Roles that are out of the question
    are left out. `dated` says that the reference has another date that is no stretch of years.
    """
    if piece.kind == kind.WORDS:
        scores = dict(of_words(text[piece.start : piece.end], piece.words, words))
        return _before(scores, piece, text, following, words)
    if piece.kind in (kind.EDITOR, kind.TRANSLATOR):
        return _marker(piece, words)
    if piece.kind == kind.DATE and piece.detail != "day":
        return _SPAN if piece.detail == "range" and dated else _YEAR
    if piece.kind == kind.NUMBER and following is not None and following.kind == kind.WORDS:
        if piece.sign == following.sign == " ":
            return _AMONG_WORDS
        return _FIXED[kind.NUMBER]
    return _FIXED[piece.kind]


def _marker(piece: Piece, words: Vocabulary) -> Scores:
    """Whether a word for an editor stands before or after names, as far as it says so itself."""
    before = after = 0.4
    if " " in piece.detail or piece.detail in words.leading:
        before, after = 1.0, -1.0
    elif piece.detail in words.several:
        before, after = -0.2, 0.6
    return {
        role.LEAD0: before, role.LEAD1: before, role.ROLE0: after, role.ROLE1: after, role.OTHER1: -2.0,
        role.OTHER0: -2.0,
    }  # fmt: skip


def _before(scores: Scores, piece: Piece, text: str, following: Piece | None, words: Vocabulary) -> Scores:
    """The scores of words, with what the piece after them says of them."""
    if following is None or following.kind != kind.WORDS:
        _drop(scores, role.INITIAL0, role.INITIAL1)
    if following is None or following.sign != ",":
        _drop(scores, role.FAMILY0, role.FAMILY1)
    if following is None:
        return scores
    if role.FAMILY0 in scores and following.kind == kind.WORDS:
        given = given_name(text[following.start : following.end])
        scores[role.FAMILY0] += given
        scores[role.FAMILY1] += given
    if role.JOURNAL in scores:
        _before_place(scores, piece, following, words)
    return scores


def _before_place(scores: Scores, piece: Piece, following: Piece, words: Vocabulary) -> None:
    """Whether what follows is what stands after a journal, a house or a town."""
    if following.kind in (kind.NUMBER, kind.SCOPE):
        scores[role.JOURNAL] += 1.3
    elif following.kind == kind.DATE:
        daily = following.detail == "day"  # papers are cited by the day
        scores[role.JOURNAL] += 1.2 if daily else 0.3
        scores[role.HOUSE] += -0.3 if daily else 0.4
    elif following.kind == kind.WORDS and following.sign in ".,(":
        scores[role.JOURNAL] -= 0.8  # neither number nor date
    if following.sign == "a":
        sure = len(piece.words[-1]) < _SHORT or piece.words[-1] in words.abbreviated
        scores[role.JOURNAL] += 0.5 if sure else 0.3
        scores[role.TITLE] -= 0.6 if sure else 0.2
        scores[role.WORK] -= 0.6 if sure else 0.2
    if following.sign == ":":
        scores[role.TOWN] += 0.8 if len(piece.words) < 3 or scores[role.TOWN] > 0 else 0.2


def _drop(scores: Scores, *roles: int) -> None:
    for one in roles:
        scores.pop(one, None)
