"""What a distributor put around a work: header, credits and licence, kept apart from the work itself."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, Span, spanning

RULE = "distributor's text"
_SEARCHED = 200  # stanzas from the beginning in which the work must begin
_NOTED = 40  # stanzas from the end in which the transcriber may have a note
_CREDITS = 6  # stanzas after the start that may be credits


class Frame(NamedTuple):
    """The work is in the stanzas from `first` up to `last`; before and after it stand `front` and `back`.

    `title` and `author` are where the header says them.
    """

    first: int
    last: int
    front: Block | None = None
    back: Block | None = None
    title: Span | None = None
    author: Span | None = None


def find_frame(stanzas: Sequence[Stanza]) -> Frame:
    """What stands around the work in `stanzas`; nothing, where there is no sign of a distributor."""
    start = next((i for i, stanza in enumerate(stanzas[:_SEARCHED]) if _begins(stanza, "start")), None)
    last = next((i for i, stanza in enumerate(stanzas) if i > (start or 0) and _begins(stanza, "end")), None)
    if start is None and last is None:
        return Frame(0, len(stanzas))
    first = 0 if start is None else start + 1
    end = len(stanzas) if last is None else last
    for index in range(first, min(first + _CREDITS, end)):
        if start is not None and _begins(stanzas[index], "credits"):
            first = index + 1
    if start is not None:
        noted = range(max(first + (end - first) // 2, end - _NOTED), end)
        end = next((i for i in noted if _begins(stanzas[i], "notes")), end)
    if first >= end:
        return Frame(0, len(stanzas))
    front = _licence(stanzas[:first]) if first else None
    back = _licence(stanzas[end:]) if end < len(stanzas) else None
    lines = [line for stanza in stanzas[:first] for line in stanza.lines]
    return Frame(first, end, front, back, _after(lines, "title"), _after(lines, "author"))


def _licence(stanzas: Sequence[Stanza]) -> Block:
    paragraphs = tuple(Block("paragraph", stanza.span, rule=RULE) for stanza in stanzas)
    return spanning("licence", paragraphs, rule=RULE)


def _begins(stanza: Stanza, what: str) -> bool:
    return any(begins(line.text, what) for line in stanza.lines)


def begins(text: str, what: str) -> bool:
    """Whether a line begins with one of the signs of a kind in the table."""
    return text.startswith(_signs()[what])


def _after(lines: Sequence[Line], what: str) -> Span | None:
    """What stands after a label of the header ("Title: …")."""
    for line in lines:
        for label in _signs()[what]:
            if line.text.startswith(label) and len(line.text) > len(label):
                rest = line.text[len(label) :]
                return Span(line.span.end - len(rest.lstrip()), line.span.end)
    return None


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    text = files("edition.converter.languages").joinpath("shared", "frame.toml").read_text(encoding="utf-8")
    return {key: tuple(value) for key, value in tomllib.loads(text).items()}
