"""The lines of a source, grouped into paragraphs of lines parted by blank ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Source, Span

_MARGIN = 160  # characters: no one breaks lines later than this


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `text` and `span` without the blanks around it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stanza:
    """Lines that stand together; a blank line or the end of the text parts them from the next."""

    lines: tuple[Line, ...]

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
    text = source.text
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        raw = text[start:end]
        stripped = raw.strip()
        if stripped:
            left = start + len(raw) - len(raw.lstrip())
            lines.append(Line(stripped, Span(left, left + len(stripped))))
        elif lines:
            yield from _stanzas(lines)
            lines = []
        start = end + 1
    if lines:
        yield from _stanzas(lines)


def _stanzas(lines: list[Line]) -> Iterator[Stanza]:
    """One stanza of lines broken at a margin; one each where a line is as long as a paragraph.

    Many programs write a paragraph as one line and leave no line blank between two.
    """
    if len(lines) > 1 and any(len(line.text) > _MARGIN for line in lines):
        yield from (Stanza((line,)) for line in lines)
    else:
        yield Stanza(tuple(lines))
