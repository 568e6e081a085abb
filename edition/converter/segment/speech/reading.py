"""A speech: who spoke, where and when stand over it, the reactions of the audience in brackets inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates import find_dates
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.segment.debate.margins import is_time
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.editorial import editorial_note, is_editorial
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.flow import margin_of
from edition.converter.segment.prose.headings import figures
from edition.converter.segment.prose.parts import verse
from edition.converter.segment.speech.announced import greeted, greets, is_announced
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import Convention, convention_of, density
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.candidates import candidates
from edition.converter.segment.turns.convention import Kind
from edition.converter.segment.turns.directions import is_reaction
from edition.converter.segment.turns.headings import is_title
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.style import Style
from edition.model import Annotation, Block, Span, spanning

_HEAD = 8  # stanzas over a speech
_MOST_LINES = 4  # of a stanza over a speech
_SHORT = 120  # characters of a line over a speech
_GREETING = 60  # characters of a greeting
_FEW_WORDS = 6
_AFTER_DATE = 8  # characters after a date that still belong to it
_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?]\s")
_ONE_SENTENCE = re.compile(r"[^.!?]{1,120}[.!?]")
_FEW = 2  # reactions that show an audience
_MANY = 4
_DENSE = 0.4  # turns a paragraph: more are no one's speech
_WHOLE = 0.7  # of the paragraphs are one line each
_UNBROKEN = 2  # columns less than any line is set in
_FLOOR = 0.6  # of all turns are the speaker's
_SELDOM = 0.2  # turns a paragraph, at the most, where one speaks
_LEAST = 0.03  # reactions a paragraph


def weigh(text: Text) -> Evidence:
    """How much speaks for a speech: reactions of an audience, and not several people who speak in turn."""
    reader = TurnReader(text, _labels(text), Style("([", verse=False, notes=True))
    reactions = sum(
        d.span.end - d.span.start <= _SHORT
        and is_reaction(text.source.text[d.span.start : d.span.end], text.language)
        for stanza in text.stanzas
        for d in reader.directions.within(stanza.span)
    )
    announced = is_announced(text)
    # A long book has brackets with such words too, but few of them.
    if reactions < max(_FEW, _LEAST * len(text.stanzas)):
        return _announced(reactions, text) if announced else Evidence(0)
    convention = convention_of(text)
    speakers = sum(count > 1 for count in convention.counts.values()) if convention is not None else 0
    weight = 0.75 if reactions >= _MANY else 0.55
    if (
        convention is not None
        and speakers >= 2
        and not _has_the_floor(convention, speakers, density(text), text)
    ):
        weight -= 0.2
    elif announced:
        weight += 0.35 if greeted(text) else 0.15
    return Evidence(weight, f"{reactions} reactions of an audience")


def _announced(reactions: int, text: Text) -> Evidence:
    """How much a title and a date speak for a speech, where its audience is hardly noted."""
    if density(text) > _SELDOM:
        return Evidence(0)
    weight = 0.6 + (0.2 if greeted(text) else 0) + (0.1 if reactions else 0)
    return Evidence(weight, "a title that names a speech")


def _has_the_floor(convention: Convention, speakers: int, dense: float, text: Text) -> bool:
    """Whether one speaks and another only gives the floor: most turns are the one's, and they are long.

    Whoever has most turns and an office is in the chair: that is a debate.
    """
    most = max(convention.counts, key=lambda label: convention.counts[label])
    if not text.language.labels.roles.isdisjoint(most) or len(convention.labels - convention.voices) > _FEW:
        return False
    return speakers == 2 and dense <= _DENSE and convention.counts[most] >= _FLOOR * convention.turns


def _labels(text: Text) -> Convention:
    """The labels of a speech: capitals and a colon at the beginning of a stanza, once or more often."""
    found: dict[tuple[str, ...], int] = {}
    for stanza in text.stanzas:
        candidate = _label(stanza.lines[0], text)
        if candidate is not None:
            found[candidate.key] = found.get(candidate.key, 0) + 1
    kinds: frozenset[Kind] = frozenset({("colon", "capitals")})
    return Convention(kinds, frozenset(found), found, True, sum(found.values()))


def _label(line: Line, text: Text) -> Candidate | None:
    for candidate in candidates(line, text.language, first=True):
        named = candidate.key and candidate.key[0] not in text.language.turns.not_labels
        form = (candidate.form, candidate.face) == ("colon", "capitals") and not candidate.small
        if form and named and len(candidate.key) <= 6:
            return candidate
    return None


def read(text: Text) -> Reading:
    """The blocks of a speech."""
    reader = TurnReader(text, _labels(text), Style("([", verse=False, notes=True, audience=True))
    over, start = _head(text, reader)
    blocks: list[Block | Opening] = list(over)
    marks: list[Annotation] = []
    for index in range(start, len(text.stanzas)):
        stanza = text.stanzas[index]
        label = reader.label_of(stanza.lines[0], first=True)
        if (number := _numeral(stanza)) and index + 1 < len(text.stanzas):
            _close(reader, blocks)
            blocks.append(Opening(1, Block("head", stanza.span, rule="heading: section"), "section", number))
        elif label is not None:
            _close(reader, blocks)
            reader.begin(stanza.lines[0], label, stanza.lines[1:])
        elif reader.is_open:
            _go_on(reader, stanza, text)
        else:
            _paragraph(reader, stanza, text, blocks, marks)
    _close(reader, blocks)
    both = sorted((*marks, *reader.marks), key=lambda mark: (mark.span.start, -mark.span.end))
    return Reading(divide(blocks), tuple(both))


def _numeral(stanza: Stanza) -> str:
    """The number that stands alone over a part of a speech, in figures; empty for any other stanza."""
    words = stanza.text.rstrip(".")
    return figures(words.lower()) if len(stanza.lines) == 1 and (words.isupper() or words.isdigit()) else ""


def _head(text: Text, reader: TurnReader) -> tuple[list[Block], int]:
    """What stands over the speech: title, occasion, speaker, place and date; and where the speech begins."""
    blocks: list[Block] = []
    index = 0
    for stanza in text.stanzas[:_HEAD]:
        if index + 1 >= len(text.stanzas) or reader.label_of(stanza.lines[0], first=True) is not None:
            break
        if greets(stanza, text.language) or len(stanza.lines) > _MOST_LINES or _numeral(stanza):
            break
        if not all(
            _over(line.text, index, text) or _goes_on(line.text, place, text)
            for place, line in enumerate(stanza.lines)
        ):
            break
        for line in stanza.lines:
            if (
                line.text[0].islower()
                and blocks
                and blocks[-1].kind == "head"
                and line is not stanza.lines[0]
            ):
                blocks[-1] = Block("head", Span(blocks[-1].span.start, line.span.end), rule="head")
            else:
                blocks.append(_head_line(line, blocks, text))
        index += 1
    if blocks and index < len(text.stanzas) and (salute := _salute(text, index)) is not None:
        blocks.append(salute)
        index += 1
    return blocks, index


def _goes_on(line: str, place: int, text: Text) -> bool:
    """Whether a line goes on from the one above it in a title, or says by whom: no sentence ends in it."""
    begins = place > 0 or any(word in text.language.article.byline for word in line.split())
    return begins and line[0].islower() and line[-1] not in ".!?:;," and _SENTENCE.search(line) is None


def _over(line: str, index: int, text: Text) -> bool:
    """Whether a line stands over a speech: a date, a bracket, or set like a title; no sentence of it."""
    if len(line) > _SHORT or (is_reaction(line.strip("()[]_"), text.language) and line[0] in "(["):
        return False
    if _date_of(line, text) or is_time(line, text.language) or (line[0] in "([" and line[-1] in ")]."):
        return True
    if index == 0 and line.endswith(("!", "?", ".")) and _ONE_SENTENCE.fullmatch(line):
        return not text.stanzas[0].lines[1:] and len(line.split()) <= _FEW_WORDS
    return is_title(line.rstrip(".") if line.isupper() else line)


def _salute(text: Text, index: int) -> Block | None:
    """A greeting on a line of its own, with a comma or an exclamation mark, the speech under it."""
    stanza = text.stanzas[index]
    words = stanza.text
    if index + 1 < len(text.stanzas) and greets(stanza, text.language):
        return spanning(
            "opener",
            tuple(Block("salute", line.span, rule="salute") for line in stanza.lines),
            rule="salute",
        )
    if len(stanza.lines) > 1 or len(words) > _GREETING or not words.endswith((",", "!", ":")):
        return None
    if _SENTENCE.search(words) or index + 1 >= len(text.stanzas):
        return None
    following = text.stanzas[index + 1].text
    if words.endswith(",") and not following[:1].islower() and len(words.split()) > _FEW_WORDS:
        return None
    greeting = Block("salute", stanza.span, rule="salute")
    return spanning("opener", (greeting,), rule="salute")


def _date_of(line: str, text: Text) -> bool:
    """Whether a line is a date, with at most a place before it."""
    words = line.strip("()[]")
    if is_date_line(words, text.language):
        return True
    found = find_dates(words, text.language)
    return (
        len(found) == 1
        and len(words) - found[0].end <= _AFTER_DATE
        and words[: found[0].start].count(" ") <= 4
    )


def _head_line(line: Line, above: Sequence[Block], text: Text) -> Block:
    if above:
        if (_date_of(line.text, text) and line.text[0] not in "([") or is_time(line.text, text.language):
            return Block("dateline", line.span, rule="dateline")
        words = line.text.split()
        if words[0] in text.language.article.byline and line.text[0].islower():
            return Block("byline", line.span, rule="byline")
        by = next((i for i, word in enumerate(words[:3]) if word in text.language.article.byline), -1)
        name = parse_name(" ".join(words[by + 1 :]), text.language)
        if name is not None and name.given:
            return Block("byline" if by >= 0 else "head", line.span, rule="byline" if by >= 0 else "head")
    return Block("head", line.span, rule="head")


def _go_on(reader: TurnReader, stanza: Stanza, text: Text) -> None:
    span = stanza.span
    if _is_note(span, reader, text):
        reader.add_stage(span)
    else:
        reader.go_on(stanza.lines)


def _paragraph(
    reader: TurnReader, stanza: Stanza, text: Text, blocks: list[Block | Opening], marks: list[Annotation]
) -> None:
    span = stanza.span
    if is_editorial(text.source.slice(span), text.language):
        blocks.append(editorial_note(span))
        return
    if _is_note(span, reader, text):
        blocks.append(reader.directions.stage(span))
        return
    poem = verse(stanza, _margin(text), reader.width)
    if poem is not None:
        blocks.append(poem)
        return
    blocks.append(Block("paragraph", Span(*span), rule="paragraph"))
    for direction in reader.directions.within(span):
        noted = reader.directions.stage(direction.span)
        marks.append(Annotation("stage", direction.span, noted.attributes, noted.rule))


def _margin(text: Text) -> int:
    """The column that verse stands in from; where paragraphs are single lines, broken lines show it alone."""
    whole = sum(len(stanza.lines) == 1 for stanza in text.stanzas)
    return -_UNBROKEN if whole >= _WHOLE * len(text.stanzas) else margin_of(text.stanzas)


def _is_note(span: Span, reader: TurnReader, text: Text) -> bool:
    """Whether lines hold nothing but what the record notes."""
    words = text.source.text[span.start : span.end]
    return bool(reader.directions.covering(span)) or reader.directions.is_declared_reaction(words)


def _close(reader: TurnReader, blocks: list[Block | Opening]) -> None:
    blocks.extend(reader.close())
