"""Quotation marks: which a text uses, and what each may do where it stands.

A mark opens before a word and closes after one; what stands between two letters is an apostrophe. Which marks
go together differs by language and printer (CLDR's delimiters, and usage): “…”, „…“, „…”, «…», »…«, ”…”, ‘…’,
‚…‘, ‹…›, "…", '…', ``…''.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_CALLS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
MARKS = re.compile("``|''|[\"“”„‟«»‹›‘’‚‛'‘]")
# The same without apostrophes between two letters, of which a novel has thousands.
_NO_APOSTROPHES = re.compile(rf"``|''|[\"“”„‟«»‹›]|[‘’‚‛'](?:(?<![^\W_].)|(?![^\W_{_CALLS}]))", re.S)
_CLOSED_BY = {
    "“": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "‹": "›",
    '"': '"”',
    "‘": "’'",
    "‛": "’",
    "‚": "‘’'",
    "'": "'’",
    "``": "''",
}
_SINGLE = frozenset("‘’‚‛'")
_DASHES = "-‐‑–—―"
_OPENING = "([{" + _DASHES + "…/"
_WORD = re.compile(r"[^\W_]+")
_BACKWARD = re.compile(r"(?:^|[\s(—–-])»\w", re.M)
_FORWARD = re.compile(r"(?:^|[\s(—–'’-])«[\s\u00a0\u202f]?\w", re.M)
_RIGHT_OPENS = re.compile(r"(?:^|[\s(—–-])”\w", re.M)
_RIGHT_SINGLE_OPENS = re.compile(r"(?:^|[\s(—–-])’\w[^’\n]{0,80}’(?!\w)", re.M)


class Mark(NamedTuple):
    """A mark between two offsets, `sign` as it is printed; whether it may open and close there."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Usage:
    """Which marks a text opens with beside the usual ones, and what closes each."""

    closed_by: dict[str, str]

    def closes(self, opener: str, sign: str) -> bool:
        """Whether `sign` can end what `opener` began."""
        return sign in self.closed_by.get(opener, "")


def usage(text: str) -> Usage:
    """The marks of a text. Guillemets point outwards or inwards, and a closing mark opens, where it does so
    more often than not.
    """
    closed_by = dict(_CLOSED_BY)
    if "»" in text and len(_BACKWARD.findall(text)) > len(_FORWARD.findall(text)):
        del closed_by["«"], closed_by["‹"]
        closed_by["»"] = "«»"
        closed_by["›"] = "‹›"
    if "”" in text and "“" not in text and "„" not in text and _RIGHT_OPENS.search(text):
        closed_by["”"] = "”"
    if "’" in text and "‘" not in text and "”" in closed_by and _RIGHT_SINGLE_OPENS.search(text):
        closed_by["’"] = "’"
    if "''" in text and "``" not in text:
        closed_by["''"] = "''"
    return Usage(closed_by)


def is_single(sign: str) -> bool:
    """Whether a mark is one that is an apostrophe too."""
    return sign in _SINGLE


def marks_in(text: str, start: int, end: int, used: Usage, elisions: frozenset[str]) -> Iterator[Mark]:
    """The marks between two offsets that open or close; `elisions` are words that begin with an apostrophe
    ("'tis"), in small letters and without it.
    """
    for match in _NO_APOSTROPHES.finditer(text, start, end):
        sign = match.group()
        first, last = match.span()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        if after in _CALLS:
            after = " "  # the call of a note
        if sign in _SINGLE and before.isalnum() and after.isalnum():
            continue
        opens = sign in used.closed_by and not before.isalnum() and _may_open(text, last, end, sign)
        if opens and sign in _SINGLE:
            opens = (before.isspace() or before in _OPENING or before in used.closed_by) and not (
                _is_elision(text, last, end, elisions)
            )
        spaced = sign in "»«›‹"
        closes = not after.isalnum() and (spaced or not before.isspace() or (sign == '"' and after.isspace()))
        if sign in _SINGLE and before.isspace():
            closes = False
        if opens or closes:
            yield Mark(first, last, sign, opens, closes)


def _may_open(text: str, at: int, end: int, sign: str) -> bool:
    """Whether a word begins at `at`, after a blank where the sign is set with blanks."""
    if at >= end:
        return False
    after = text[at]
    if after.isspace():
        return sign in "«»‹›„" and at + 1 < end and not text[at + 1].isspace() and after != "\n"
    return after not in ",;:!?)]}" and not (after == "." and text[at : at + 2] != "..")


def _is_elision(text: str, at: int, end: int, elisions: frozenset[str]) -> bool:
    word = _WORD.match(text, at, min(end, at + 12))
    return word is not None and (word.group().lower() in elisions or word.group().isdigit())
