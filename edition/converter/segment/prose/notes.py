"""Footnotes and endnotes tied to the places that call them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from edition.model import Annotation, Block, Source, Span

_CALL = re.compile(
    r"\[(?P<a>\d{1,4}|[*†‡§]{1,3})\]|(?<=[\w.,;:!?”\"’')])(?P<b>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|"
    r"(?<=[\w.,;:!?”\"’')])(?P<c>[*†‡§]{1,3})(?![\w*†‡§])|(?<=[\w.,;:!?”\"’')])\((?P<d>\d{1,3})\)"
)
RULE = "footnote and its call"


@dataclass(frozen=True)
class Note:
    """A note as it was met: the block's place in the row of blocks, its label, and its text."""

    index: int
    label: str
    span: Span


def calls(source: Source, spans: Sequence[Span]) -> dict[str, list[Span]]:
    """Where in running text notes may be called, by label, in the order of the text."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        for match in _CALL.finditer(source.text, span.start, span.end):
            label = next(group for group in match.groups() if group)
            found[label].append(Span(*match.span()))
    return found


def tie(
    notes: Sequence[Note], places: dict[str, list[Span]]
) -> tuple[dict[int, tuple[str, str]], list[Annotation]]:
    """For each note the id and label it gets, and the marks for the calls that lead to it.

    A note is called by the nearest place before it that has its label and no note yet; a note before its
    call is no note of it. Notes that nothing calls stay without a call.
    """
    taken: set[Span] = set()
    ids: dict[int, tuple[str, str]] = {}
    marks: list[Annotation] = []
    for number, note in enumerate(notes, 1):
        identifier = f"note-{number}"
        ids[note.index] = (identifier, note.label)
        before = [place for place in places.get(note.label, ()) if place.end <= note.span.start]
        free = [place for place in before if place not in taken]
        if not free:
            continue
        # Restarting numbers: the latest place; a row of stars called in one paragraph: the first of them.
        call = free[-1] if note.label.isdigit() else _first_of_last(free, note, notes, number)
        taken.add(call)
        marks.append(Annotation("ref", call, (("target", f"#{identifier}"), ("type", "note-call")), RULE))
    return ids, sorted(marks, key=lambda mark: mark.span)


def _first_of_last(free: Sequence[Span], note: Note, notes: Sequence[Note], number: int) -> Span:
    """Of the places since the note before, the first: stars are called and explained in the same order."""
    floor = notes[number - 2].span.end if number > 1 else 0
    since = [place for place in free if place.start >= floor]
    return since[0] if since else free[-1]


def note_block(block: Block, identifier: str, label: str, place: str) -> Block:
    """A block as a note with its id, its label, and where it stands ("foot", "end")."""
    attributes = (("xml:id", identifier), ("place", place), *((("n", label),) if label.isalnum() else ()))
    return Block("note", block.span, rule=RULE, attributes=attributes)
