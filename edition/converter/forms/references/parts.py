"""From the roles of pieces to TEI's parts of a `bibl` (Guidelines 3.12.2)."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.letters import Part
from edition.converter.forms.references import piece as kind
from edition.converter.forms.references import roles as role
from edition.converter.forms.references.piece import Piece
from edition.converter.forms.references.scopes import units, values
from edition.converter.forms.references.vocabulary import Vocabulary

_FAMILY = (role.FAMILY0, role.FAMILY1)
_GIVEN = (role.GIVEN0, role.GIVEN1)
_INITIAL = (role.INITIAL0, role.INITIAL1)
_NAME = (role.NAME0, role.NAME1)
_MORE = (role.MORE0, role.MORE1)
_ROLE = (role.ROLE0, role.ROLE1)
_LEAD = (role.LEAD0, role.LEAD1)
_NAMES = (*_FAMILY, *_GIVEN, *_INITIAL, *_NAME, role.BODY0)
_RUNS = {
    role.TITLE: "title",
    role.WORK: "title",
    role.JOURNAL: "title",
    role.SERIES: "title",
    role.HOUSE: "publisher",
}
_LEVELS = {role.WORK: "m", role.JOURNAL: "j", role.SERIES: "s"}


class _Name:
    """A name between two offsets, and the places of its pieces."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.editor = ""


def parts_of(
    text: str, pieces: Sequence[Piece], roles: Sequence[int], words: Vocabulary, *, unpublished: bool
) -> list[Part]:
    """The parts in the order of the text, apart from one another."""
    found = [*_named(text, pieces, roles), *_runs(text, pieces, roles, words, unpublished=unpublished)]
    counted = units(text, pieces, roles)
    for place, piece in enumerate(pieces):
        said = text[piece.start : piece.end]
        if place in counted:
            unit = counted[place]
            given = (("unit", unit),) if unit else ()
            end = piece.end
            found.append(
                Part(
                    "biblScope",
                    piece.start,
                    end,
                    (*given, *values(said if piece.kind != kind.SCOPE else _number(piece, text))),
                )
            )
        elif roles[place] in (role.DATE0, role.DATE1):
            found.append(Part("date", piece.start, piece.end, piece.attributes))
        elif roles[place] in (role.ADDRESS0, role.ADDRESS1):
            found.append(_address(piece))
        elif roles[place] == role.EDITION:
            found.append(Part("edition", piece.start, piece.end))
        elif roles[place] == role.TOWN:
            found.append(Part("pubPlace", piece.start, piece.end))
    return sorted(found, key=lambda part: part.start)


def _number(piece: Piece, text: str) -> str:
    """The number of a labelled scope, without its label."""
    return text[int(dict(piece.attributes)["from"]) : piece.end]


def _address(piece: Piece) -> Part:
    value = dict(piece.attributes)["value"]
    if piece.detail == "URL":
        target = value if "://" in value else f"http://{value}"
        return Part("ref", piece.start, piece.end, (("target", target),))
    return Part("idno", piece.start, piece.end, (("type", piece.detail),))


def _runs(
    text: str, pieces: Sequence[Piece], roles: Sequence[int], words: Vocabulary, *, unpublished: bool
) -> list[Part]:
    """Titles and publishers: pieces of one role that follow one another."""
    found = []
    place = 0
    holds = role.JOURNAL in roles or role.WORK in roles
    while place < len(pieces):
        element = _RUNS.get(roles[place])
        if element is None:
            place += 1
            continue
        last = place
        while last + 1 < len(pieces) and roles[last + 1] == roles[place]:
            last += 1
        start, end = pieces[place].start, _whole_end(text, pieces[place].start, pieces[last].end)
        if (
            text[end : end + 1] == "."
            and pieces[last].words[-1:]
            and pieces[last].words[-1] in words.abbreviated
        ):
            end += 1 if roles[place] == role.JOURNAL else 0
        attributes: tuple[tuple[str, str], ...] = ()
        if element == "title":
            quoted = pieces[place].kind == kind.QUOTED
            level = _LEVELS.get(roles[place]) or ("a" if holds or quoted else "u" if unpublished else "m")
            attributes = (("level", level),)
        found.append(Part(element, start, end, attributes))
        place = last + 1
    return found


def _whole_end(text: str, start: int, end: int) -> int:
    """The end of a stretch, with the bracket that closes one opened in it, and a full stop of an abbreviation
    or a sign that ends a question.
    """
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    if text[end : end + 1] in ("?", "!"):
        end += 1
    return end


def _named(text: str, pieces: Sequence[Piece], roles: Sequence[int]) -> list[Part]:
    """Authors and editors, each name apart; "et al." belongs to the last."""
    found: list[Part] = []
    group: list[_Name] = []
    after = ""
    place = 0
    while place < len(pieces):
        now = roles[place]
        if now in _NAMES:
            last = _name_end(roles, place)
            group.append(_Name(place, last))
            place = last + 1
            continue
        if now in _MORE and group:
            group[-1].last = place
            place += 1
            continue
        if now in _ROLE:
            for name in group:
                name.editor = pieces[place].kind
            found += _written(text, pieces, group, after)
            group, after = [], ""
            place += 1
            continue
        if now in _LEAD:
            found += _written(text, pieces, group, after)
            group, after = [], pieces[place].kind
            place += 1
            continue
        found += _written(text, pieces, group, after)
        group, after = [], ""
        place += 1
    return found + _written(text, pieces, group, after)


def _name_end(roles: Sequence[int], place: int) -> int:
    """The place of the last piece of the name that begins at `place`."""
    last = place
    if roles[place] in _FAMILY or roles[place] in _GIVEN:
        while last + 1 < len(roles) and roles[last + 1] in _GIVEN:
            last += 1
    elif roles[place] in _INITIAL:
        while last + 1 < len(roles) and roles[last + 1] in _INITIAL:
            last += 1
        if last + 1 < len(roles) and roles[last + 1] in _NAME:
            last += 1
    elif roles[place] == role.BODY0:
        while last + 1 < len(roles) and roles[last + 1] == role.BODY0:
            last += 1
    return last


def _written(text: str, pieces: Sequence[Piece], group: Sequence[_Name], after: str) -> list[Part]:
    found = []
    for name in group:
        last = pieces[name.last]
        start, end = pieces[name.first].start, last.end
        shortened = text[end - 1].isupper() or last.words[-1:] in (("jr",), ("sr",))
        if text[end : end + 1] == "." and last.kind == kind.WORDS and shortened:
            end += 1
        editor = name.editor or after
        attributes = (("role", "translator"),) if editor == "translator" else ()
        found.append(Part("editor" if editor else "author", start, end, attributes))
    return found
