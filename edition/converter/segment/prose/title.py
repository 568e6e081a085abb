"""The title over a text without chapters, with its author and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.attribution import split_names
from edition.converter.forms.letters import DASHES, UPPER
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.languages import Language
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import CALLS
from edition.model import Block

_LONGEST = 120  # characters
_MOST_LINES = 3
_MOST_TITLES = 3  # title, subtitle, kind of text
_SOON = 7  # stanzas in which running text must follow
_QUOTES = "“„«»\"'‘‹›‚"
_STOP_INSIDE = re.compile(rf"(?<![{UPPER}])(?<!\b[{UPPER}][a-z])(?<!\b[{UPPER}][a-z][a-z])[.!?…]\s+\S")
_STOP = (".", ";", ":", ",", "…")


def title_blocks(stanzas: Sequence[Stanza], language: Language) -> tuple[list[Block], int]:
    """Heads, byline and dateline over a text, and the stanza with which the text goes on."""
    blocks: list[Block] = []
    index = 0
    while index + 1 < len(stanzas):
        block = _date(stanzas[index], blocks, language) or _byline(stanzas[index], blocks, language)
        if block is None:
            titles = sum(block.kind == "head" for block in blocks)
            if titles == _MOST_TITLES or not _is_title(stanzas, index):
                break
            block = Block("head", stanzas[index].span, rule="head")
        blocks.append(block)
        index += 1
    # What stands over a title only dates it; by itself it is no head.
    if not any(block.kind == "head" for block in blocks) and any(block.kind == "byline" for block in blocks):
        return [], 0
    return blocks, index


def _date(stanza: Stanza, above: Sequence[Block], language: Language) -> Block | None:
    if any(block.kind == "dateline" for block in above) or len(stanza.lines) > 1:
        return None
    return Block("dateline", stanza.span, rule="dateline") if is_date_line(stanza.text, language) else None


def _byline(stanza: Stanza, above: Sequence[Block], language: Language) -> Block | None:
    if not any(block.kind == "head" for block in above) or len(stanza.lines) > 1:
        return None
    first, _, rest = stanza.text.partition(" ")
    if first not in language.article.byline or not rest:
        return None
    names, _ = split_names(rest, language)
    whole = all(parse_name(name, language) and len(name.split()) > 1 for name in names)
    return Block("byline", stanza.span, rule="byline") if whole else None


def _is_title(stanzas: Sequence[Stanza], index: int) -> bool:
    """Whether a stanza is a title: short, no sentence, nothing that is said; and a text goes on under it."""
    stanza = stanzas[index]
    text = CALLS.sub(" ", stanza.text).strip()
    if not reads_like_title(text) or len(stanza.lines) > _MOST_LINES:
        return False
    return any(len(following.text) > len(text) for following in stanzas[index + 1 : index + _SOON])


def reads_like_title(text: str) -> bool:
    """Whether words could be a title: no sentence with its stop, no talk, no beginning in small letters."""
    if len(text) > _LONGEST or not any(character.isalpha() for character in text):
        return False
    if text[0] in _QUOTES or text.startswith((*DASHES, "-", "(", "[", "*")) or text[0].islower():
        return False
    if text.endswith((*_STOP, *DASHES, "-", "”", "»", '"', "“")) and not text.isupper():
        return False
    return not _STOP_INSIDE.search(text)
