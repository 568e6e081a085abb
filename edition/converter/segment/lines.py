"""The lines of a source, grouped into paragraphs of lines parted by blank ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Source, Span

_MARGIN = 160  # characters: no one breaks lines later than this


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `span` without the blanks around it, `indent` in characters."""

    text: str
    span: Span
    indent: int


@dataclass(frozen=True, slots=True)
class Stanza:
    """Lines that stand together; a blank line or the end of the text parts them from the next.

    `gap` is the number of blank lines before the first.
    """

    lines: tuple[Line, ...]
    gap: int = 0

    @property
    def span(self) -> Span:
        """From the first character of the first line to the last of the last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def text(self) -> str:
        """The lines joined by single spaces: for matching only, its offsets mean nothing."""
        return self.lines[0].text if len(self.lines) == 1 else " ".join(line.text for line in self.lines)


def stanzas(source: Source) -> Iterator[Stanza]:
    """The stanzas of `source` in order; every non-blank character is in exactly one line of one."""
    lines: list[Line] = []
    gap = blanks = 0
    text = source.text
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        raw = text[start:end]
        stripped = raw.strip()
        if stripped:
            if not lines:
                gap = blanks
            left = start + len(raw) - len(raw.lstrip())
            lines.append(Line(stripped, Span(left, left + len(stripped)), left - start))
            blanks = 0
        else:
            if lines:
                yield from _stanzas(lines, gap)
                lines = []
            blanks += 1
        start = end + 1
    if lines:
        yield from _stanzas(lines, gap)


def _stanzas(lines: list[Line], gap: int) -> Iterator[Stanza]:
    """One stanza of lines broken at a margin; one each where a line is as long as a paragraph.

    Many programs write a paragraph as one line and leave no line blank between two.
    """
    if len(lines) > 1 and any(len(line.text) > _MARGIN for line in lines):
        for number, line in enumerate(lines):
            yield Stanza((line,), 0 if number else gap)
    else:
        yield Stanza(tuple(lines), gap)
