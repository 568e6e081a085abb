"""What a record notes at the end of a paragraph of speech: part of it, or what the audience did after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edition.converter.segment.text import Reading
from edition.model import Annotation, Block, Span


def with_notes(children: Sequence[Block], tails: Mapping[int, int]) -> Reading:
    """The children of a turn, the notes at the end of a paragraph marked in it where the speaker goes on.

    `tails` says at which child such notes begin, and how many there are.
    """
    result: list[Block] = []
    marks: list[Annotation] = []
    index = 0
    while index < len(children):
        count = tails.get(index, 0)
        after = index + count
        if count and after < len(children) and children[after].kind == "speech":
            notes = children[index:after]
            result[-1] = replace(result[-1], span=Span(result[-1].span.start, notes[-1].span.end))
            marks.extend(Annotation("stage", n.span, n.attributes, n.rule) for n in notes)
            index = after
        else:
            result.append(children[index])
            index += 1
    return Reading(tuple(result), tuple(marks))


def end_of_speech(children: Sequence[Block], tails: dict[int, int], source: str) -> int:
    """The index after the last words of a turn; notes at their end that are sentences stand after it."""
    last, count = next(reversed(tails.items()), (0, 0))
    if count and last > 1 and last + count == len(children) and _are_sentences(children[last:], source):
        return last
    return len(children)


def _are_sentences(notes: Sequence[Block], source: str) -> bool:
    """Whether notes have stops of their own: "(Applause.)", but not "(Applause)"."""
    words = (source[note.span.start : note.span.end].rstrip("_* ") for note in notes)
    return all(said.rstrip(".,;:!?—– ").rstrip(")]_*")[-1:] in (".", "!", "?", "…") for said in words)
