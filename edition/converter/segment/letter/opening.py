"""How a letter opens: its heading, addresses, place and date, what it is about, the greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.dates import find_dates
from edition.converter.languages import Language
from edition.converter.segment.endings import WORDS, at_the_right, folded, is_date_alone, is_dateline
from edition.converter.segment.letter.parts import (
    begins_with_dash,
    ends_like_salute,
    is_salute,
    is_spoken,
    is_subject,
    is_telegram,
    routed,
    run_in_salute,
)
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, Span, spanning

_OPENING = 14  # lines in which a letter must have opened
_HEAD = 60  # characters of a line of a letter's head
_LEFT_OPEN = 100  # characters: a line above the salute that is longer is text
_TITLE = 100  # characters of a title under a heading
_OVER = 4  # lines of a stanza among which the greeting may be with which the text begins
_SENTENCE = 4  # words of a sentence, at the least
_TELLING = 2  # words in small letters after a date, where a sentence goes on
_YEARS = re.compile(r"(?<!\d)1[4-9]\d\d\s?[-–—]\s?(?:1[4-9])?\d\d(?!\d)")
_TELEGRAM = 40  # characters of a line of a telegram's address


class Opener(NamedTuple):
    """How many lines the opener has; which of them (indices) are salutes and datelines.

    Of the line after them the first `run_in` characters greet, and the text goes on behind.
    """

    lines: int = 0
    salutes: tuple[int, ...] = ()
    datelines: tuple[int, ...] = ()
    run_in: int = 0

    @property
    def greets(self) -> bool:
        """Whether there is a greeting."""
        return bool(self.salutes) or self.run_in > 0


def find_opener(stanzas: Sequence[Stanza], language: Language, margin: int) -> Opener:
    """The lines up to the last greeting; without one, the date lines at the top."""
    lines = [line for stanza in stanzas[:_OPENING] for line in stanza.lines][: _OPENING + 1]
    firsts = {stanza.lines[0].span.start for stanza in stanzas[:_OPENING]}
    heads = _head_lines(stanzas, language)
    greetings = _greetings(lines[: min(_OPENING, heads)], firsts, language)
    if greetings and greetings[-1] + 1 < len(lines) and begins_with_dash(lines[greetings[-1] + 1]):
        greetings = []  # talk, which goes on
    end = greetings[-1] + 1 if greetings else 0
    while (
        greetings
        and end < len(lines) - 1
        and (is_subject(lines[end], language) or _stands_beside(lines, end, language))
    ):
        end += 1
    run_in = 0
    if not greetings:
        end, run_in = _run_in(lines[: min(_OPENING, heads)], firsts, language)
    if not greetings and not run_in:
        end = routed(lines, language) or _headed(lines, language)
        end = end or _dated(stanzas, lines, language, margin)
    if not run_in and end >= len(lines):
        return Opener()
    datelines = tuple(
        i
        for i in range(end)
        if i not in greetings and _is_dateline(lines[i], language) and not is_subject(lines[i], language)
    )
    return Opener(end, tuple(greetings), datelines, run_in)


def _stands_beside(lines: Sequence[Line], index: int, language: Language) -> bool:
    """Whether a line is the date that was printed beside the greeting, further to the right."""
    line, above = lines[index], lines[index - 1]
    return line.indent > above.indent and line.blanks == 0 and is_date_alone(line, language)


def _head_lines(stanzas: Sequence[Stanza], language: Language) -> int:
    """How many lines may be over a greeting, and the greeting: those before the first that tell something."""
    count = 0
    for stanza in stanzas[:_OPENING]:
        if _tells(stanza, language):
            break
        count += len(stanza.lines)
    return count


def _tells(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza is a sentence of a story, which stands in no head of a letter."""
    text = stanza.text
    if text[-1] not in ".!?…" or text[0] in "([":
        return False
    if any(run_in_salute(line, language) for line in stanza.lines[:_OVER]):
        return False
    if any(is_salute(line, language) for line in stanza.lines):
        return False
    words = WORDS.findall(text)
    if len(words) < _SENTENCE:
        return False
    if is_spoken(stanza.lines[0]):
        return True
    dated = [line for line in stanza.lines if is_dateline(line, language)]
    if dated:
        return not all(_is_dateline(line, language) for line in dated)
    small = [word for word in words if word[0].islower()]
    return 2 * len(small) > len(words)


def _is_dateline(line: Line, language: Language) -> bool:
    """Whether a line says when a letter was written: no years from one to another, and no sentence."""
    if not is_dateline(line, language) or _YEARS.search(line.text):
        return False
    if line.text[-1] not in ".!?":
        return True
    dates = find_dates(line.text, language)
    after = line.text[dates[-1].end :] if dates else ""
    small = [word for word in WORDS.findall(after) if word[0].islower()]
    if len(small) < _TELLING:
        return True
    return bool(language.letters.times & set(folded(after)))


def _greetings(lines: Sequence[Line], firsts: set[int], language: Language) -> list[int]:
    """The lines that greet, one under the other. One that a sign ends is believed before one without."""
    found: list[int] = []
    running = False
    for index, line in enumerate(lines):
        running = running and line.span.start not in firsts
        if not running and is_salute(line, language):
            if found and not ends_like_salute(lines[found[-1]]) and ends_like_salute(line):
                found = []
            found.append(index)
        elif len(line.text) > (_HEAD if found else _LEFT_OPEN) or _ended(lines, found):
            break
        running = running or (len(line.text) > _HEAD and not is_dateline(line, language))
    # Of greetings that are not one under the other, the first.
    while len(found) > 1 and found[-1] - found[-2] > 1:
        found.pop()
    return found


def _ended(lines: Sequence[Line], found: Sequence[int]) -> bool:
    return bool(found) and ends_like_salute(lines[found[-1]])


def _run_in(lines: Sequence[Line], firsts: set[int], language: Language) -> tuple[int, int]:
    """The line that a greeting begins and the text goes on in, and how long the greeting is."""
    for index, line in enumerate(lines):
        first = line.span.start in firsts or at_the_right(lines[index - 1], line.indent)
        if first and (length := run_in_salute(line, language)):
            return index, length
        if len(line.text) > _HEAD:
            break
    return 0, 0


def _headed(lines: Sequence[Line], language: Language) -> int:
    """How many lines stand over the text of a letter that says what it is about and does not greet."""
    for index, line in enumerate(lines):
        if is_subject(line, language):
            end = index + 1
            while end < len(lines) and is_subject(lines[end], language):
                end += 1
            return end
        if len(line.text) > _HEAD:
            break
    return 0


def _dated(stanzas: Sequence[Stanza], lines: Sequence[Line], language: Language, margin: int) -> int:
    """How many lines at the top say where and when, in a letter without a greeting."""
    end = begun = _titled(stanzas, language)
    while end < min(len(lines), begun + 4) and (
        (is_date_alone(lines[end], language) and _is_dateline(lines[end], language))
        or at_the_right(lines[end], margin)
    ):
        end += 1
    if begun:
        return end if end > begun else 0
    first = stanzas[0].lines if stanzas else ()
    if 0 < end < len(first) <= 4 and all(len(line.text) <= _HEAD for line in first):
        end = len(first)
    return end


def _titled(stanzas: Sequence[Stanza], language: Language) -> int:
    """How many lines a title in capitals has, 1 or none, under which a letter says where and when."""
    if len(stanzas) < 3 or len(stanzas[0].lines) > 1 or not stanzas[0].text.isupper():
        return 0
    line = stanzas[1].lines[0]
    dated = len(stanzas[1].lines) == 1 and "," in line.text and bool(find_dates(line.text, language))
    return int(dated and is_date_alone(line, language) and not is_date_alone(stanzas[0].lines[0], language))


def opener_block(lines: Sequence[Line], opener: Opener, language: Language) -> Block:
    """The opener: datelines and greetings as such, what the letter is about, other lines as an address.

    `lines` are the opener's, and the one in which the text goes on after the greeting.
    """
    children: list[Block] = []
    address: list[Block] = []

    def finish() -> None:
        if address:
            children.append(spanning("address", tuple(address), rule="head of a letter"))
            address.clear()

    for index, line in enumerate(lines[: opener.lines]):
        if index in opener.salutes:
            finish()
            children.append(Block("salute", line.span, rule="greeting"))
        elif index in opener.datelines:
            finish()
            if children and children[-1].kind == "dateline" and lines[index - 1].text.endswith(","):
                children[-1] = Block(
                    "dateline", Span(children[-1].span.start, line.span.end), rule="dateline"
                )
            else:
                children.append(Block("dateline", line.span, rule="dateline"))
        elif is_subject(line, language):
            finish()
            inner = Block("paragraph", line.span, rule="subject of a letter")
            children.append(spanning("argument", (inner,), rule="subject of a letter"))
        else:
            address.append(Block("address-line", line.span, rule="head of a letter"))
    finish()
    if opener.run_in:
        start = lines[opener.lines].span.start
        children.append(Block("salute", Span(start, start + opener.run_in), rule="greeting"))
    return spanning("opener", tuple(children), rule="head of a letter")


def after_opener(stanzas: Sequence[Stanza], opener: Opener) -> list[Stanza]:
    """The stanzas without the opener's lines."""
    count = opener.lines
    rest: list[Stanza] = []
    run_in = opener.run_in
    for stanza in stanzas:
        if count >= len(stanza.lines):
            count -= len(stanza.lines)
            continue
        lines = stanza.lines[count:]
        count = 0
        if run_in:
            first = lines[0]
            cut = len(first.text) - len(first.text[run_in:].lstrip())
            begun = Line(first.text[cut:], Span(first.span.start + cut, first.span.end))
            lines, run_in = (begun, *lines[1:]), 0
        rest.append(Stanza(lines))
    return rest


def is_routed_title(stanzas: Sequence[Stanza], language: Language) -> bool:
    """Whether the first line stands over lines that route a memorandum ("MEMORANDUM")."""
    first = stanzas[0]
    short = len(first.lines) == 1 and len(first.text) <= _HEAD and first.text[-1] not in ",;:"
    return short and len(stanzas) > 1 and routed(stanzas[1].lines, language) > 0


def is_second_head(stanza: Stanza, language: Language) -> bool:
    """Whether a line right under the number of a letter is its title ("Miss Venn to Mrs. Carrow.")."""
    line = stanza.lines[0]
    if len(stanza.lines) > 1 or len(line.text) > _TITLE or is_salute(line, language):
        return False
    marked = line.text.endswith((".", "_", "]", ")")) or line.text.isupper()
    return marked and not is_dateline(line, language) and line.indent < _LEFT_OPEN


def is_title(stanza: Stanza, language: Language) -> bool:
    """Whether a line over a letter calls it one ("Letter to a brother")."""
    if len(stanza.lines) > 1 or len(stanza.text) > _TITLE or is_salute(stanza.lines[0], language):
        return False
    words = folded(stanza.text)
    named = any(word in language.letters.headings for word in words[:3])
    return named and stanza.text[-1] not in ",;:" and not is_dateline(stanza.lines[0], language)


def telegram(stanzas: Sequence[Stanza], language: Language) -> tuple[list[Block], int]:
    """The heading and the opener of a telegram, and the stanza with which its text begins."""
    if len(stanzas) < 3 or not is_telegram(stanzas[0], language):
        return [], 0
    children: list[Block] = []
    index = 1
    while index + 2 < len(stanzas):
        stanza = stanzas[index]
        if any(len(line.text) > _TELEGRAM for line in stanza.lines) or len(stanza.lines) > 5:
            break
        if len(stanza.lines) == 1 and is_dateline(stanza.lines[0], language):
            children.append(Block("dateline", stanza.span, rule="dateline"))
        else:
            lines = tuple(Block("address-line", line.span, rule="head of a letter") for line in stanza.lines)
            children.append(spanning("address", lines, rule="head of a letter"))
        index += 1
    head = Block("head", stanzas[0].span, rule="heading of a letter")
    if not children:
        return [head], 1
    return [head, spanning("opener", tuple(children), rule="head of a letter")], index
