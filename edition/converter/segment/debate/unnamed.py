"""Interviews in which nobody is named: questions told by their mark, answers by a dash."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from edition.converter.forms.speakers import words_of
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Stanza
from edition.converter.segment.text import Reading, Text
from edition.converter.segment.turns.headings import is_title
from edition.model import Block, Certainty, Span, spanning

_DASHES = ("—", "–", "- ", "--", "― ")
_LONGEST = 400  # characters of a question
_FEWEST = 3  # questions
_HEAD = 5  # stanzas over an interview
_SHORT = 120  # characters of a line that speaks of one
_MOSTLY, _ASKED = 0.6, 0.25  # of all stanzas begin with a dash; are questions
RULE = "question or answer without a name"


def unnamed_share(text: Text) -> float:
    """The share of stanzas that are a question without a dash, or the answer with a dash under it."""
    stanzas, marks = text.stanzas, tuple(text.language.turns.question_marks)
    pairs = sum(
        _asks(stanza, marks) and not _dashed(stanza) and _dashed(following)
        for stanza, following in pairwise(stanzas)
    )
    return 2 * pairs / len(stanzas) if pairs > _FEWEST else 0.0


def is_announced(text: Text) -> bool:
    """Whether a text whose questions are told by their mark alone says that it is an interview.

    The first or the last words name who led it, or it is called one; and question and answer alternate.
    """
    stanzas, marks = text.stanzas, tuple(text.language.turns.question_marks)
    asks = [_asks(stanza, marks) for stanza in stanzas]
    dashed = [_dashed(stanza) for stanza in stanzas]
    if sum(asks) < _FEWEST or len(stanzas) < 2 * _FEWEST:
        return False
    ends = (*stanzas[:_HEAD], stanzas[-1])
    if not any(tells_of_talk(stanza, text) for stanza in ends):
        return False
    if sum(dashed) >= _MOSTLY * len(stanzas):
        return sum(asks) >= _ASKED * len(stanzas)
    answered = sum(one and not following for one, following in pairwise(asks))
    return answered >= _ASKED * len(stanzas) and not any(dashed)


def tells_of_talk(stanza: Stanza, text: Text) -> bool:
    """Whether a stanza is a short line that speaks of an interview: what it is, who led it."""
    words = words_of(stanza.text)
    if len(stanza.text) > _SHORT or stanza.text.startswith(_DASHES):
        return False
    phrases = (" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words)))
    return any(phrase in text.language.turns.talks for phrase in phrases)


def read_unnamed(text: Text) -> Reading | None:
    """The turns of an interview without names; None for a text that shows no questions."""
    stanzas, marks = text.stanzas, tuple(text.language.turns.question_marks)
    dashed = sum(map(_dashed, stanzas))
    if dashed >= 0.6 * len(stanzas):
        begins = [_dashed(stanza) for stanza in stanzas]
    elif unnamed_share(text) > 0:
        begins = [
            _dashed(stanza) or (index + 1 < len(stanzas) and _dashed(stanzas[index + 1]))
            for index, stanza in enumerate(stanzas)
        ]
    elif sum(_asks(stanza, marks) for stanza in stanzas) >= _FEWEST:
        asked: list[bool] = []
        for stanza in stanzas:
            # What follows a question answers it, though it end in one.
            asked.append(_asks(stanza, marks) and not (asked and asked[-1]))
        begins = [asks or (index > 0 and asked[index - 1]) for index, asks in enumerate(asked)]
    else:
        return None
    last = len(stanzas) - 1
    over = tells_of_talk(stanzas[last], text) and not begins[last]
    blocks = _blocks(stanzas[:last], begins[:last]) if over else _blocks(stanzas, begins)
    if over:
        blocks.append(Block("paragraph", stanzas[last].span, rule="after the interview"))
    return Reading(divide(blocks))


def _blocks(stanzas: Sequence[Stanza], begins: Sequence[bool]) -> list[Block | Opening]:
    result: list[Block | Opening] = []
    speech: list[Block] = []

    def close() -> None:
        if speech:
            result.append(spanning("turn", tuple(speech), rule=RULE, certainty=Certainty.MEDIUM))
            speech.clear()

    for index, stanza in enumerate(stanzas):
        if begins[index]:
            close()
            speech.append(_paragraph(stanza.span, "speech"))
        elif not speech:
            heading = is_title(stanza.text) and len(stanza.lines) <= 2 and index + 1 < len(stanzas)
            kind = "head" if heading and len(result) == index else "paragraph"
            result.append(Block(kind, stanza.span, rule=kind))
        elif is_title(stanza.text) and index + 1 < len(stanzas) and begins[index + 1]:
            close()
            head = Block("head", stanza.span, rule="heading between turns", certainty=Certainty.MEDIUM)
            result.append(Opening(1, head, "section"))
        else:
            speech.append(_paragraph(stanza.span, "speech"))
    close()
    return result


def _paragraph(span: Span, kind: str) -> Block:
    return Block(kind, span, rule="prose")


def _dashed(stanza: Stanza) -> bool:
    return stanza.lines[0].text.startswith(_DASHES)


def _asks(stanza: Stanza, marks: tuple[str, ...]) -> bool:
    text = stanza.text
    return len(text) <= _LONGEST and text.rstrip(" ”»\"'*_").endswith(marks)
