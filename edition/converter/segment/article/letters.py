"""Letters on the page of a paper, and what the editors reply: found here, read by the reader of letters."""

from __future__ import annotations

import re

from edition.converter.forms.datelines import is_place_and_date
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.article.body import (
    attribution,
    continuation,
    listing,
    paragraph,
    quotation,
    table,
    verse,
)
from edition.converter.segment.article.closing import is_place, signed_lines
from edition.converter.segment.article.cursor import Cursor, apply, split_line
from edition.converter.segment.article.heading import is_plain_headline
from edition.converter.segment.article.page import column_type
from edition.converter.segment.editorial import is_editorial
from edition.converter.segment.letter import reading as letter_reading
from edition.converter.segment.letter.parts import closes, is_postscript, is_salute
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.parts import section_break
from edition.converter.segment.text import Text
from edition.model import Block, spanning

_LONGEST = 60  # stanzas of a letter
_HEAD_LINES = 4  # over the greeting: place, date, address
_SHORT = 70  # characters of such a line
_LABEL = 80  # characters in which a reply says what it is
_PEN_NAME = 40  # characters of a last line that is no sentence
_RUN_IN = re.compile(r"[,:!]\s?(?:--|[—–])\s?|[,:!]?\s?(?:--|[—–])\s?")
_REPLY_RULES = (continuation, listing, table, verse, attribution, quotation, paragraph)


def letter(cursor: Cursor) -> Block | None:
    """A letter: a greeting, text, and a signature; in a column of letters a greeting is enough.

    There a heading of its own may stand over it.
    """
    if cursor.split or cursor.peek() is None or (cursor.column and not cursor.blocks):
        return None  # a column begins with its heading
    stanzas, start = cursor.stanzas, cursor.index
    headed = cursor.column and _is_heading(cursor, start)
    first = start + 1 if headed else start
    greeted = _greeting(cursor, first)
    if greeted is None:
        return None
    end, closed = _end(cursor, greeted)
    if not (closed or cursor.column) or end <= first:
        return None
    inside = [_parted(stanza, cursor.language) for stanza in stanzas[first:end]]
    text = Text(cursor.source, cursor.language, tuple(inside))
    children = [*letter_reading.read(text).blocks]
    if headed:
        children.insert(0, Block("head", stanzas[start].span, rule="heading of a letter"))
    children = _closed(children, inside[-1], cursor)
    for _ in range(end - start):
        cursor.take()
    return spanning("division", tuple(children), rule="letter on a page", attributes=(("type", "letter"),))


def _is_heading(cursor: Cursor, index: int) -> bool:
    """Whether a letter's own heading stands at `index`, and the letter under it."""
    stanza = cursor.stanzas[index]
    text = stanza.text
    if len(stanza.lines) > 1 or not is_plain_headline(text) or "," in text or any(map(str.isdigit, text)):
        return False  # an address, or a date
    if is_salute(stanza.lines[0], cursor.language) or column_type(stanza, cursor.language):
        return False
    words = words_of(text)
    addressed = any(" ".join(words[:n]) in cursor.language.article.letters for n in range(2, 5))
    return not addressed and _greeting(cursor, index + 1) is not None


def _greeting(cursor: Cursor, first: int) -> int | None:
    """The stanza with the greeting of a letter that begins at `first`: only place, date and address may
    stand over it. None where no letter begins.
    """
    over = 0
    for index in range(first, min(first + _HEAD_LINES, len(cursor.stanzas))):
        if section_break(cursor.stanzas[index]) is not None:
            return None
        for line in cursor.stanzas[index].lines:
            if is_salute(_run_in(line, cursor.language) or line, cursor.language):
                return index
            if over >= _HEAD_LINES or not (_is_head_line(line, cursor.language) or _is_address(line, cursor)):
                return None
            over += 1
    return None


def _is_head_line(line: Line, language: Language) -> bool:
    return is_place_and_date(line.text, language) or is_date_line(line.text, language)


def _is_address(line: Line, cursor: Cursor) -> bool:
    """Whether a line over a greeting can be an address, in a column of letters."""
    if not cursor.column or len(line.text) > _SHORT:
        return False
    return not line.text.endswith((".", "!", "?", ";")) or _is_to_editor(line.text, cursor.language)


def _is_to_editor(text: str, language: Language) -> bool:
    """Whether a line addresses the editor of a paper ("TO THE EDITOR OF THE TIMES.")."""
    words = words_of(text)
    counts = (count for count in (3, 4, 5) if count <= len(words))
    return any(" ".join(words[:count]) in language.article.letters for count in counts)


def _run_in(line: Line, language: Language) -> Line | None:
    """The greeting with which a paragraph begins ("Sir,--You wrote …"), as a line of its own."""
    match = _RUN_IN.search(line.text, 0, 48)
    if match is None or not line.text[match.end() : match.end() + 1].isupper():
        return None
    first, _ = split_line(line, match.end())
    return first if len(first.text) < len(line.text) and is_salute(first, language) else None


def _parted(stanza: Stanza, language: Language) -> Stanza:
    """A stanza with a greeting at its beginning as a line of its own."""
    greeting = _run_in(stanza.lines[0], language)
    if greeting is None:
        return stanza
    return Stanza((*split_line(stanza.lines[0], len(greeting.text)), *stanza.lines[1:]))


def _end(cursor: Cursor, greeted: int) -> tuple[int, bool]:
    """Where a letter ends (the stanza after it), and whether a signature closes it."""
    stanzas, language = cursor.stanzas, cursor.language
    last = min(len(stanzas), greeted + _LONGEST)
    index = greeted
    while index < last:
        stanza = stanzas[index]
        if index > greeted:
            if _is_signed(stanza, language) or closes(stanza.lines, language):
                return _after_signature(cursor, index + 1), True
            if _begins_other(cursor, index):
                return index, False
        lines = stanza.lines if index > greeted else stanza.lines[1:]
        if len(lines) > 2 and _signs(Stanza(lines[-2:]), language):
            return _after_signature(cursor, index + 1), True
        index += 1
    return last, False


def _is_signed(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza is a name, with or without place and date; a date alone may open the next letter."""
    return any(block.kind == "signed" for block in signed_lines(stanza, language))


def _signs(stanza: Stanza, language: Language) -> bool:
    if len(stanza.lines) > 5 or len(stanza.text) > 200:
        return False
    return closes(stanza.lines, language) or bool(signed_lines(stanza, language))


def _after_signature(cursor: Cursor, index: int) -> int:
    """The stanza after a signature, and after what belongs to it: the name alone, a date, a postscript."""
    while index < len(cursor.stanzas):
        stanza = cursor.stanzas[index]
        dated = signed_lines(stanza, cursor.language) and _greeting(cursor, index) is None
        dated = dated or (cursor.column and _is_place_below(cursor, index))
        if not (dated or is_postscript(stanza.lines[0], cursor.language)):
            break
        index += 1
    return index


def _is_place_below(cursor: Cursor, index: int) -> bool:
    """Whether a line is the writer's place under the signature, with no letter of that heading under it."""
    stanza = cursor.stanzas[index]
    alone = len(stanza.lines) == 1 and len(stanza.text) <= _PEN_NAME
    return alone and is_place(stanza.text) and not _is_heading(cursor, index) and stanza.text[-1] in ".,"


def _begins_other(cursor: Cursor, index: int) -> bool:
    """Whether something else than this letter begins at `index`."""
    stanza = cursor.stanzas[index]
    if section_break(stanza) is not None or is_editorial(stanza.text[:1500], cursor.language):
        return True
    if _replies(stanza, cursor.language):
        return True
    return _greeting(cursor, index) is not None or (cursor.column and _is_heading(cursor, index))


def _closed(children: list[Block], last: Stanza, cursor: Cursor) -> list[Block]:
    """The parts of a letter, its last line as a closer where the reader of letters left it in a paragraph."""
    block = children[-1]
    if block.kind != "paragraph" or block.span != last.span or len(children) < 2:
        return children
    signed = signed_lines(last, cursor.language)
    text = last.text
    alone = len(last.lines) == 1 and len(text) <= _PEN_NAME and text[-1].isalpha() and text[0].isupper()
    if not signed and cursor.column and alone and children[-2].kind == "paragraph":
        signed = [Block("signed", last.span, rule="signature")]
    if signed:
        children[-1] = spanning("closer", tuple(signed), rule="end of a letter")
    return children


def reply(cursor: Cursor) -> Block | None:
    """What the editors reply to the letter above, up to the next letter or a break."""
    stanza = cursor.peek()
    if stanza is None or cursor.split or not _replies(stanza, cursor.language) or not _follows_letter(cursor):
        return None
    first = cursor.index
    end = first + 1
    while end < len(cursor.stanzas) and not _begins_other(cursor, end):
        end += 1
    text = Text(cursor.source, cursor.language, tuple(cursor.stanzas[first:end]))
    inner = Cursor(cursor.source, cursor.language, text.stanzas, margin=cursor.margin, width=cursor.width)
    children = apply(text, _REPLY_RULES, cursor=inner)
    for _ in range(end - first):
        cursor.take()
    return spanning("division", tuple(children), rule="reply to a letter", attributes=(("type", "reply"),))


def _follows_letter(cursor: Cursor) -> bool:
    """Whether the last block of text is a letter, or a reply."""
    for block in reversed(cursor.blocks):
        if block.kind == "division":
            return True
        if block.kind not in ("note", "section-break"):
            return False
    return False


def _replies(stanza: Stanza, language: Language) -> bool:
    """Whether a paragraph begins with a label that says that someone replies ("The Lamp replies:")."""
    label, colon, _ = stanza.lines[0].text[:_LABEL].partition(":")
    words = words_of(label)
    if not colon or not 0 < len(words) <= 8 or not label[0].isupper():
        return False
    replies = language.article.replies
    return " ".join(words) in replies or words[-1] in replies or (len(words) <= 4 and words[0] in replies)
