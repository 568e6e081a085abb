"""What stands over a piece: headline, rubric, byline."""

from __future__ import annotations

import re

from edition.converter.forms.attribution import parse_attribution, split_names
from edition.converter.forms.letters import DASHES, UPPER
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.segment.article.cursor import Cursor
from edition.model import Block

_MAX_HEAD = 160  # characters
_MAX_LINES = 3
_MAX_STACKED = 3  # slogan, headline, deck
_BRACKETED = re.compile(r"\([^()]{2,80}\)|\[[^\[\]]{2,80}\]")
_SENTENCE_END = re.compile(rf"(?<![{UPPER}])[.;:,]$")


def rubric(cursor: Cursor) -> Block | None:
    """A line in brackets under or over the headline, or one of the words rubrics are made of."""
    stanza = cursor.peek()
    if stanza is None or not cursor.heading:
        return None
    text = stanza.lines[0].text
    known = _is_known_rubric(text, cursor)
    bracketed = _BRACKETED.fullmatch(text) is not None and (cursor.has("head") or _head_follows(cursor))
    alone = len(stanza.lines) == 1
    if not (known or bracketed) or (alone and cursor.peek(1) is None):
        return None
    return Block("rubric", cursor.take_lines(1), rule="known rubric" if known else "rubric")


def _is_known_rubric(text: str, cursor: Cursor) -> bool:
    return text.strip("()[]. ").casefold() in cursor.language.article.folded_rubrics


def dateline(cursor: Cursor) -> Block | None:
    """A line over or under the headline that is a date and nothing else."""
    stanza = cursor.peek()
    if stanza is None or not cursor.heading or cursor.has("dateline"):
        return None
    alone = len(stanza.lines) == 1
    if not is_date_line(stanza.lines[0].text, cursor.language) or (alone and cursor.peek(1) is None):
        return None
    return Block("dateline", cursor.take_lines(1), rule="dateline")


def byline(cursor: Cursor) -> Block | None:
    """A line "By …" under the headline, with nothing but a name after the word."""
    stanza = cursor.peek()
    if stanza is None or not cursor.has("head") or not cursor.heading or len(stanza.lines) > 1:
        return None
    first, _, rest = stanza.lines[0].text.partition(" ")
    if first not in cursor.language.article.byline or cursor.peek(1) is None:
        return None
    names, _ = split_names(rest, cursor.language)
    if not all(parse_name(name, cursor.language) and len(name.split()) > 1 for name in names):
        return None
    return Block("byline", cursor.take(), rule="byline")


def head(cursor: Cursor) -> Block | None:
    """A short stanza before the text that does not end like a sentence; up to three of them.

    A piece may have none (corrections, clarifications): then the first stanza is a paragraph.
    """
    stanza = cursor.peek()
    if stanza is None or not cursor.heading or cursor.peek(1) is None:
        return None
    if sum(block.kind == "head" for block in cursor.blocks) >= _MAX_STACKED:
        return None
    # A rubric may stand right under the headline, without a blank line.
    count = next(
        (
            number
            for number, line in enumerate(stanza.lines[1:], 1)
            if _BRACKETED.fullmatch(line.text) or _is_known_rubric(line.text, cursor)
        ),
        len(stanza.lines),
    )
    if not is_headline(" ".join(line.text for line in stanza.lines[:count]), count):
        return None
    if parse_attribution(stanza.text, cursor.language) is not None:
        return None
    return Block("head", cursor.take_lines(count), rule="head")


def is_headline(text: str, lines: int = 1) -> bool:
    """Short, beginning with a capital, a digit or a mark, and not ending as a sentence or a lead-in does."""
    if len(text) > _MAX_HEAD or lines > _MAX_LINES:
        return False
    if not any(character.isalpha() for character in text) or _SENTENCE_END.search(text):
        return False
    if text.lstrip("“„«\"'‘¡¿(")[:1].islower() or text.startswith(tuple(DASHES)):
        return False
    if text.endswith(tuple(DASHES)):
        return False
    return not re.search(r"[.!?]\s+\S+\s+\S+\s+\S+\s+\S.*[.!?]$", text)


def _head_follows(cursor: Cursor) -> bool:
    following = cursor.peek(1)
    return (
        following is not None
        and is_headline(following.text, len(following.lines))
        and cursor.peek(2) is not None
    )
