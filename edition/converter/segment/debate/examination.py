"""Who asks and who answers where a record of a hearing prints only Q. and A.

The examiner is named once ("BY MR. SMITH:"), the witness in a line of capitals before the examination.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.lines import Line

_BY = re.compile(r"(?P<by>[^\W\d_]+)\s+(?P<name>[^\W\d_][^:]{1,60}?)\s*:?$")
_WITNESS = re.compile(r"(?P<name>[^\W\d_][^,;:()]{2,60}),(?:\s*[^\W\d_][^,;:()]{2,}|$)")


class Examination:
    """Reads the lines that name examiner and witness, and says whose Q. and A. follow."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._examiner = ""
        self._witness = ""

    def reads(self, lines: Sequence[Line]) -> bool:
        """Whether lines name the examiner ("BY MR. SMITH:"), under a heading perhaps; takes note of it."""
        known = self._language.turns.examination
        *heads, last = lines
        if len(heads) > 1 or len(last.text) > 80:
            return False
        if not all(line.text.isupper() and known.issuperset(words_of(line.text)) for line in heads):
            return False
        match = _BY.fullmatch(last.text)
        if match is None or not match["by"].isupper():
            return False
        if words_of(match["by"])[0] not in known or not match["name"].isupper():
            return False
        if known.issuperset(words_of(match["name"])):
            return False  # "DIRECT EXAMINATION" is a heading
        self._examiner = match["name"]
        return True

    def witness(self, line: str) -> bool:
        """Whether a line calls a witness ("JOHN DOE, called as a witness …"); takes note of the name."""
        match = _WITNESS.match(line)
        if match is None or not match["name"].isupper() or " " not in match["name"].strip():
            return False
        if match.end() < len(line) and self._language.turns.sworn.isdisjoint(words_of(line)):
            return False  # "ADA DANE, Plaintiff": a party. A name alone is called in the lines below.
        self._witness = match["name"]
        return True

    def label(self, key: tuple[str, ...]) -> str:
        """The label of the person whom Q. or A. means at this place; empty where it is not known."""
        if len(key) != 1:
            return ""
        turns = self._language.turns
        if key[0] in turns.questions:
            return self._examiner
        return self._witness if key[0] in turns.answers else ""
