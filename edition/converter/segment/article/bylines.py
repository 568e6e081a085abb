"""Who wrote a piece: a line under the headline that names the author, or what the paper calls one."""

from __future__ import annotations

import re

from edition.converter.forms.attribution import are_names, is_byline
from edition.converter.forms.dates import find_dates
from edition.converter.forms.despatches import is_sender
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.speakers import words_of
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.article.heading import SENT
from edition.model import Block, Certainty

_LONGEST = 90  # characters
_MOST_WORDS = 9
_MOST_LEAD = 4  # words before the name: "das Gespräch führte"


def byline(cursor: Cursor) -> Block | None:
    """A line "By …" under the headline, with nothing but names after the words, or "our correspondent".

    A bare name counts where it shows that it is one.
    """
    stanza = cursor.peek()
    if stanza is not None and _is_sender(cursor):
        return Block("byline", cursor.take_lines(1), rule=SENT)
    if stanza is None or not cursor.has("head") or not cursor.heading:
        return None
    text = stanza.lines[0].text
    if cursor.peek(1) is None or len(text) > _LONGEST or cursor.has("byline"):
        return None
    if len(stanza.lines) > 1:
        named = len(stanza.lines) == 2 and _by(text, cursor) and _is_office(stanza.lines[1].text)
        return Block("byline", cursor.take(), rule="byline") if named else None
    if cursor.headed and _by(text.rstrip("."), cursor):
        return Block("byline", cursor.take(), rule="byline")
    if _by(text, cursor) or _credits(text, cursor) or _by(_after_date(text, cursor), cursor):
        return Block("byline", cursor.take(), rule="byline")
    if _is_bare_name(text, cursor):
        return Block("byline", cursor.take(), rule="name under the headline", certainty=Certainty.MEDIUM)
    return None


def _is_office(text: str) -> bool:
    """Whether a line under the author's name can say what he is ("Associated Press Writer")."""
    words = text.split()
    return len(words) <= _MOST_WORDS and text[-1].isalpha() and all(word[0].isupper() for word in words)


def _is_sender(cursor: Cursor) -> bool:
    """Whether a line in brackets says who sent the despatch under it, be it the first of a page or not."""
    stanza = cursor.peek()
    assert stanza is not None
    if cursor.split and not cursor.heading:
        return False
    if (cursor.heading and cursor.has("byline")) or (len(stanza.lines) == 1 and cursor.peek(1) is None):
        return False
    return is_sender(stanza.lines[0].text, cursor.language)


def _after_date(text: str, cursor: Cursor) -> str:
    """What follows the date with which a line begins ("lundi 9 juin 2025, par Robert Paris")."""
    first = next(iter(find_dates(text, cursor.language)), None)
    return text[first.end :].lstrip(" ,–—-") if first is not None and first.start == 0 else ""


def _by(text: str, cursor: Cursor) -> bool:
    return is_byline(text, cursor.language)


def _are_names(text: str, cursor: Cursor) -> bool:
    return are_names(text, cursor.language)


def _credits(text: str, cursor: Cursor) -> bool:
    """Whether a line begins with words for the author, and goes on with a name or "our correspondent"."""
    flat = text.strip("()[]_ ")
    words = words_of(flat)
    if not 1 < len(words) <= _MOST_WORDS or flat.endswith((".", "!", "?", ";", ",", ":", "”", '"')):
        return False
    table = cursor.language.article
    by = {word.casefold() for word in table.byline} | table.credits
    lead = next((n for n in range(_MOST_LEAD, 0, -1) if " ".join(words[:n]) in by), 0)
    if not lead:
        return False
    rest = re.sub(rf"^(?:\W*\w+){{{lead}}}[\s:]*", "", flat)
    if ":" in flat and len(words_of(flat.partition(":")[0])) <= _MOST_LEAD:
        rest = flat.partition(":")[2]
        if _are_names(rest, cursor):
            return True
    return any(word in table.correspondents for word in words[lead:]) or (
        _are_names(rest, cursor) and _shows_name(rest, cursor)
    )


def _shows_name(text: str, cursor: Cursor) -> bool:
    """Whether a text holds a name that initials, a given name or a title give away."""
    return bool(find_names(text.strip(), cursor.language))


def _is_bare_name(text: str, cursor: Cursor) -> bool:
    """Whether a line is a name alone: it holds a known one, or is capitalised where the headlines are not."""
    words = text.split()
    if not 2 <= len(words) <= 5 or text.isupper() or not _are_names(text, cursor):
        return False
    found = find_names(text, cursor.language)
    if found and found[0].start == 0:
        return True
    above = [cursor.source.slice(block.span) for block in cursor.blocks if block.kind == "head"]
    small = [line.split()[1:] for line in above]
    return all(len(line) >= 2 and not any(word[:1].isupper() for word in line) for line in small)
