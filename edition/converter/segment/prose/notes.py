"""Footnotes and endnotes tied to the places that call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.model import Annotation, Block, Source, Span

_CALL = re.compile(
    r"\[(?P<a>\d{1,4}|[*†‡§]{1,3})\]|(?<=[\w.,;:!?”\"’')])(?P<b>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|"
    r"(?<=[\w.,;:!?”\"’')])(?P<c>[*†‡§]{1,3})(?![\w*†‡§])|(?<=[\w.,;:!?”\"’')])\((?P<d>\d{1,3})\)"
)
RULE = "footnote and its call"
_SOON = 40  # paragraphs after which a star is not explained any more


@dataclass(frozen=True)
class Note:
    """A note as it was met: the block's place in the row of blocks, its label, and its text."""

    index: int
    label: str
    span: Span


class Calls:
    """Where in running text notes may be called, by label, in the order of the text; grows as it is read."""

    def __init__(self, source: Source) -> None:
        self.places: dict[str, list[Span]] = defaultdict(list)
        self._source = source
        self._last: dict[str, int] = {}
        self._read = 0

    def add(self, span: Span) -> None:
        """Read on: a stretch of running text."""
        self._read += 1
        for match in _CALL.finditer(self._source.text, span.start, span.end):
            label = next(group for group in match.groups() if group)
            self.places[label].append(Span(*match.span()))
            self._last[match.group()] = self._read

    def has(self, label: str, line: str) -> bool:
        """Whether a note that opens `line` with `label` was called for in the text so far.

        A number may have been called long before; a star is explained soon.
        """
        sign = label
        if label.isdecimal():
            sign = f"({label})" if line.startswith("(") else f"[{label}]"
        last = self._last.get(sign, self._last.get(f"[{label}]"))
        return last is not None and (label.isdecimal() or self._read - last < _SOON)


def tie(
    notes: Sequence[Note], places: Mapping[str, Sequence[Span]]
) -> tuple[dict[int, tuple[str, str]], list[Annotation]]:
    """For each note the id and label it gets, and the marks for the calls that lead to it.

    A note is called by the nearest place before it that has its label and no note yet; a note before its
    call is no note of it. Notes that nothing calls stay without a call.
    """
    ids: dict[int, tuple[str, str]] = {}
    marks: list[Annotation] = []
    read: dict[str, int] = defaultdict(int)
    free: dict[str, list[Span]] = defaultdict(list)
    floor = 0
    for number, note in enumerate(notes, 1):
        identifier = f"note-{number}"
        ids[note.index] = (identifier, note.label)
        there, waiting = places.get(note.label, ()), free[note.label]
        while read[note.label] < len(there) and there[read[note.label]].end <= note.span.start:
            waiting.append(there[read[note.label]])
            read[note.label] += 1
        if waiting:
            # Numbers that begin anew: the latest place. Stars of one paragraph: in the order of the calls.
            since = len(waiting) - 1 if note.label.isdecimal() else bisect_left(waiting, Span(floor, floor))
            call = waiting.pop(min(since, len(waiting) - 1))
            marks.append(Annotation("ref", call, (("target", f"#{identifier}"), ("type", "note-call")), RULE))
        floor = note.span.end
    return ids, sorted(marks, key=lambda mark: mark.span)


def note_block(block: Block, identifier: str, label: str, place: str) -> Block:
    """A block as a note with its id, its label, and where it stands ("foot", "end")."""
    attributes = (("xml:id", identifier), ("place", place), *((("n", label),) if label.isalnum() else ()))
    return Block("note", block.span, rule=RULE, attributes=attributes)
