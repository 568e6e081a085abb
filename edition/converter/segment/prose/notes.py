"""Footnotes and endnotes tied to the places that call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.model import Annotation, Block, Source, Span

_CALL = re.compile(
    r"\[(?P<a>\d{1,4}|[*†‡§]{1,3})\]|(?<=[\w.,;:!?”“»\"’')])(?P<b>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|"
    r"(?<=[\w.,;:!?”“»\"’')])(?P<c>[*†‡§]{1,3})(?![\w*†‡§])\)?|(?<=[\w.,;:!?”“»\"’')])\((?P<d>\d{1,3})\)"
)
_APART = re.compile(r"(?<=\s)\((\d{1,3})\)(?=[\s.,;:!?»”]|$)")  # "(1)" after a blank may count or call
_SIGN = re.compile(r"[\[(*†‡§¹²³⁴-⁹⁰]")
_FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
RULE = "footnote and its call"
_SOON = 40  # paragraphs after which a star is not explained any more


@dataclass(frozen=True)
class Note:
    """A note as it was met: its label, its text, and where it stands ("foot", "end")."""

    label: str
    span: Span
    place: str = "foot"


class Calls:
    """Where in running text notes may be called, by label, in the order of the text; grows as it is read."""

    def __init__(self, source: Source) -> None:
        self.places: dict[str, list[Span]] = defaultdict(list)
        self._source = source
        self._apart: dict[str, list[Span]] = defaultdict(list)
        self._last: dict[str, int] = {}
        self._read = 0

    def add(self, span: Span) -> None:
        """Read on: a stretch of running text."""
        self._read += 1
        if _SIGN.search(self._source.text, span.start, span.end) is None:
            return
        for match in _CALL.finditer(self._source.text, span.start, span.end):
            label = next(group for group in match.groups() if group)
            self.places[label].append(Span(*match.span()))
            if match["b"]:
                self.places[label.translate(_FIGURES)].append(Span(*match.span()))  # "1. …" explains "¹"
            self._last[label if match["c"] else match.group()] = self._read
        for match in _APART.finditer(self._source.text, span.start, span.end):
            self._apart[match[1]].append(Span(*match.span()))

    def with_apart(self) -> None:
        """Count numbers in brackets after a blank as calls too: a section of notes explains them."""
        for label, spans in self._apart.items():
            self.places[label] = sorted({*self.places[label], *spans})
        self._apart.clear()

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
) -> tuple[dict[int, str], list[Annotation]]:
    """For each note, by its offset, the id it gets, and the marks for the calls that lead to it.

    A note is called by the nearest place before it that has its label and no note yet; a note before its
    call is no note of it. Notes that nothing calls stay without a call.
    """
    ids: dict[int, str] = {}
    marks: list[Annotation] = []
    read: dict[str, int] = defaultdict(int)
    free: dict[str, list[Span]] = defaultdict(list)
    floor = 0
    for number, note in enumerate(notes, 1):
        identifier = f"note-{number}"
        ids[note.span.start] = identifier
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


def note_block(note: Note) -> Block:
    """A note as a block, with its label and where it stands; its id comes when all are known."""
    attributes = (("place", note.place), *((("n", note.label),) if note.label.isalnum() else ()))
    return Block("note", note.span, rule=RULE, attributes=attributes)


def with_ids(blocks: Sequence[Block], ids: Mapping[int, str]) -> tuple[Block, ...]:
    """The blocks with the id of each note in it."""
    return tuple(_with_id(block, ids) for block in blocks) if ids else tuple(blocks)


def _with_id(block: Block, ids: Mapping[int, str]) -> Block:
    if block.kind == "note" and block.rule == RULE and block.span.start in ids:
        return replace(block, attributes=(("xml:id", ids[block.span.start]), *block.attributes))
    if not block.children:
        return block
    return replace(block, children=with_ids(block.children, ids))
