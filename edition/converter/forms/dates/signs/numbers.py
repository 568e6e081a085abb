"""Numbers as texts write them: in figures, in words, in Roman figures, shortened after another."""

from __future__ import annotations

import re

from edition.converter.forms.dates.signs.lexicon import Lexicon, roman_value

_FIGURES = re.compile(r"\d+")


def number_in(words: str, part: str, lexicon: Lexicon) -> int | None:
    """The number that words or figures say: "8th", "IV", "twenty-first". Words are those that play `part`, or
    after a number of tens the two together. None where it is no number.
    """
    figures = _FIGURES.match(words)
    if figures:
        return int(figures.group())
    values = lexicon.values
    known = values.get((part, " ".join(words.split()))) or lexicon.roman_ordinal(words)
    if known:
        return known
    pieces = [piece for piece in re.split(r"[\s-]+", words) if piece]
    if len(pieces) == 3:
        pieces = [pieces[2], pieces[0]]  # "five and twenty"
    if len(pieces) == 2:
        tens = values.get(("number", pieces[0])) or values.get((part, pieces[0]), 0)
        ones = values.get((part, pieces[1]), 0)
        return tens + ones if tens >= 10 and not tens % 10 and 0 < ones < 10 else None
    whole = values.get((part, pieces[0])) if pieces else None
    return whole if whole is not None else roman_value(re.sub(r"[^IVXLCDMivxlcdm].*", "", words)) or None


def full_year(year: int, last: str) -> int:
    """The year that the last figures say after another year: 1916/17, 1899–1902, 1731/2."""
    return int(last) if len(last) == 4 else int(str(year)[: -len(last)] + last)
