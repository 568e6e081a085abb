"""Names with two initials, whose full stops end no label ("ORLOW P. S.", "P.S. Orlow").

Records in Cyrillic letters print members so.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.letters import UPPER
from edition.converter.languages.table import given_names

_I = rf"[{UPPER}]\."
_SURNAME = rf"[{UPPER}][^\W\d_]+(?:[-–’'][{UPPER}]?[^\W\d_]+)*"
_SURNAME_FIRST = re.compile(rf"{_SURNAME} {_I}\s?{_I}(?=[\s,:(—–]|$)")
_INITIALS_FIRST = re.compile(rf"{_I}\s?{_I}\s?{_SURNAME}(?=[.,:(]|\s[(—–]|$)")
_OFFICE = re.compile(r",\s[^?!:;]{3,240}?[.:](?=\s+[^\W\d_]|\s*$)(?<!\s[^\W\d_]\.)")
_LONGEST_OFFICE = 250  # characters
_MORE_LINES = 3
_NEAR = 45  # characters in which two initials stand
_TWO = 2  # initials


class Initialled(NamedTuple):
    """A name with initials: where it ends, and where all that marks it ends on its line.

    `form` is the sign that follows; with a comma an office does. `opens` says that the office goes on in the
    lines below.
    """

    form: str
    name: int
    end: int
    opens: bool = False


def initialled(text: str, start: int) -> Initialled | None:
    """The name with initials at `start` that could be a label; None where there is none."""
    if text.count(".", start, start + _NEAR) < _TWO:
        return None
    match = _SURNAME_FIRST.match(text, start)
    if match is not None and match.group().split()[0].title() in given_names():
        return None  # "Mary J. R. Smith"
    if match is None:
        match = _INITIALS_FIRST.match(text, start)
        if match is None:
            return None
        end = match.end()
        if text[end : end + 1] == "." and text[end + 1 : end + 2] in ("", " "):
            return Initialled("period", end, end + 1)
        return _with_office(text, end)
    end = match.end()
    if text[end : end + 1] == ",":
        return _with_office(text, end)
    return Initialled("period", end, end) if text[end : end + 1] in ("", " ") else None


def _with_office(text: str, end: int) -> Initialled | None:
    if text[end : end + 1] != ",":
        return None
    office = _OFFICE.match(text, end)
    if office is not None:
        return Initialled("comma", end, office.end())
    return Initialled("comma", end, len(text), opens=True) if len(text) - end <= _LONGEST_OFFICE else None


def office_end(lines: list[str]) -> tuple[int, int] | None:
    """Where an office that begins above ends in the lines below: the line's index, the offset in it."""
    for index, line in enumerate(lines[:_MORE_LINES]):
        match = re.search(r"[.:](?=\s+[^\W\d_]|\s*$)", line)
        if match is not None:
            return index, match.end()
    return None
