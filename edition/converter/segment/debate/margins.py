"""What a record prints in its margin, between the paragraphs: the time, the quarter of the page."""

from __future__ import annotations

import re

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language

_LONGEST = 40  # characters
_TIME = re.compile(
    r"\W{0,3}(?:(?P<word>[^\W\d_]{1,8})\W{1,3})?(?:\d{4}|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?)\W{0,2}"
    r"(?P<unit>[^\W\d_]{1,5}\.?(?:\s?[^\W\d_]{1,3}\.?)?)?\W{0,2}"
)
_MARK = re.compile(r"[●•{(\[]|[^\W\d_]")
_QUARTER = re.compile(r"\([A-D]\)")


def is_time(line: str, language: Language) -> bool:
    """Whether a line is the time and nothing else ("10:05:12", "[00:42:10]", "Kl. 13.02", "● (1405)").

    Four figures without a sign between them must stand in brackets: "1405" may be a year.
    """
    if len(line) > _LONGEST:
        return False
    match = _TIME.fullmatch(line)
    if match is None:
        return False
    known = language.turns.clock
    beside = [*words_of(match["word"] or ""), *words_of(match["unit"] or "")]
    if not all(word in known for word in beside):
        return False
    return re.search(r"\d[:.h]\d", line) is not None or re.search(r"[(\[}]\s*\d{4}", line) is not None


def is_quarter(line: str) -> bool:
    """Whether a line is the letter that marks a quarter of the printed page ("(B)")."""
    return _QUARTER.fullmatch(line) is not None
