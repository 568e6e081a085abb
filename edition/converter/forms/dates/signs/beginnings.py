"""With which signs the forms of dates begin and go on: only where these stand is a form tried.

What is said here is of patterns whose signs are read off their text: there may be more signs than can be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, reduce
from typing import NamedTuple

from edition.converter.forms.dates.signs.lexicon import BLANK, Lexicon, is_word
from edition.converter.forms.dates.signs.pieces import PIECE, literal, pattern_of, suffix, year_tail

# What patterns of forms are made of: marks and signs, lists of them, and brackets, some of which only look
# ahead or back.
_TOKEN = re.compile(
    r"\\(?P<mark>.)|\[(?P<listed>(?:\\.|[^\]\\])*)\]|(?P<opening>\((?:\?(?:P<\w+>|:|(?P<looks><?[!=])))?)"
    r"|(?P<closing>\))|(?P<sign>[^?|$])"
)
_FEAST_ALONE = "feast of one word"
_JOINTS = frozenset(("to", "and"))  # pieces that begin with a mark


class Way(NamedTuple):
    """A way in which a form can begin: with which signs, and which of these can be all of it; which signs can
    be its second, blanks aside, and with which of these it can end; and which can be its third.
    """

    firsts: frozenset[str]
    soles: frozenset[str]
    seconds: frozenset[str]
    lasts: frozenset[str]
    thirds: frozenset[str]

    def goes_on(self, first: str, second: str, third: str) -> bool:
        """Whether it goes on with two signs after the one that it begins with, or can end before them."""
        if first in self.soles:
            return True
        return second in self.seconds and (second in self.lasts or third in self.thirds)


def starts(patterns: Mapping[str, str], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The signs with which each piece can begin (and perhaps some more); and those of feasts of one word."""
    endings = suffix(lexicon), year_tail(lexicon)
    found: dict[str, frozenset[str]] = {}
    for piece, pattern in patterns.items():
        signs = signs_in(reduce(lambda rest, ending: rest.replace(ending, ""), endings, pattern))
        found[piece] = frozenset(sign for sign in signs if piece in _JOINTS or not _is_mark(sign))
    feasts = [
        lexicon.token.findall(feast) for feasts in lexicon.language.dates.feasts.values() for feast in feasts
    ]
    for name, several in (("feast", feasts), (_FEAST_ALONE, [feast for feast in feasts if len(feast) == 1])):
        words = {feast[0] for feast in several}
        found[name] = frozenset(sign for word in words for sign in signs_in(literal(word, lexicon)))
    return found


@cache
def signs_in(pattern: str) -> frozenset[str]:
    """The signs that a pattern can take in, without blanks, and without those that it only looks at."""
    found: set[str] = set()
    depth = looking = 0
    for token in _TOKEN.finditer(pattern):
        if token["opening"]:
            depth += 1
            looking = looking or (depth if token["looks"] else 0)
        elif token["closing"]:
            looking = looking if depth > looking else 0
            depth -= 1
        elif not looking:
            found.update(token["mark"] or (token["listed"] or "").replace("\\", "") or token["sign"] or "")
    return frozenset(found - {BLANK})


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
    signs = [signs_in(pattern_of(part, patterns, lexicon)) for part, _ in parts]
    needed = [number for number, (_, required) in enumerate(parts) if required]
    found: list[Way] = []
    none = frozenset[str]()
    for place, (part, required) in enumerate(parts):
        piece = part.strip("{?}") if part[0] == "{" else ""
        firsts = starting.get(piece) or signs[place]
        soles = starting.get(_FEAST_ALONE if piece == "feast" else piece, firsts)
        more = [number for number in needed if number > place]
        seconds = none.union(*signs[place : more[0] + 1 if more else len(parts)])
        lasts = none if len(more) > 1 else signs[more[0]] if more else seconds
        thirds = none.union(*signs[place : more[1] + 1]) if len(more) > 1 else seconds
        found.append(Way(firsts, none if more else soles, seconds, lasts, thirds))
        if required:
            break
    return found


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
