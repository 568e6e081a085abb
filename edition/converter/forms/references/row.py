"""The words, figures and signs of a reference in a row, and what is asked of their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.letters import fold
from edition.converter.forms.references.taken import YEAR, Found

RANGE = "-–—‐"
ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")
LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[´`¨ˇ˜˚¸]|['’ʼ‐-](?=[^\W\d_]))*")
_TOKEN = re.compile(rf"{LETTERS.pattern}|\d+|\S")
HIDDEN = "\0"
_QUOTES = '_“"«‘'


class Row:
    """Tokens by index: `word`, `key` (folded) and offsets of each. Beyond the ends there are empty ones.

    Those in what is `taken` as a whole show nothing of themselves.
    """

    def __init__(self, text: str, taken: Sequence[Found]) -> None:
        self.text = text
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self.count = len(found)
        self.words = [token[0] for token in found] + [""] * 3
        _hide(self.words, found, taken)
        self.keys = [fold(word) if word[0].isalpha() else word for word in self.words[: self.count]] + [
            ""
        ] * 3
        self.starts = [token[1] for token in found] + [len(text) + 1] * 3
        self.ends = [token[2] for token in found] + [len(text) + 1] * 3

    def before(self, index: int) -> str:
        """The token before `index`; empty before the first."""
        return self.words[index - 1] if index else ""

    def sticks(self, index: int) -> bool:
        """Whether nothing stands between a token and the next."""
        return self.starts[index + 1] == self.ends[index]

    def is_figure(self, index: int) -> bool:
        """Whether a token is a number in figures."""
        return self.words[index][:1].isdigit()

    def is_initial(self, index: int) -> bool:
        """Whether an initial stands at `index` ("F.-L.")."""
        word = self.words[index]
        return len(word) == 1 and word.isupper() and self.words[index + 1] == "."

    def is_spaced(self, index: int) -> bool:
        """Whether blanks stand on both sides of a token."""
        start, end = self.starts[index], self.ends[index]
        return self.text[start - 1 : start].isspace() and self.text[end : end + 1].isspace()

    def leads(self, index: int, *, amid: bool) -> bool:
        """Whether "in" at `index` leads to the work that holds a piece, and does not stand in a title.

        `amid` says that words stand right before it.
        """
        word, following = self.words[index], self.words[index + 1]
        if following == ":":
            return True
        if not (following[:1].isupper() or following in _QUOTES) or not following:
            return False
        before = self.before(index)
        if amid and self.is_initial(index + 1):
            return True
        capital = word[0].isupper()
        return bool(before) and (
            before in '.,;?!”"»’_)]' or (capital and (amid or before == HIDDEN or before.isdigit()))
        )

    def marks(self, index: int, kind: str) -> bool:
        """Whether a single word marks something here: it must not be a word of a title or a name."""
        word, following, before = self.words[index], self.words[index + 1], self.before(index)
        bounded = following in ("", ".", ")", "]", ",", ":", ";") or before in ("(", "[", ",", ".", ";")
        if kind == "phrase":
            return bounded and (before in ("", "(", "[", ",", ".", ";", ":") or not word[0].isupper())
        if kind in ("editor", "translator"):
            counted = before[:1].isdigit() or (
                before == "." and index > 1 and self.words[index - 2].isdigit()
            )
            return bounded and not counted and (word[0].islower() or before in ("(", "[", ",", ".", ";"))
        return bounded

    def is_name(self, index: int) -> bool:
        """Whether a capital before a number is an initial: behind another, before a year, without stop."""
        if self.sticks(index) and self.words[index + 1] != ".":
            return True
        if index > 1 and self.words[index - 1] == "." and self.is_initial(index - 2):
            return True
        following = self.words[index + 1 : index + 4]
        number = next((word for word in following if word[:1].isdigit()), "")
        return len(number) == 4 and YEAR.fullmatch(number) is not None

    def is_bounded(self, index: int) -> bool:
        """Whether a letter stands after a sign and before a full stop and a figure ("…, S. 12")."""
        before = self.before(index)
        return (
            before != "" and before in ",.;)" and self.words[index + 1] == "." and self.is_figure(index + 2)
        )

    def numeral(self, index: int, *, strict: bool = False) -> int:
        """The index after the number, or range of numbers, at `index`; 0 where there is none.

        With `strict` it must be in figures.
        """
        end = self._number(index, strict=strict)
        if end and self.words[end] and self.words[end] in RANGE:
            further = end + 1
            while self.words[further] and self.words[further] in RANGE:
                further += 1
            return self._number(further, strict=False) or end
        return end

    def _number(self, index: int, *, strict: bool) -> int:
        if index >= self.count:
            return 0
        if not self.is_numeral(index, strict=strict):
            # "L71", "A12"
            word = self.words[index]
            if not (len(word) == 1 and word.isalpha() and self.sticks(index) and self.is_figure(index + 1)):
                return 0
            index += 1
        suffix = self.words[index + 1]
        return index + 2 if suffix in tuple("abcdfrv") and self.sticks(index) else index + 1

    def is_numeral(self, index: int, *, strict: bool = False) -> bool:
        """Whether a token is a number, in figures or, if not `strict`, in Roman letters."""
        word = self.words[index]
        if word[:1].isdigit():
            return True
        low = word.lower()
        if strict or not word.isascii() or not ROMAN.fullmatch(low) or not (word.islower() or word.isupper()):
            return False
        return len(word) > 1 or low in "ivx"


def _hide(words: list[str], tokens: Sequence[tuple[str, int, int]], taken: Sequence[Found]) -> None:
    """Hide the words of tokens in what is taken, but for the sign that opens italics."""
    place = 0
    for index, (word, start, _) in enumerate(tokens):
        while place < len(taken) and taken[place].end <= start:
            place += 1
        if place < len(taken) and taken[place].start <= start and word != "_":
            words[index] = HIDDEN
