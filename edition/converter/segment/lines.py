"""The lines of a source, grouped into stanzas of lines parted by blank ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.model import Source, Span

_MARGIN = 160  # characters: no one breaks lines later than this
_PLACES, _TOGETHER = 8, 200  # of a sample: where it is taken, and how many stanzas in each place
_TAB = 8  # columns: where printers and terminals put the next stop


class Line(NamedTuple):
    """One line that is not blank: `text` and `span` without the blanks around it.

    `indent` is the column at which it begins (from 0, a tab reaches to the next eighth), `blanks` the
    number of blank lines above it.
    """

    text: str
    span: Span
    indent: int = 0
    blanks: int = 0


class Stanza(NamedTuple):
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


def lines(source: Source) -> Iterator[Line]:
    """The lines of `source` that are not blank, in order; every non-blank character is in exactly one."""
    start = blanks = 0
    for raw in source.text.split("\n"):
        stripped = raw.strip()
        if stripped:
            margin = raw[: len(raw) - len(raw.lstrip())]
            left = start + len(margin)
            indent = len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
            yield Line(stripped, Span(left, left + len(stripped)), indent, blanks)
            blanks = 0
        else:
            blanks += 1
        start += len(raw) + 1


def stanzas(source: Source) -> Iterator[Stanza]:
    """The stanzas of `source` in order."""
    together: list[Line] = []
    for line in lines(source):
        if line.blanks and together:
            yield from _stanzas(together)
            together = []
        together.append(line)
    if together:
        yield from _stanzas(together)


def sample(found: Sequence[Stanza]) -> Sequence[Stanza]:
    """Stanzas from all over a text, a few hundred together in each place; all of them where they are few."""
    if len(found) <= _PLACES * _TOGETHER:
        return found
    step = len(found) // _PLACES
    return [stanza for start in range(0, step * _PLACES, step) for stanza in found[start : start + _TOGETHER]]


def lines_from(found: Sequence[Line], start: int, source: str) -> list[Line]:
    """What lines of a source hold from an offset on."""
    rest: list[Line] = []
    for line in found:
        if line.span.end <= start:
            continue
        if line.span.start < start:
            text = source[start : line.span.end]
            skipped = len(text) - len(text.lstrip())
            if text.strip():
                rest.append(Line(text.strip(), Span(start + skipped, line.span.end), line.indent, 0))
            continue
        rest.append(line)
    return rest


def _stanzas(together: list[Line]) -> Iterator[Stanza]:
    """One stanza of lines broken at a margin; one each where a line is as long as a paragraph.

    Many programs write a paragraph as one line and leave no line blank between two.
    """
    if len(together) > 1 and any(len(line.text) > _MARGIN for line in together):
        yield from (Stanza((line,)) for line in together)
    else:
        yield Stanza(tuple(together))
