"""A stretch of text as a row of signs, and the way back from signs to the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from edition.converter.forms.dates.signs.lexicon import Lexicon


class Row(NamedTuple):
    """A stretch of a text: its tokens, the sign of each, and where they begin.

    `starts` has one entry more than there are signs: where the stretch ends.
    """

    text: str
    tokens: Sequence[str]
    signs: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int, lexicon: Lexicon) -> Row:
        """The row of `text` from `start` to `end`."""
        tokens = lexicon.token.findall(text, start, end)
        signs = "".join(map(lexicon.signs.__getitem__, tokens))
        return cls(text, tokens, signs, tuple(accumulate(map(len, tokens), initial=start)))

    def word(self, place: int) -> str:
        """The text of one sign; empty where the row has none."""
        tokens = self.tokens
        return tokens[place] if 0 <= place < len(tokens) else ""

    def words(self, start: int, end: int) -> str:
        """The text of the signs from `start` to `end`, as far as the row has them."""
        starts = self.starts
        last = len(starts) - 1
        return self.text[starts[min(start, last)] : starts[min(end, last)]]

    def place(self, offset: int) -> int:
        """The number of the sign that begins at an offset of the text."""
        return bisect_left(self.starts, offset)
