"""With which signs the forms of dates begin and go on: only where these stand is a form tried.

What is said here is of patterns whose signs are read off their text: there may be more signs than can be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple

from edition.converter.forms.dates.lexicon import BLANK, Lexicon, is_word
from edition.converter.forms.dates.pieces import PIECE, literal, pattern_of, suffix, year_tail

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
# What a pattern has besides the signs that it begins with: looks ahead and back, brackets, repetition.
_LOOKING = re.compile(r"\(\?<?[!=][^()]*\)|\(\?P<\w*>|\(\?:|[()\[\]{}?*+|\\^$ ]")
_FEAST_ALONE = "feast of one word"
_JOINTS = frozenset(("to", "and"))  # pieces that begin with a mark


class Way(NamedTuple):
    """A way in which a form can begin: with which signs, which of these can be all of it, and which signs can
    be its second, blanks aside.
    """

    firsts: frozenset[str]
    soles: frozenset[str]
    seconds: frozenset[str]


def starts(patterns: Mapping[str, str], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The signs with which each piece can begin (and perhaps some more); and those of feasts of one word."""
    endings = suffix(lexicon), year_tail(lexicon)
    found: dict[str, frozenset[str]] = {}
    for piece, pattern in patterns.items():
        signs = _LOOKING.sub("", reduce(lambda rest, ending: rest.replace(ending, ""), endings, pattern))
        found[piece] = frozenset(sign for sign in signs if piece in _JOINTS or not _is_mark(sign))
    feasts = [
        lexicon.token.findall(feast) for feasts in lexicon.language.dates.feasts.values() for feast in feasts
    ]
    for name, several in (("feast", feasts), (_FEAST_ALONE, [feast for feast in feasts if len(feast) == 1])):
        words = {feast[0] for feast in several}
        found[name] = frozenset(sign for word in words for sign in _LOOKING.sub("", literal(word, lexicon)))
    return found


def _is_mark(sign: str) -> bool:
    """Whether a sign is a mark with which no piece begins: an apostrophe begins '48."""
    return not (sign.isalnum() or sign in "'’" or is_word(sign))


def ways(
    form: str, patterns: Mapping[str, str], starting: Mapping[str, frozenset[str]], lexicon: Lexicon
) -> list[Way]:
    """The ways in which a form can begin: with its first part, or with a later one where those before it may
    be missing.
    """
    parts = _parts(form)
    sources = [pattern_of(part, patterns, lexicon) for part, _ in parts]
    signs = [frozenset(_GROUP_NAME.sub("", source)) - {BLANK} for source in sources]
    found: list[Way] = []
    for place, (part, required) in enumerate(parts):
        piece = part.strip("{?}") if part[0] == "{" else ""
        firsts = starting.get(piece) or frozenset(_LOOKING.sub("", sources[place])) | _marks_in(part)
        later = (number for number in range(place + 1, len(parts)) if parts[number][1])
        following = next(later, None)
        soles = starting.get(_FEAST_ALONE if piece == "feast" else piece, firsts)
        seconds = signs[place : len(parts) if following is None else following + 1]
        found.append(Way(firsts, frozenset() if following else soles, frozenset().union(*seconds)))
        if required:
            break
    return found


def _marks_in(part: str) -> frozenset[str]:
    """The marks in a part of a form that stand for themselves."""
    return frozenset(token[6] for token in PIECE.finditer(part) if token[6] and token[6] not in "(|)?")


def _parts(form: str) -> list[tuple[str, bool]]:
    """The pieces, words, marks and brackets of a form, and whether all that it matches has them."""
    parts: list[tuple[str, bool]] = []
    part, depth = "", 0
    for token in PIECE.finditer(form):
        if token.group() == "?" and not depth:
            parts[-1] = parts[-1][0], False
            continue
        part += token.group()
        depth += (token.group() == "(") - (token.group() == ")")
        if not depth and not part.isspace():
            something = "?" not in part and all(choice.strip("( )") for choice in part.split("|"))
            parts.append((part, something))
        part = part if depth else ""
    return parts
