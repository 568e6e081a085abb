"""A speech: who spoke, where and when stand over it, the reactions of the audience in brackets inside it."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import Convention, convention_of
from edition.converter.segment.turns.candidates import Candidate, candidates
from edition.converter.segment.turns.directions import covered, is_reaction
from edition.converter.segment.turns.reader import Style, TurnReader
from edition.model import Annotation, Block, Span

_HEAD = 5  # stanzas over a speech
_SHORT = 120  # characters of a line over a speech
_FEW = 2  # reactions that show an audience
_MANY = 4
_LEAST = 0.03  # reactions a paragraph


def weigh(text: Text) -> Evidence:
    """How much speaks for a speech: reactions of an audience, and not several people who speak in turn."""
    reader = TurnReader(text, _labels(text), Style("([", verse=False, notes=True))
    reactions = sum(
        d.span.end - d.span.start <= _SHORT
        and is_reaction(text.source.text[d.span.start : d.span.end], text.language)
        for stanza in text.stanzas
        for d in reader.directions(stanza.span)
    )
    # A long book has brackets with such words too, but few of them.
    if reactions < max(_FEW, _LEAST * len(text.stanzas)):
        return Evidence(0)
    convention = convention_of(text)
    speakers = sum(count > 1 for count in convention.counts.values()) if convention is not None else 0
    weight = 0.65 if reactions >= _MANY else 0.55
    if speakers >= 2:
        weight -= 0.2
    return Evidence(weight, f"{reactions} reactions of an audience")


def _labels(text: Text) -> Convention:
    """The labels of a speech: capitals and a colon at the beginning of a stanza, once or more often."""
    found: dict[tuple[str, ...], int] = {}
    for stanza in text.stanzas:
        candidate = _label(stanza.lines[0], text)
        if candidate is not None:
            found[candidate.key] = found.get(candidate.key, 0) + 1
    kinds = frozenset({("colon", "capitals")})
    return Convention(kinds, frozenset(found), found, True, sum(found.values()))  # type: ignore[arg-type]


def _label(line: Line, text: Text) -> Candidate | None:
    for candidate in candidates(line, text.language, first=True):
        named = candidate.key and candidate.key[0] not in text.language.turns.not_labels
        if (candidate.form, candidate.face) == ("colon", "capitals") and named and len(candidate.key) <= 6:
            return candidate
    return None


def read(text: Text) -> Reading:
    """The blocks of a speech."""
    reader = TurnReader(text, _labels(text), Style("([", verse=False, notes=True))
    blocks, index = _head(text, reader)
    marks: list[Annotation] = []
    for stanza in text.stanzas[index:]:
        label = reader.label_of(stanza.lines[0], first=True)
        if label is not None:
            _close(reader, blocks)
            reader.begin(stanza.lines[0], label, stanza.lines[1:])
        elif reader.is_open:
            _go_on(reader, stanza, text)
        else:
            _paragraph(reader, stanza, text, blocks, marks)
    _close(reader, blocks)
    both = sorted((*marks, *reader.marks), key=lambda mark: (mark.span.start, -mark.span.end))
    return Reading(tuple(blocks), tuple(both))


def _head(text: Text, reader: TurnReader) -> tuple[list[Block], int]:
    """What stands over the speech: title, occasion, speaker, place and date; and where the speech begins."""
    blocks: list[Block] = []
    index = 0
    for stanza in text.stanzas[:_HEAD]:
        if not _over(stanza) or reader.label_of(stanza.lines[0], first=True) is not None:
            break
        if index + 1 >= len(text.stanzas):
            break
        for line in stanza.lines:
            blocks.append(_head_line(line, blocks, text))
        index += 1
    return blocks, index


def _over(stanza: Stanza) -> bool:
    lines = stanza.lines
    sentence = any(line.text.endswith((".", "!", "?", ",", ";")) and " " in line.text for line in lines)
    return (
        len(lines) <= 4
        and all(len(line.text) <= _SHORT for line in lines)
        and not (sentence and len(" ".join(line.text for line in lines)) > _SHORT)
        and not lines[-1].text.endswith((",", ";", ":"))
    )


def _head_line(line: Line, above: Sequence[Block], text: Text) -> Block:
    if above:
        if is_date_line(line.text.strip("()[]"), text.language):
            return Block("dateline", line.span, rule="dateline")
        words = line.text.split()
        by = words[0] in text.language.article.byline
        name = parse_name(" ".join(words[1:]) if by else line.text, text.language)
        if name is not None and name.given:
            return Block("byline" if by else "head", line.span, rule="byline" if by else "head")
    return Block("head", line.span, rule="head")


def _go_on(reader: TurnReader, stanza: Stanza, text: Text) -> None:
    span = stanza.span
    if _is_note(span, reader, text):
        reader.add_stage(span)
    else:
        reader.go_on(stanza.lines)


def _paragraph(
    reader: TurnReader, stanza: Stanza, text: Text, blocks: list[Block], marks: list[Annotation]
) -> None:
    span = stanza.span
    if _is_note(span, reader, text):
        blocks.append(reader.stage(span))
        return
    blocks.append(Block("paragraph", Span(*span), rule="paragraph"))
    for direction in reader.directions(span):
        noted = reader.stage(direction.span)
        marks.append(Annotation("stage", direction.span, noted.attributes, noted.rule))


def _is_note(span: Span, reader: TurnReader, text: Text) -> bool:
    """Whether lines hold nothing but what the record notes."""
    words = text.source.text[span.start : span.end]
    noted = next(covered(text.source.text, span, reader.directions(span)), None) is not None
    return noted or reader.is_declared_reaction(words)


def _close(reader: TurnReader, blocks: list[Block]) -> None:
    turn = reader.close()
    if turn is not None:
        blocks.append(turn)
