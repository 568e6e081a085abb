"""The page of a paper: where one piece ends and the next begins, and what stands at the foot of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.jumps import jump
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.article.heading import is_plain_headline
from edition.converter.segment.lines import Stanza

_WIDE = 2  # blank lines over a headline in capitals
_WIDER = 3  # blank lines over any other
_LONGEST_IMPRINT = 400  # characters
_FEWEST_LETTERS = 4
_LONGEST_HEADING = 100  # characters: what stands under so short a stanza is its deck


class Part(NamedTuple):
    """Stanzas from `first` up to, not including, `last`, and what they are: the `type` of a division."""

    first: int
    last: int
    type: str


def page_parts(stanzas: Sequence[Stanza], language: Language) -> list[Part]:
    """The pieces of a page in order; one where no other begins. The last may be its imprint."""
    end = len(stanzas)
    if end > 1 and is_imprint(stanzas[-1], language):
        end -= 1
    capitals = bool(stanzas) and stanzas[0].lines[0].text.isupper()
    apart = _stands_apart(stanzas)
    starts = [0]
    for index in range(1, end - 1):
        stanza = stanzas[index]
        heading = column_type(stanza, language)
        under = index == starts[-1] + 1 and len(stanzas[starts[-1]].text) < _LONGEST_HEADING
        if heading and under:
            continue  # a rubric under its headline
        if (
            heading
            or _leads_back(stanza, language)
            or (not under and _is_headline(stanza, stanzas[index + 1], language, capitals, apart))
        ):
            starts.append(index)
    parts = [
        Part(first, last, column_type(stanzas[first], language) or "article")
        for first, last in zip(starts, [*starts[1:], end], strict=True)
    ]
    return [*parts, Part(end, len(stanzas), "imprint")] if end < len(stanzas) else parts


def _leads_back(stanza: Stanza, language: Language) -> bool:
    """Whether a headline is repeated, with a line under it that leads back to another page."""
    return 1 < len(stanza.lines) <= 3 and jump(stanza.lines[-1].text, language) == "back"


def column_type(stanza: Stanza, language: Language) -> str:
    """What a standing heading heads: "letters" or "correction"; empty for any other stanza."""
    if len(stanza.lines) > 1 or len(stanza.text) > 60 or stanza.text.endswith((",", ";", ":")):
        return ""
    heading = " ".join(words_of(stanza.text.replace("’", "'")))
    if not stanza.text.lstrip("([_")[:1].isupper():
        return ""
    if heading in language.article.corrections:
        return "correction"
    return "letters" if heading in language.article.letters else ""


def is_imprint(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza says who prints the paper and answers for it."""
    text = stanza.text
    if len(text) > _LONGEST_IMPRINT:
        return False
    words = words_of(text[:80].replace("’", "'"))
    for count in range(min(5, len(words)), 0, -1):
        if " ".join(words[:count]) in language.article.imprint:
            return count > 1 or words_of(text.partition(":")[0]) == words[:1]
    return False


def _stands_apart(stanzas: Sequence[Stanza]) -> bool:
    """Whether wide white space stands over few stanzas, so that it says something."""
    wide = sum(stanza.lines[0].blanks >= _WIDER for stanza in stanzas[1:])
    return wide <= max(2, len(stanzas) // 3)


def _is_headline(stanza: Stanza, following: Stanza, language: Language, capitals: bool, apart: bool) -> bool:
    """Whether a stanza heads a piece of its own: white space over it, text under it.

    In capitals where the first headline is; else with more white space than divides anything else.
    """
    text, blanks = stanza.text, stanza.lines[0].blanks
    if blanks < _WIDE or sum(character.isalpha() for character in text) < _FEWEST_LETTERS:
        return False
    if not is_plain_headline(text, len(stanza.lines)) or parse_attribution(text, language) is not None:
        return False
    first = stanza.lines[0].text
    if capitals and first.isupper():
        return True
    return blanks >= _WIDER and apart and len(following.text) > len(text)
