"""The source text and the places in it: `Source`, `Span`, `Position`."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of characters in the source text, counted from 0."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether every character of this span is also in `other`."""
        return other.start <= self.start and self.end <= other.end


class Position(NamedTuple):
    """Where a reader would look: line and column, both counted from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    r"""A text as it was read: never edited afterwards.

    `name` is what messages call it (the path as the user gave it, or `<stdin>`); `stem` names its
    outputs. `text` has its line ends as `\n` only, which keeps every line and column in place.
    """

    name: str
    stem: str
    text: str
    encoding: str = "utf-8"

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Text of line `number` (from 1), without its end; empty past the last line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def slice(self, span: Span) -> str:
        """The characters that `span` covers."""
        return self.text[span.start : span.end]

    @cached_property
    def _line_starts(self) -> array[int]:
        """The offset of each line. (An array: a list would keep an object for each of them.)"""
        return array("q", chain((0,), (match.end() for match in re.finditer("\n", self.text))))
