"""Lines that send the reader to another page and back ("Continued on page 4", "(continued from page 1)")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language

_LONGEST = 64  # characters of such a line
_LONGEST_PHRASE = 6  # words
_MOST_WORDS = 5  # after the phrase: "page 4, column 2"

Jump = Literal["", "onward", "back"]


def jump(text: str, language: Language) -> Jump:
    """Whether a line sends the reader onward or back; empty for any other line."""
    if len(text) > _LONGEST:
        return ""
    words = words_of(text.replace("’", "'"))
    table = language.article
    for count in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in table.back or phrase in table.onward:
            if not _names_page(words[count:], count, language):
                return ""
            return "back" if phrase in table.back else "onward"
    return ""


def _names_page(rest: Sequence[str], count: int, language: Language) -> bool:
    """Whether nothing but a page is named after the phrase; a long phrase may say it all ("overleaf")."""
    if not rest:
        return count >= 2
    numbered = any(word[0].isdigit() or word in language.structure.numbers for word in rest)
    return len(rest) <= _MOST_WORDS and numbered
