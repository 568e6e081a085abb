"""What stands at the foot of a piece: who signed it, where and when; that it ends or will go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.datelines import is_place_and_date
from edition.converter.forms.despatches import agency_in_brackets, agency_under
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.jumps import jump
from edition.converter.forms.letters import DASHES, UPPER
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import name_particles
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.editorial import is_editorial
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, spanning

_MOST_STANZAS = 5  # from the end, in which a piece closes
_MOST_LINES = 4
_LONGEST = 60  # characters of a line that closes
_LONGEST_NOTE = 1200
_NO_BEGINNING = (*DASHES, "-", "“", "„", "«", '"')
AGENCY = "agency under a despatch"
_INITIALS = re.compile(rf"(?:[{UPPER}](?:[hua])?\.[\s\u00a0]?){{1,4}}")
_STOPPED_NAME = re.compile(rf"[{UPPER}]\.(?: [{UPPER}]\.)*(?: [{UPPER}][^\W\d_]+(?:-[^\W\d_]+)?){{1,2}}\.")
_WORD = re.compile(rf"[{UPPER}]\.|[^\W\d_]+(?:[.'’-][^\W\d_]+)*")


def closer(cursor: Cursor) -> Block | None:
    """Names, places and dates under the last paragraph, with nothing of the text after them."""
    if cursor.heading or not cursor.blocks or cursor.split:
        return None
    if len(cursor.stanzas) - cursor.index > _MOST_STANZAS:
        return None
    rest = cursor.stanzas[cursor.index :]
    children: list[Block] = []
    count = 0
    for stanza in rest:
        found = signed_lines(stanza, cursor.language, at_end=bool(children) or len(rest) == 1)
        if not found:
            break
        children.extend(found)
        count += 1
    if not children or not all(_under_the_end(stanza, cursor) for stanza in rest[count:]):
        return None
    for _ in range(count):
        cursor.take()
    return spanning("closer", tuple(children), rule="signature and date at the foot")


def agency(cursor: Cursor) -> Block | None:
    """A line under the text that names the agency it came from after a dash ("--Reuter."), or in brackets at
    its end.
    """
    stanza = cursor.peek()
    if stanza is None or cursor.heading or len(stanza.lines) > 1:
        return None
    last = cursor.peek(1) is None
    if agency_under(stanza.text) is None and not (last and agency_in_brackets(stanza.text)):
        return None
    span = cursor.take()
    return spanning("closer", (Block("signed", span, rule=AGENCY),), rule=AGENCY)


def _under_the_end(stanza: Stanza, cursor: Cursor) -> bool:
    """Whether a stanza can follow a signature: a note of the editors, a line to another page, a trailer."""
    if len(stanza.text) > _LONGEST_NOTE:
        return False
    return (
        is_editorial(stanza.text, cursor.language)
        or bool(jump(stanza.lines[0].text, cursor.language))
        or is_trailer(stanza.text, cursor.language)
    )


def signed_lines(stanza: Stanza, language: Language, *, at_end: bool = True) -> list[Block]:
    """The lines of a stanza as `signed` and `dateline`, if it is nothing but a signature; else none.

    A place may stand under a name, and a date under or over it.
    """
    if len(stanza.lines) > _MOST_LINES or any(len(line.text) > _LONGEST for line in stanza.lines):
        return []
    blocks: list[Block] = []
    for line in stanza.lines:
        if is_trailer(line.text, language):
            return []
        if is_place_and_date(line.text, language) or is_date_line(line.text, language):
            blocks.append(Block("dateline", line.span, rule="dateline"))
        elif blocks and blocks[-1].kind == "signed" and is_place(line.text):
            blocks.append(Block("dateline", line.span, rule="place under a signature"))
        elif is_signature(line, language, sure=at_end):
            blocks.append(Block("signed", line.span, rule="signature"))
        else:
            return []
    return blocks


def is_place(text: str) -> bool:
    """Whether words could be the place under a signature ("The Vicarage, Orrin")."""
    words = text.rstrip(".,").replace(",", " ").split()
    return 0 < len(words) <= 4 and all(w[:1].isupper() or w in name_particles() for w in words)


def is_signature(line: Line, language: Language, *, sure: bool = True) -> bool:
    """Whether a line is a name, or initials, and nothing else. Where it is not `sure` that the text ends
    here, the name must be one that shows what it is.
    """
    text = line.text.strip("()[]_ ")
    if _INITIALS.fullmatch(text):
        return True
    if text.isupper() or _STOPPED_NAME.fullmatch(text):
        text = text.rstrip(".")  # "A. B. PELL.", "H. Halliday Sparling."
    if text.startswith((*DASHES, "-", "“", "„", "«", '"')) or text.endswith(
        (".", ",", ":", ";", "!", "?", "…")
    ):
        return False
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or words[0] in language.persons.not_names:
        return False
    named = all(_WORD.fullmatch(word) for word in words) and all(
        word[0].isupper() or word in name_particles() for word in words
    )
    if not named:
        return False
    found = find_names(text, language)
    return sure or bool(found and found[0].start == 0)


def trailer(cursor: Cursor) -> Block | None:
    """A last line that says that the piece ends, or that it will go on in the next number."""
    stanza = cursor.peek()
    if stanza is None or cursor.heading or len(cursor.stanzas) - cursor.index > 3:
        return None
    if len(stanza.lines) > 1 or not is_trailer(stanza.text, cursor.language):
        return None
    rest: Sequence[Stanza] = cursor.stanzas[cursor.index + 1 :]
    if not all(_under_the_end(s, cursor) or signed_lines(s, cursor.language) for s in rest):
        return None
    return Block("trailer", cursor.take(), rule="end, or to be continued")


def is_trailer(text: str, language: Language) -> bool:
    """Whether a line says that a piece ends or will go on."""
    return len(text) <= _LONGEST and " ".join(words_of(text.replace("’", "'"))) in language.article.trailers
