"""Turns that begin in the middle of a line, as in editions of verse ("SI. Quid ait? DA. Nihil.")."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from edition.converter.forms.letters import UPPER, fold
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza, sample
from edition.model import Span

# After a stop and a blank, after several blanks, or after a dash. (It begins with a set of letters, for `re`
# finds those fastest.)
_LABEL = re.compile(
    rf"[{UPPER}_](?:(?<=[.!?…»”\"’)\]—–]\s.)|(?<=\s\s.)|(?<=--.)|(?<=—.)|(?<=--\s.))"
    rf"(?:(?<!_)[{UPPER}’' .]{{1,24}}[.:]|(?<=_)[{UPPER}][^_]{{1,24}}(?:[.:]_|_[.:]))(?=\s+\S)"
)
_LETTER = re.compile(r"[^\W\d_]")
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
_FEWEST = 3  # places where a known label stands so, for it to begin a turn ...
_SPEAKERS = 2
_SHARE = 0.02  # ... and of all turns


def labels_inside(text: str, language: Language) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where in a line a label may stand, outside of brackets, with its folded words.

    A name after a title ("Mrs. PEARCE.") is one label with it.
    """
    for match in _LABEL.finditer(text):
        start = match.start()
        if not _LETTER.search(text, 0, start):
            continue
        if any(text.count(a, 0, start) != text.count(b, 0, start) for a, b in ("()", "[]")):
            continue
        before = _BEFORE.search(text[max(0, start - 20) : start])
        if before is None or fold(before[1]) not in language.labels.abbreviations:
            yield start, words_of(match.group())


def has_turns_inside(
    stanzas: Sequence[Stanza], known: Container[tuple[str, ...]], turns: int, language: Language
) -> bool:
    """Whether turns of this text begin inside of lines, as several that do show."""
    looked = sample(stanzas)
    inside = [
        key
        for stanza in looked
        for line in stanza.lines
        for _, key in labels_inside(line.text, language)
        if key in known
    ]
    turns = turns * len(looked) // max(len(stanzas), 1)
    return len(inside) >= max(_FEWEST, _SHARE * turns) and len(set(inside)) >= _SPEAKERS


def parted(line: Line, known: Container[tuple[str, ...]], language: Language) -> list[Line]:
    """A line, parted where known labels stand inside of it."""
    starts = [0, *(start for start, key in labels_inside(line.text, language) if key in known)]
    if len(starts) == 1:
        return [line]
    parts: list[Line] = []
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        said = line.text[start:end].rstrip()
        place = line.span.start + start
        parts.append(Line(said, Span(place, place + len(said)), line.indent if start == 0 else 0, 0))
    parts[0] = parts[0]._replace(blanks=line.blanks)
    return parts
