"""Titles of poems and of groups of poems, told by words, numbers, stars, and the white space round them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.segment.endings import folded, is_date_alone, is_initials
from edition.converter.segment.frontmatter import is_dedication
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import figures, heading
from edition.converter.segment.prose.parts import section_break
from edition.converter.segment.text import Text

_LONGEST = 80  # characters of a title
_MOST_WORDS = 6  # of a title that ends like a sentence
_STARS = frozenset("*⁂✻❋ \t")
_NUMBERED = ("I", "1")
_FEWEST_NUMBERS = 2  # that count poems
# Levels of what is divided off, from the outermost.
_PART, _POEM, _SMALLER, _NUMERAL = 1, 2, 3, 4


class Title(NamedTuple):
    """What a stanza heads: its `kind` ("part", "canto", "title", "stars", "numeral", or the type of what
    stands round the poems, as "notes"), its number in figures, and what a division under it is.

    `numbered` says that words follow the number; `second` that it goes with the title over it.
    """

    kind: str
    n: str = ""
    level: int = _POEM
    type: str = "poem"
    numbered: bool = False
    second: bool = False


def titles(text: Text) -> list[Title | None]:
    """What each stanza heads, None for text."""
    repeated = _repeated(text.stanzas)
    found: list[Title | None] = []
    for index in range(len(text.stanzas)):
        found.append(None if index in repeated else _title(text, index, found))
    for index in range(1, len(found)):
        if _gives(text, found, index):
            found[index] = None
    return _joined(text.stanzas, _levelled(text.stanzas, found))


def _joined(stanzas: Sequence[Stanza], found: Sequence[Title | None]) -> list[Title | None]:
    """The titles, in which a number and the title under it head one poem, where every title stands so."""
    result = list(found)
    first = next((i for i, title in enumerate(found) if title is not None and title.kind == "numeral"), None)
    if first is None:
        return result
    below = [i for i in range(first + 1, len(found)) if _is_plain(found[i])]
    under = [i for i in below if (above := found[i - 1]) is not None and above.kind == "numeral"]
    numbers = sum(title is not None and title.kind == "numeral" for title in found)
    if not under or numbers < _FEWEST_NUMBERS or len(under) < len(below):
        return result
    for index in under:
        above, title = found[index - 1], found[index]
        assert above is not None and title is not None
        result[index - 1] = above._replace(kind="title", level=_POEM)
        result[index] = title._replace(kind="title", level=_POEM, type="poem", second=True)
        over = index - 2
        while over > 0 and (group := result[over]) is not None and group.second:
            over -= 1
        if over >= 0 and (group := result[over]) is not None and group.kind == "title":
            result[over] = group._replace(kind="part", level=_PART, type="part")
    if len(under) < numbers:
        for index, title in enumerate(result):
            if title is not None and title.kind == "numeral":
                result[index] = title._replace(level=_POEM)
    return result


def _is_plain(title: Title | None) -> bool:
    return title is not None and title.kind in ("title", "part") and not title.second


def _gives(text: Text, found: Sequence[Title | None], index: int) -> bool:
    """Whether what looks like a title over another says to whom the whole is given ("Ai miei fratelli").

    Over verse it is a title ("An den Mond").
    """
    title, stanza = found[index], text.stanzas[index]
    if title is None or title.kind != "title" or index + 1 >= len(found) or found[index + 1] is None:
        return False
    return not stanza.text.isupper() and is_dedication(stanza, text.language)


def _repeated(stanzas: Sequence[Stanza]) -> frozenset[int]:
    """Stanzas of one line that come again and are no signs: refrains."""
    counts = Counter(stanza.text for stanza in stanzas if len(stanza.lines) == 1)
    return frozenset(
        index
        for index, stanza in enumerate(stanzas)
        if counts[stanza.text] > 1 and any(c.isalpha() for c in stanza.text) and not _numeral(stanza)
    )


def _numeral(stanza: Stanza) -> str:
    return figures(stanza.text.strip(".:[]()").casefold())


def _title(text: Text, index: int, above: Sequence[Title | None]) -> Title | None:
    """The title that a stanza is, seen with what the stanzas `above` are."""
    stanzas = text.stanzas
    stanza = stanzas[index]
    following = stanzas[index + 1] if index + 1 < len(stanzas) else None
    words = stanza.text
    if following is None or len(stanza.lines) > 2 or len(words) > _LONGEST:
        return None
    set_off = stanza.lines[0].blanks >= 2 or index == 0
    if set(words) <= _STARS and section_break(stanza) is not None:
        begins = set_off or above[-1] is not None or above[0] == Title("stars")
        return Title("stars") if begins and len(following.lines) > 1 else None
    if not any(c.isalpha() or c.isdigit() for c in words):
        return None
    if number := _numeral(stanza):
        return Title("numeral", number, _NUMERAL)
    if index and (is_date_alone(stanza.lines[0], text.language) or is_initials(stanza.lines[0])):
        return None
    named = _by_words(text, stanza, following)
    if named is not None:
        return named
    if words.endswith((",", ";")) or (len(stanza.lines) == 2 and not words.isupper()):
        return None
    if words.isupper() or (set_off and not words.endswith((".", "!", "?"))):
        return Title("title")
    return None


def _by_words(text: Text, stanza: Stanza, following: Stanza) -> Title | None:
    """A title that says what it heads, or that begins with a number."""
    found = heading(stanza, text.language, following)
    if found is None or not found.sure:
        return None
    if found.type in text.language.structure.matter:
        return Title(found.type, type=found.type)
    words = folded(stanza.text)
    if len(words) > _MOST_WORDS and stanza.text.endswith(".") and not stanza.text.isupper():
        return None
    if found.type == "part":
        return Title("part", found.n, _PART, "part")
    if any(word in text.language.structure.cantos for word in words[:3]):
        return Title("canto", found.n, type="canto")
    numbered = bool(figures(words[0]))
    return Title("title", found.n, numbered=numbered)


def _levelled(stanzas: Sequence[Stanza], found: Sequence[Title | None]) -> list[Title | None]:
    """The titles with their levels: over others stands what has another title right under it."""
    result = list(found)
    groups = {index for index in range(len(found) - 1) if _is_group(stanzas, found, index)}
    alike = {title.numbered for index in groups if (title := found[index]) is not None}
    cantos = [stanzas[i].lines[0].blanks for i, title in enumerate(found) if title and title.kind == "canto"]
    for index, title in enumerate(found):
        if title is None or title.kind not in ("title", "stars", "canto"):
            continue
        below = found[index + 1] if index + 1 < len(found) else None
        over_cantos = (
            len(cantos) > 1 and title.kind == "title" and below is not None and below.kind == "canto"
        )
        if index in groups or (title.numbered and True in alike) or over_cantos:
            result[index] = title._replace(kind="part", level=_PART, type="part")
        elif _goes_with(stanzas, found, index):
            result[index] = title._replace(second=True)
        elif below is not None and below.kind == "numeral":
            result[index] = title._replace(type="group")
        elif cantos and title.kind == "title" and stanzas[index].lines[0].blanks < min(cantos):
            result[index] = title._replace(level=_SMALLER)
    return result


def _is_group(stanzas: Sequence[Stanza], found: Sequence[Title | None], index: int) -> bool:
    """Whether a title has another title, no numeral, right under it, with white space between."""
    title, below = found[index], found[index + 1]
    if title is None or below is None or title.kind not in ("title", "canto"):
        return False
    return below.kind in ("title", "stars", "canto") and stanzas[index + 1].lines[0].blanks >= 2


def _goes_with(stanzas: Sequence[Stanza], found: Sequence[Title | None], index: int) -> bool:
    """Whether a title stands close under another: its second line."""
    above, title = found[index - 1] if index else None, found[index]
    cantos = sum(other is not None and other.kind == "canto" for other in found)
    if (
        above is not None
        and title is not None
        and above.kind == "title"
        and title.kind == "canto"
        and cantos > 1
    ):
        return False  # the title of the whole over its first canto
    close = stanzas[index].lines[0].blanks < 2
    return above is not None and close and above.kind in ("title", "canto", "part") and title is not None
