"""Where each of several letters begins: under headings that number them, or by date and greeting alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from edition.converter.languages import Language, known_languages, language
from edition.converter.segment.endings import at_the_right, folded, is_date_alone
from edition.converter.segment.letter.headed import Part, headed_letters
from edition.converter.segment.letter.headings import is_addressed
from edition.converter.segment.letter.parts import (
    begins_with_dash,
    closes,
    ends_like_salute,
    is_address,
    is_enclosure,
    is_name,
    is_postscript,
    is_salute,
    is_telegram,
    run_in_salute,
)
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.model import Span

_ABOVE = 3  # stanzas of date and address over a greeting
_BELOW = 4  # stanzas that may stand between a closer and the next letter
_SHORT = 60  # characters of a line over a greeting
_TEXT = 60  # characters of a line that is text
_SENTENCE = 30  # characters of a line that is a sentence
_QUOTES = "“„«»\"'‘’‚‹›"  # a letter in quotation marks is part of another
_WIDE = "    "
_GAP = re.compile(r"\s{4,}|\t+")
_YEAR = re.compile(r"(?<!\d)1[4-9]\d\d(?!\d)")
_FOREIGN = 8  # words of a greeting in another language


def letters(text: Text, margin: int) -> list[Part]:
    """Where each of several letters stands; none, where there are not several."""
    return headed_letters(text, margin) or _following(text, margin)


def _following(text: Text, margin: int) -> list[Part]:
    """Letters one under the other: a date and a greeting begin one after text, a greeting after a closer."""
    stanzas = text.stanzas
    if not _opens(stanzas, text.language):
        return []
    starts = [0]
    # How many stanzas of text stand before each: what is short may go on for long without any.
    telling = [0, *accumulate(map(_tells, stanzas))]
    for index in range(1, len(stanzas)):
        start = _start(stanzas, index, starts[-1], text.language, margin)
        if start <= starts[-1]:
            continue
        telegram = is_telegram(stanzas[starts[-1]], text.language)
        if start - starts[-1] > _BELOW if telegram else telling[start] > telling[starts[-1]]:
            starts.append(start)
    if len(starts) < 2:
        return []
    return [Part(first, last) for first, last in zip(starts, [*starts[1:], len(stanzas)], strict=True)]


def _start(stanzas: Sequence[Stanza], index: int, floor: int, tongue: Language, margin: int) -> int:
    """The stanza with which a letter begins whose greeting or date is the stanza at `index`; 0 for none."""
    stanza = stanzas[index]
    if is_telegram(stanza, tongue):
        return index
    greets = _greets_here(stanza, tongue, margin)
    dated = _is_dated(stanza, tongue)
    if greets and index + 1 < len(stanzas) and begins_with_dash(stanzas[index + 1].lines[0]):
        return 0
    if not greets and not (dated and _stands_over_text(stanzas, index, tongue, margin)):
        return 0
    first = index
    while first > max(floor + 1, index - _ABOVE) and stanzas[first].lines[0].blanks < 2:
        above = stanzas[first - 1]
        under = greets and not dated and first - 1 > floor + 1
        if under and _is_to_someone(above, stanzas[first - 2], tongue):
            first -= 1
            continue
        if not (_is_dated(above, tongue) or is_address(above, tongue)) or _closes(above, tongue, margin):
            break
        first -= 1
        dated = dated or _is_dated(above, tongue)
    if greets and dated:
        return first
    # A word in capitals right over a greeting is the heading of a column.
    over = stanzas[first - 1].text
    last = first - 1 if over.isupper() and over.isalpha() and len(stanzas[first - 1].lines) == 1 else first
    closed = any(_closes(above, tongue, margin) for above in stanzas[max(first - _BELOW, floor + 1) : last])
    return first if closed else 0


def _is_to_someone(stanza: Stanza, over: Stanza, tongue: Language) -> bool:
    """Whether a line under place and date says to whom a letter goes ("Mr. Thomas Newbold")."""
    if (
        len(stanza.lines) > 1
        or len(over.lines) > 1
        or len(stanza.text) > _SHORT
        or stanza.lines[0].blanks > 1
    ):
        return False
    words = stanza.text.replace("&", " ").split()
    named = all(word[0].isupper() for word in words) and stanza.text[-1] not in "!?;:"
    return named and not closes(stanza.lines, tongue) and _says_where_and_when(over, tongue)


def _says_where_and_when(stanza: Stanza, tongue: Language) -> bool:
    """Whether a line is a place with its day and year, and no more."""
    text = stanza.text
    if len(stanza.lines) > 1 or "," not in text or _YEAR.search(text) is None:
        return False
    return is_date_alone(stanza.lines[0], tongue)


def _greets_here(stanza: Stanza, tongue: Language, margin: int) -> bool:
    """Whether a stanza at the margin ends in a greeting, or begins with one and goes on."""
    last = stanza.lines[-1]
    quoted = stanza.lines[0].text[0] in _QUOTES or last.text[0] in _QUOTES
    if quoted or (last.indent > margin + 2 and not at_the_right(last, margin)):
        return False
    if any(len(line.text) > _SHORT for line in stanza.lines[:-1]):
        return run_in_salute(stanza.lines[0], tongue) > 0
    if not ends_like_salute(last):
        return run_in_salute(stanza.lines[0], tongue) > 0
    words = folded(last.text)
    foreign = len(words) <= _FOREIGN and bool(words) and words[0] in _all_salutes()
    return len(last.text) <= _SHORT and (is_salute(last, tongue) or (foreign and last.text[-1] in ",!:"))


def _is_dated(stanza: Stanza, tongue: Language) -> bool:
    """Whether a stanza is short lines, one of which says when."""
    short = len(stanza.lines) <= 5 and all(len(line.text) <= _SHORT for line in stanza.lines)
    return short and any(is_date_alone(line, tongue) for line in stanza.lines)


def _stands_over_text(stanzas: Sequence[Stanza], index: int, tongue: Language, margin: int) -> bool:
    """Whether a date is set off as over a letter without a greeting: text is under it."""
    stanza = stanzas[index]
    if _says_where_and_when(stanza, tongue) and _closes(stanzas[index - 1], tongue, margin):
        below = stanzas[index + 1 : index + 3]  # who is written to may stand between
        return any(len(under.text) > 2 * _TEXT for under in below)
    set_off = stanza.lines[0].blanks >= 2 or at_the_right(stanza.lines[0], margin)
    if not set_off or index + 1 >= len(stanzas) or not _closes(stanzas[index - 1], tongue, margin):
        return False
    return len(stanzas[index + 1].text) > 2 * _TEXT


def _closes(stanza: Stanza, tongue: Language, margin: int) -> bool:
    """Whether a stanza is what a letter ends with."""
    first = stanza.lines[0]
    if is_postscript(first, tongue) or is_enclosure(first, tongue) or is_name(stanza, tongue):
        return True
    right = len(stanza.lines) <= 4 and all(at_the_right(line, margin) for line in stanza.lines)
    if right and not _is_dated(stanza, tongue):
        return True
    return any(_is_formula(stanza.lines[-count:], tongue) for count in (1, 2, 3))


def _is_formula(lines: Sequence[Line], tongue: Language) -> bool:
    return all(len(line.text) <= _SHORT for line in lines) and closes(lines, tongue)


def _tells(stanza: Stanza) -> bool:
    """Whether there is a line of text in a stanza, or a sentence."""
    return any(
        len(line.text) > _TEXT or (len(line.text) > _SENTENCE and line.text[-1] in ".!?")
        for line in stanza.lines
    )


def _opens(stanzas: Sequence[Stanza], tongue: Language) -> bool:
    """Whether the text as a whole begins as a letter does."""
    head = stanzas[:_BELOW]
    return any(_is_dated(stanza, tongue) or is_telegram(stanza, tongue) for stanza in head) or any(
        is_salute(stanza.lines[-1], tongue) or run_in_salute(stanza.lines[0], tongue) for stanza in head
    )


def parted(stanzas: Sequence[Stanza], tongue: Language) -> list[Stanza]:
    """The stanzas, parted where a date and a greeting follow a text without a blank line.

    A greeting and a date on one line, with wide space between them, are two lines.
    """
    result: list[Stanza] = []
    for whole in stanzas:
        stanza, lines = whole, whole.lines
        if any(_WIDE in line.text for line in lines):
            lines = tuple(part for line in lines for part in _columns(line, tongue))
            stanza = Stanza(lines)
        start = 0
        for index in range(1, len(lines) - 1):
            line, below = lines[index], lines[index + 1]
            if len(line.text) > _TEXT or len(below.text) > _TEXT or not ends_like_salute(below):
                continue
            if is_salute(below, tongue) and is_date_alone(line, tongue):
                result.append(Stanza(lines[start:index]))
                start = index
        result.append(Stanza(lines[start:]) if start else stanza)
    return result


def _columns(line: Line, tongue: Language) -> list[Line]:
    """The two parts of a line that has a date at its end and something short before it, else the line."""
    gap = _GAP.search(line.text)
    if gap is None or _GAP.search(line.text, gap.end()) is not None:
        return [line]
    start = line.span.start
    left = line._replace(text=line.text[: gap.start()], span=Span(start, start + gap.start()))
    right = Line(line.text[gap.end() :], Span(start + gap.end(), line.span.end), line.indent + gap.end())
    dated = is_date_alone(right, tongue) or is_date_alone(left, tongue)
    other = left if is_date_alone(right, tongue) else right
    short = len(other.text) <= _SHORT and (is_salute(other, tongue) or is_addressed(other.text, tongue))
    return [left, right] if dated and short else [line]


@cache
def _all_salutes() -> frozenset[str]:
    """How letters begin in any language: correspondents do not always share one."""
    return frozenset[str]().union(*(language(code).letters.salutes for code in known_languages()))
