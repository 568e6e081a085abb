"""What a segment rule sees: the stanzas still to come, the blocks so far, the language's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.model import Block, Source, Span


@dataclass
class Cursor:
    """A place in the stanzas of a source. Rules look with `peek` and take with `take`.

    `margin` and `width` are the column at which most lines of the text begin, and to which they were set;
    `column` tells that the stanzas are a column of letters, `headed` that a masthead stands over them.
    """

    source: Source
    language: Language
    stanzas: Sequence[Stanza]
    index: int = 0
    blocks: list[Block] = field(default_factory=list)
    margin: int = 0
    width: int = 0
    column: bool = False
    headed: bool = False
    _kinds: set[str] = field(default_factory=set)
    _rest: Stanza | None = None
    _begun: bool = False

    def peek(self, ahead: int = 0) -> Stanza | None:
        """The stanza `ahead` of the next one, or None past the end."""
        if ahead == 0 and self._rest is not None:
            return self._rest
        place = self.index + ahead
        return self.stanzas[place] if place < len(self.stanzas) else None

    def take(self) -> Span:
        """Take the next stanza whole. Raises IndexError at the end."""
        stanza = self.peek()
        if stanza is None:
            raise IndexError("no stanza left")
        self._rest = None
        self.index += 1
        return stanza.span

    def take_lines(self, count: int) -> Span:
        """Take the first `count` lines of the next stanza; its other lines become the next stanza."""
        stanza = self.peek()
        if stanza is None:
            raise IndexError("no stanza left")
        if count >= len(stanza.lines):
            return self.take()
        self._rest = Stanza(stanza.lines[count:])
        return Span(stanza.lines[0].span.start, stanza.lines[count - 1].span.end)

    def take_characters(self, count: int) -> Span:
        """Take the first `count` characters of the next stanza's first line: the text begins after them."""
        stanza = self.peek()
        if stanza is None:
            raise IndexError("no stanza left")
        first, rest = split_line(stanza.lines[0], count)
        self._rest = Stanza((rest, *stanza.lines[1:]))
        self._begun = True
        return first.span

    @property
    def split(self) -> bool:
        """Whether a part of the next stanza has been taken already."""
        return self._rest is not None

    def add(self, block: Block) -> None:
        """Count a block as taken, so that later rules know of it."""
        self.blocks.append(block)
        self._kinds.add(block.kind)

    @property
    def heading(self) -> bool:
        """Whether everything so far belongs to the head of the piece."""
        return self._kinds <= HEADING_KINDS and not self._begun

    def has(self, kind: str) -> bool:
        """Whether a block of this kind has been taken."""
        return kind in self._kinds

    def end(self) -> int:
        """The offset in the source at which what has been taken ends; 0 before anything is."""
        return self.blocks[-1].span.end if self.blocks else 0


HEADING_KINDS = frozenset({"masthead", "head", "rubric", "byline", "dateline", "note", "continuation"})

Rule = Callable[[Cursor], Block | None]


def split_line(line: Line, count: int) -> tuple[Line, Line]:
    """A line parted after `count` characters; the blanks there belong to neither part."""
    first, rest = line.text[:count].rstrip(), line.text[count:].lstrip()
    start, end = line.span
    return (
        line._replace(text=first, span=Span(start, start + len(first))),
        line._replace(text=rest, span=Span(end - len(rest), end), blanks=0),
    )


def apply(
    text: Text, rules: Sequence[Rule], *, stop: bool = False, cursor: Cursor | None = None
) -> list[Block]:
    """The blocks that `rules` make of a text, each rule tried in order at each place.

    With `stop`, the first place at which no rule matches is the end. A `cursor` may bring along what is known
    of the text around it.
    """
    cursor = cursor or Cursor(text.source, text.language, text.stanzas)
    while cursor.peek() is not None:
        block = next((block for rule in rules if (block := rule(cursor)) is not None), None)
        if block is None and stop:
            break
        assert block is not None
        cursor.add(block)
    return cursor.blocks
