"""Numbers in references: which unit of a work each counts (volume, issue, page)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.references import piece as kind
from edition.converter.forms.references import roles as role
from edition.converter.forms.references.piece import Piece

_NUMERAL = re.compile(r"[^\W\d_]?\d+(?:[.,]\d{3})*[^\W\d_]?|[IVXLCDMivxlcdm]+")
_SPLIT = re.compile(r"\s*[-–—‐]+\s*")


def values(words: str) -> tuple[tuple[str, str], ...]:
    """`@n` of one number, `@from` and `@to` of a range."""
    ends = [found.group() for found in (_NUMERAL.search(end) for end in _SPLIT.split(words)) if found]
    if len(ends) == 2:
        return (("from", ends[0]), ("to", _whole(*ends)))
    return (("n", ends[0]),) if len(ends) == 1 else ()


def _whole(first: str, last: str) -> str:
    """The end of a range in full: "327–35" ends at 335."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def units(text: str, pieces: Sequence[Piece], roles: Sequence[int]) -> dict[int, str]:
    """The unit of each piece that is a number, by its place; of one that nothing tells, empty.

    After a journal come volume, issue and page, in this order: an issue in brackets, or behind a stop, a page
    behind a colon, a comma or the date.
    """
    found: dict[int, str] = {}
    journal = role.JOURNAL in roles
    told: set[str] = set()
    for place, piece in enumerate(pieces):
        if roles[place] not in (role.NUMBER0, role.NUMBER1):
            continue
        if piece.kind == kind.SCOPE:
            found[place] = piece.detail
            told.add(piece.detail)
            continue
        words = text[piece.start : piece.end]
        ranged = _SPLIT.search(words) is not None and len(values(words)) == 2
        if journal and "volume" not in told and not (ranged and "page" not in told and told):
            unit = "page" if ranged and piece.sign in (",", ":") else "volume"
        elif journal and "issue" not in told and "page" not in told and _is_issue(pieces, place, roles):
            unit = "issue"
        elif "page" not in told and (journal or ranged or piece.sign in (",", ":")):
            unit = "page"
        else:
            unit = ""
        found[place] = unit
        if unit:
            told.add(unit)
    return found


def _is_issue(pieces: Sequence[Piece], place: int, roles: Sequence[int]) -> bool:
    before = roles[place - 1] if place else -1
    if before != role.NUMBER1:
        return False
    return pieces[place].sign == "(" or (pieces[place].sign in "./" and place + 1 < len(pieces))
