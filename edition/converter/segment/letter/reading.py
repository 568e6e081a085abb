"""A letter, from its opener to its postscript; several letters, where one follows another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.speakers import fold
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.letter.parts import (
    at_the_right,
    closes,
    is_dateline,
    is_enclosure,
    is_postscript,
    is_salute,
    is_signature,
)
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import figures
from edition.converter.segment.prose.reading import paragraphs
from edition.converter.segment.text import Evidence, Reading, Text
from edition.model import Block, Certainty, Span, spanning

_OPENING = 14  # lines in which a letter must have opened
_CLOSING = 8  # stanzas from the end in which a letter must have closed
_LONG = 400  # stanzas: no letter is longer
_HEAD = 60  # characters of a line of a letter's head
_LEFT_OPEN = 100  # characters: a line above the salute that is longer is text


class _Opener(NamedTuple):
    """How many lines the opener has; which of them are salute and dateline (indices)."""

    lines: int
    salutes: tuple[int, ...]
    datelines: tuple[int, ...]


class _Closer(NamedTuple):
    """The closer is the stanzas from `first` up to `last`, from line `line` of the first on."""

    first: int
    line: int
    last: int


def weigh(text: Text) -> Evidence:
    """How much speaks for a letter: a greeting, a date above it, a closing formula, a signature."""
    letters = _letters(text)
    if len(letters) > 1:
        return Evidence(0.85, f"{len(letters)} letters, each with its greeting")
    if not text.stanzas or len(text.stanzas) > _LONG:
        return Evidence(0)
    opener = _opener(text)
    closer = _closer(text, opener)
    signs: list[str] = []
    weight = 0.0
    if opener.salutes:
        weight += 0.45
        signs.append("a greeting")
    if opener.datelines:
        weight += 0.2
        signs.append("a date at the head")
    if closer is not None:
        weight += 0.3
        signs.append("a closing formula or signature")
    return Evidence(min(weight, 0.9), ", ".join(signs))


def read(text: Text) -> Reading:
    """The blocks of a letter, or of each of several."""
    letters = _letters(text)
    if len(letters) <= 1:
        return Reading(tuple(_letter(text)))
    items: list[Block | Opening] = []
    for first, last, heading in letters:
        part = text.part(first + (1 if heading else 0), last)
        if heading:
            head = Block("head", text.stanzas[first].span, rule="heading of a letter")
            items.append(Opening(1, head, "letter", _number(text.stanzas[first])))
            items.extend(_letter(part))
        else:
            items.append(spanning("division", tuple(_letter(part)), attributes=(("type", "letter"),)))
    return Reading(divide(items))


def _number(stanza: Stanza) -> str:
    return next(
        (figures(fold(w.strip(".:"))) for w in stanza.text.split() if figures(fold(w.strip(".:")))), ""
    )


def _letters(text: Text) -> list[tuple[int, int, bool]]:
    """Where each of several letters stands: its stanzas, and whether the first is a heading."""
    starts: list[tuple[int, bool]] = []
    words = text.language.structure.chapters
    for index, stanza in enumerate(text.stanzas):
        first = stanza.lines[0]
        if len(stanza.lines) == 1 and _heads_letter(first.text, words) and index + 1 < len(text.stanzas):
            starts.append((index, True))
    if len(starts) < 2 or not _greets(text, [index for index, _ in starts]):
        return []
    bounds = [*(index for index, _ in starts[1:]), len(text.stanzas)]
    result = [(index, last, heading) for (index, heading), last in zip(starts, bounds, strict=True)]
    return result if starts[0][0] == 0 else []


def _heads_letter(line: str, words: frozenset[str]) -> bool:
    parts = [fold(word.strip(".:")) for word in line.split()]
    return 2 <= len(parts) <= 4 and parts[0] in words and bool(figures(parts[1]))


def _greets(text: Text, starts: Sequence[int]) -> bool:
    """Whether most of the parts that begin at `starts` open as letters do."""
    greeted = 0
    for index in starts:
        lines = [line for stanza in text.stanzas[index + 1 : index + 5] for line in stanza.lines][:_OPENING]
        greeted += any(is_salute(line, text.language) for line in lines)
    return greeted >= 0.6 * len(starts)


def _letter(text: Text) -> list[Block]:
    """Opener, paragraphs, closer, and what follows it."""
    opener = _opener(text)
    closer = _closer(text, opener)
    if closer is not None and not _says_something(text, opener, closer):
        closer = None
    blocks: list[Block] = []
    lines = text.lines
    if opener.lines:
        blocks.append(_opener_block(lines[: opener.lines], opener))
    begun = lines[opener.lines].span.start if opener.lines < len(lines) else -1
    margin = _margin(text.stanzas)
    for index, stanza in enumerate(text.stanzas):
        if closer is not None and index > closer.first:
            break
        rest = [line for line in stanza.lines if 0 <= begun <= line.span.start]
        if closer is not None and index == closer.first:
            rest = [line for line in rest if line.span.start < stanza.lines[closer.line].span.start]
        if rest:
            for group in paragraphs(Stanza(tuple(rest)), margin):
                span = Span(group[0].span.start, group[-1].span.end)
                blocks.append(Block("paragraph", span, rule="paragraph"))
    if closer is not None:
        closing = [line for s in text.stanzas[closer.first : closer.last] for line in s.lines]
        closing = closing[closer.line :]
        blocks.append(_closer_block(closing, text))
        blocks.extend(_after(text.stanzas[closer.last :], text))
    return blocks


def _says_something(text: Text, opener: _Opener, closer: _Closer) -> bool:
    """Whether there is anything between opener and closer."""
    end = text.stanzas[closer.first].lines[closer.line].span.start
    return opener.lines < len(text.lines) and text.lines[opener.lines].span.start < end


def _opener(text: Text) -> _Opener:
    """The lines up to the last greeting; without one, the date lines at the top."""
    lines = text.lines[:_OPENING]
    language = text.language
    margin = _margin(text.stanzas)
    salutes: list[int] = []
    for index, line in enumerate(lines):
        if is_salute(line, language):
            salutes.append(index)
        elif salutes or len(line.text) > _LEFT_OPEN:
            break
    end = salutes[-1] + 1 if salutes else 0
    if not salutes:
        while end < min(len(lines), 4) and (
            is_dateline(lines[end], language) or at_the_right(lines[end], margin)
        ):
            end += 1
        first = text.stanzas[0].lines if text.stanzas else ()
        if 0 < end < len(first) <= 4 and all(len(line.text) <= _HEAD for line in first):
            end = len(first)
    if end >= len(text.lines):
        return _Opener(0, (), ())
    datelines = [i for i in range(end) if i not in salutes and is_dateline(lines[i], language)]
    return _Opener(end, tuple(salutes), tuple(datelines))


def _opener_block(lines: Sequence[Line], opener: _Opener) -> Block:
    """The opener: datelines and greetings as such, other lines as an address."""
    children: list[Block] = []
    address: list[Block] = []

    def finish() -> None:
        if address:
            children.append(spanning("address", tuple(address), rule="head of a letter"))
            address.clear()

    for index, line in enumerate(lines):
        if index in opener.salutes or index in opener.datelines:
            finish()
            kind = "salute" if index in opener.salutes else "dateline"
            rule = "greeting" if kind == "salute" else "dateline"
            children.append(Block(kind, line.span, rule=rule))
        else:
            address.append(Block("address-line", line.span, rule="head of a letter"))
    finish()
    return spanning("opener", tuple(children), rule="head of a letter")


def _closer(text: Text, opener: _Opener) -> _Closer | None:
    """Where the letter closes: the last formula or signature, with no long paragraph after it."""
    stanzas = text.stanzas
    floor = text.lines[opener.lines - 1].span.end if opener.lines else -1
    margin = _margin(stanzas)
    language = text.language
    best: _Closer | None = None
    for index in range(len(stanzas) - 1, max(len(stanzas) - 1 - _CLOSING, -1), -1):
        stanza = stanzas[index]
        if stanza.lines[0].span.start <= floor:
            break
        if is_postscript(stanza.lines[0], language) or is_enclosure(stanza.lines[0], language):
            best = None
            continue
        start = _closing_line(stanza, text, margin)
        if start is not None:
            last = index + 1
            if best is not None:
                apart = best.first == index + 1 and best.line == 0 and _is_name(stanzas[best.first], text)
                if not apart or start or len(stanza.text) > _HEAD:
                    break
                last = best.last  # the signature stands apart from the formula
            best = _Closer(index, start, last)
            continue
        if best is not None:
            break
    if best is not None and best.first == 0 and best.line == 0 and not opener.lines:
        return None
    return best


def _is_name(stanza: Stanza, text: Text) -> bool:
    """Whether a stanza is a name alone, without a word of the formula."""
    alone = len(stanza.lines) == 1 and is_signature(stanza.lines[0], text.language)
    return alone and not closes(stanza.lines, text.language)


def _closing_line(stanza: Stanza, text: Text, margin: int) -> int | None:
    """The line of a stanza with which the closing begins; None where it does not close."""
    lines = stanza.lines
    language = text.language
    last = lines[-1]
    if len(lines) <= 5:
        right = all(at_the_right(line, margin) for line in lines)
        if right and len(" ".join(line.text for line in lines)) <= 250:
            return 0
        if closes(lines, language) and sum(len(line.text) for line in lines) <= 250:
            return 0
        if len(lines) == 1 and is_signature(last, language):
            return 0
        if len(lines) == 1 and at_the_right(last, margin - 8) and closes(lines, language):
            return 0
    # The formula and the name as the last lines of the last paragraph.
    for start in range(max(1, len(lines) - 3), len(lines)):
        tail = lines[start:]
        apart = lines[start - 1].text[-1] in '.!?…—–-:;”"' or at_the_right(tail[0], margin)
        short = all(len(line.text) <= 70 for line in tail)
        if apart and short and (closes(tail, language) or (len(tail) == 1 and at_the_right(last, margin))):
            return start
        if apart and short and len(tail) == 1 and is_signature(last, language) and len(last.text) <= 30:
            return start
    return None


def _closer_block(lines: Sequence[Line], text: Text) -> Block:
    """The closer: the formula as `salute`, the name on a line of its own as `signed`, a date as dateline."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    if len(lines) == 1:
        if is_signature(lines[0], text.language) and not closes(lines, text.language):
            return Block("closer", span, (Block("signed", span, rule="signature"),), rule="end of a letter")
        return Block("closer", span, rule="end of a letter")
    children: list[Block] = []
    for index, line in enumerate(lines):
        if is_dateline(line, text.language) and index:
            kind, rule = "dateline", "dateline"
        elif index and is_signature(line, text.language):
            kind, rule = "signed", "signature"
        else:
            kind, rule = "salute", "closing formula"
        if children and children[-1].kind == kind:
            children[-1] = Block(kind, Span(children[-1].span.start, line.span.end), rule=rule)
        else:
            children.append(Block(kind, line.span, rule=rule))
    return Block("closer", span, tuple(children), rule="end of a letter")


def _after(stanzas: Sequence[Stanza], text: Text) -> list[Block]:
    """What stands after the signature: postscripts, enclosures; unlabelled text is a postscript too."""
    blocks: list[Block] = []
    paragraphs_: list[Block] = []

    def finish() -> None:
        if paragraphs_:
            blocks.append(spanning("postscript", tuple(paragraphs_), rule="postscript"))
            paragraphs_.clear()

    for stanza in stanzas:
        if is_enclosure(stanza.lines[0], text.language):
            finish()
            blocks.append(Block("trailer", stanza.span, rule="enclosure"))
            continue
        if is_postscript(stanza.lines[0], text.language):
            finish()
        sure = None if paragraphs_ or is_postscript(stanza.lines[0], text.language) else Certainty.MEDIUM
        paragraphs_.append(Block("paragraph", stanza.span, rule="postscript", certainty=sure))
    finish()
    return blocks


def _margin(stanzas: Sequence[Stanza]) -> int:
    """The column at which most lines of the text begin."""
    counts: dict[int, int] = {}
    for stanza in stanzas:
        for line in stanza.lines[1:] or stanza.lines:
            counts[line.indent] = counts.get(line.indent, 0) + 1
    return max(counts, key=lambda column: (counts[column], -column)) if counts else 0
