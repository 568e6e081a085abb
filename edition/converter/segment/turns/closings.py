"""What ends a label after the brackets beside a name: a party, a place, a time, the language spoken."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from edition.converter.forms.letters import UPPER

Sign = Literal["colon", "period", "dash"]

_INSIDE = r"[(\[][^()\[\]!?\n]{1,100}[)\]]"
_CLOSING = re.compile(
    rf"\s?(?P<inside>{_INSIDE}(?:\s?{_INSIDE}){{0,2}})(?P<role>,\s[^.:;!?()\[\]]{{1,80}}?|\s[^\W\d_]{{3,20}}(?=:))?"
    r"(?P<sign>\s?:(?!\d)|\.?\s{0,2}(?:--|—|–)(?=\s|[^\W\d_])|\s-\s|\.(?=\s+[^\W\d_¿¡«“\"„(]|\s+[¿¡«“\"„]))"
)
_LOWER_AFTER = re.compile(rf"\s?{_INSIDE}(?:\s?{_INSIDE}){{0,2}}\s+(?P<next>[^\W\d_])")
_ONLY = re.compile(r"(?:[(\[][^()\[\]]*[)\]]\s*)+")
_AFFILIATION = re.compile(r"[(\[]\s?[^\W_]")
_SENTENCE = re.compile(r"[.!?]")
_PLACE = re.compile(
    rf"[(\[](?:[{UPPER}][^\W\d_]*(?:\.-?|,)?\s?(?:[-–][{UPPER}][^\W\d_]+)?\s?){{1,4}}(?:[^\W\d_]{{1,4}}\.)?[)\]]"
)
_LONGEST_PLAIN = 60  # characters of a bracket before a full stop


class Closing(NamedTuple):
    """The brackets after a name, and where the sign that ends the label with them ends.

    `more` says that an office or another word stands between.
    """

    inside: str
    form: Sign
    end: int
    more: bool = False


def closing_of(text: str, at: int) -> Closing | None:
    """What ends a label whose name ends at `at`, where brackets follow the name; None where nothing does.

    Before a full stop alone only an affiliation is part of the label: "(M5S). ", but not "(aside). ".
    """
    match = _CLOSING.match(text, at)
    if match is None:
        return None
    inside, sign, more = match["inside"], match["sign"].strip(), match["role"] is not None
    if sign == ":":
        return Closing(inside, "colon", match.end(), more)
    if sign != ".":
        return Closing(inside, "period" if sign[0] == "." else "dash", match.end(), more)
    if len(inside) > _LONGEST_PLAIN or not (_is_place(inside) or _is_plain(inside)):
        return None
    return Closing(inside, "period", match.end(), more)


def _is_plain(inside: str) -> bool:
    return is_affiliation(inside) and _SENTENCE.search(inside) is None


def _is_place(inside: str) -> bool:
    """Whether names and abbreviations of places stand in brackets ("(St. Petersburg)", "(Orrin, N. Y.)")."""
    return _PLACE.fullmatch(inside) is not None


def is_affiliation(inside: str) -> bool:
    """Whether what stands in brackets beside a name says to whom or where someone belongs, or when it was
    said: it begins with a capital or a figure and is no sentence.
    """
    found = _AFFILIATION.match(inside)
    return found is not None and not found.group()[-1].islower() and inside.rstrip(")] ")[-1] not in ".!?"


def goes_on_small(text: str, at: int) -> bool:
    """Whether a sentence goes on in small letters after the brackets ("X (Y) took the chair")."""
    match = _LOWER_AFTER.match(text, at)
    return match is not None and match["next"].islower()


def only_brackets(text: str) -> bool:
    """Whether a text is brackets and nothing else."""
    return _ONLY.fullmatch(text) is not None
