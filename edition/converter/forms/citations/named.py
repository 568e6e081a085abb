"""Whom and what a reference names: authors and titles, in pieces that commas part."""

from __future__ import annotations

import re

from edition.converter.forms.letters import LOWER, QUOTE_PAIRS, UPPER, Part
from edition.converter.forms.masthead import names_periodical
from edition.converter.forms.names import parse_name
from edition.converter.languages import Language

_MOST_WORDS = 12  # of a title
_EDGES = ' ,;:(\n\u00a0\u202f_*«»„“”‘’"'
_PIECE = re.compile(rf"\s*[,;]\s+|\s*:\s+|(?<!\b[{UPPER}])\.\s+(?=[^\W\d_a-z]\w{{2}})")
_SMALL = re.compile(rf"(?<![\w’'])[{LOWER}]{{5,}}")


def named_in(text: str, start: int, end: int, language: Language) -> list[Part] | None:
    """Authors and titles between two offsets; None where something there is neither."""
    quoted = _quoted_title(text, start, end)
    if quoted is not None:
        before, after = _named_plain(text, start, quoted.start - 1, language), None
        rest = quoted.end
        while rest < end and text[rest] in ",.”“»\"’' \n\u00a0":
            rest += 1
        if before is None or any(part.element == "title" for part in before):
            return None
        after = _named_plain(text, rest, end, language, titled=True)
        return None if after is None else [*before, quoted, *after]
    return _named_plain(text, start, end, language)


def _named_plain(
    text: str, start: int, end: int, language: Language, *, titled: bool = False
) -> list[Part] | None:
    pieces = _pieces(text, start, end)
    if not pieces:
        return []
    parts: list[Part] = []
    for number, (a, b) in enumerate(pieces):
        piece = text[a:b]
        last = number == len(pieces) - 1
        if not parts and not last and not titled and _is_author(piece, language):
            parts.append(Part("author", a, b))
        elif any(part.element == "title" for part in parts):
            if not is_between(piece):
                return None
        elif _is_title(piece):
            level = "j" if names_periodical(piece, language) else "m"
            parts.append(Part("title", a, b, (("level", level),)))
        elif last and not titled and _is_author(piece, language):
            parts.append(Part("author", a, b))
        else:
            return None
    return parts


def _quoted_title(text: str, start: int, end: int) -> Part | None:
    for place in range(start, end):
        if text[place] in QUOTE_PAIRS and (place == start or not text[place - 1].isalnum()):
            close = next((i for i in range(place + 2, end) if text[i] in QUOTE_PAIRS[text[place]]), None)
            if close is None:
                return None
            inner = text[place + 1 : close]
            left = len(inner) - len(inner.lstrip())
            stripped = inner.strip().rstrip(",")
            return Part("title", place + 1 + left, place + 1 + left + len(stripped), (("level", "a"),))
    return None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds, position = [], start
    for match in (*_PIECE.finditer(text, start, end), None):
        stop = match.start() if match else end
        a, b = position, stop
        while a < b and text[a] in _EDGES + ".":
            a += 1
        while b > a and text[b - 1] in _EDGES:
            b -= 1
        if a < b:
            bounds.append((a, b))
        position = match.end() if match else end
    return bounds


def _is_author(piece: str, language: Language) -> bool:
    if len(piece.split()) > 5 or names_periodical(piece, language):
        return False
    if is_surname(piece) and piece not in language.persons.not_names:
        return True
    name = parse_name(piece, language)
    return name is not None and bool(name.given)


def _is_title(piece: str) -> bool:
    words = piece.split()
    if len(words) > _MOST_WORDS or len(piece) < 2 or not (piece[0].isupper() or piece[0].isdigit()):
        return False
    return (
        any(map(str.isalpha, piece))
        and piece[-1] not in "?!:"
        and not re.search(r"[.!?]\s+[^\W\d_]{3}", piece)
    )


def is_quoted(text: str, part: Part) -> bool:
    """Whether a part begins after a quotation mark."""
    return text[part.start - 1 : part.start] in QUOTE_PAIRS


def is_between(text: str) -> bool:
    """Whether only signs stand between facts, or the place and publisher of a book ("Moscow: Progress")."""
    flat = text.strip(" ,;:.()–—-\n\u00a0")
    return not flat or (
        len(flat.split()) <= 4
        and flat[:1].isupper()
        and not any(map(str.isdigit, flat))
        and flat[-1].isalpha()
        and _SMALL.search(flat) is None
    )


def is_surname(name: str) -> bool:
    """Whether a name is one capitalised word."""
    return re.fullmatch(rf"[{UPPER}][\w’'-]{{2,30}}", name) is not None
