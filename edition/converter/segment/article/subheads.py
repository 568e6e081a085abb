"""Short headings between the paragraphs of a piece."""

from __future__ import annotations

import re

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.datelines import is_place_and_date
from edition.converter.forms.despatches import is_sender
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.letters import DASHES
from edition.converter.forms.masthead import is_date_line
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.article.heading import heads_report, is_capital_deck, is_plain_headline
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.parts import item_mark
from edition.model import Block

RULE = "heading between paragraphs"
_LONGEST = 80  # characters
_MOST_WORDS = 12
_FEWEST = 30  # characters of running text
_ENDS = frozenset('.!?)]”»"’')
_MARKS = ("(", "[", "“", "„", "«", '"', "‘", "'", "*", "_", "-", *DASHES)
_UNFINISHED = re.compile(r"[,:;—–-]$|[^\W_]$")
_FINISHED = re.compile(r"[.!?…:;,—–-][”“»«\"'’)\]_*]*$|\[\d+\]$|\)$")


def subhead(cursor: Cursor) -> Block | None:
    """A line between paragraphs that ends like no sentence, with running text longer than itself under it."""
    stanza, following = cursor.peek(), cursor.peek(1)
    if stanza is None or following is None or cursor.heading or cursor.split or len(stanza.lines) > 1:
        return None
    text = stanza.lines[0].text
    if cursor.headed and heads_report(cursor):
        return Block("head", cursor.take(), rule=RULE)
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.startswith(_MARKS):
        return None
    if (
        not (_is_deck(text, cursor) if is_capital_deck(text) else is_plain_headline(text))
        or item_mark(stanza.lines[0])
        or stanza.lines[0].indent > cursor.margin + 30
    ):
        return None
    if not _stands_between(cursor, following, text) or _is_something_else(text, cursor):
        return None
    return Block("head", cursor.take(), rule=RULE)


def _is_deck(text: str, cursor: Cursor) -> bool:
    """Whether a line is a heading in capitals with its stop, and no name under a formula ("Yours, &c., / A
    RATEPAYER.").
    """
    above = cursor.blocks[-1].span.end
    ended = cursor.source.text[above - 1 : above] in _ENDS
    return ended and len(text.split()) > 1 and is_capital_deck(text)


def _stands_between(cursor: Cursor, following: Stanza, text: str) -> bool:
    """Whether a text ends above the line, and another begins under it."""
    above = cursor.blocks[-1]
    if above.kind == "head":
        return False
    if above.kind == "paragraph" and not text.isupper():
        end = cursor.source.text[above.span.end - 1 : above.span.end]
        if _UNFINISHED.search(end):
            return False  # "Over the door there stood:" is followed by what stood there
    running = following.text
    if is_capital_deck(text) and (
        is_place_and_date(running, cursor.language)
        or is_sender(following.lines[0].text, cursor.language)
        or (len(following.lines) == 1 and is_capital_deck(running))
    ):
        return True  # a deck, a sender or a dateline stands between
    fewest = len(text) if text.isupper() else max(len(text), _FEWEST)
    return len(running) > fewest and _FINISHED.search(running) is not None


def _is_something_else(text: str, cursor: Cursor) -> bool:
    """Whether a short line is a date, a name or the source of a quotation."""
    language = cursor.language
    if is_date_line(text, language) or is_place_and_date(text, language):
        return True
    if parse_attribution(text, language) is not None:
        return True
    names = find_names(text, language)
    return bool(names) and names[0].start == 0 and names[-1].end == len(text)
