"""The lines of a stanza in groups, each with its label: who says what in a stanza of several turns."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.directions import says_movement
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.stagecraft import is_cue

_SET_IN = 3  # columns by which a direction is set in under a speech


def split_at_labels(reader: TurnReader, stanza: Stanza) -> list[tuple[Candidate | None, tuple[Line, ...]]]:
    """The lines of a stanza in groups, each with the label it begins with, if it has one."""
    groups: list[tuple[Candidate | None, list[Line]]] = []
    lines = reader.parted(stanza.lines)
    play = reader.style.verse
    for index, line in enumerate(lines):
        # A label inside of a line is as sure as one at the beginning of a stanza.
        first = index == 0 or reader.on_one_line(lines[index - 1], line)
        label = reader.label_of(line, first=first)
        if label is not None or not groups or (play and is_cue(line.text, reader.text.language)):
            groups.append((label, [line]))
        elif play and _moves_apart(line, lines[index - 1], lines[index + 1 :], reader):
            groups.append((None, [line]))
        else:
            groups[-1][1].append(line)
    return [(label, tuple(group)) for label, group in groups]


def _moves_apart(line: Line, above: Line, below: Sequence[Line], reader: TurnReader) -> bool:
    """Whether a line set in under a speech says who comes or goes, and nobody goes on to speak under it."""
    if line.indent < above.indent + _SET_IN or not says_movement(line, reader.text.language):
        return False
    return not below or reader.label_of(below[0], first=False) is not None
