"""What a segment rule sees: the stanzas still to come, the blocks so far, the language's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.converter.languages import Language
from edition.converter.segment.lines import Stanza
from edition.model import Block, Source, Span


@dataclass
class Cursor:
    """A place in the stanzas of a source. Rules look with `peek` and take with `take`."""

    source: Source
    language: Language
    stanzas: Sequence[Stanza]
    index: int = 0
    blocks: list[Block] = field(default_factory=list)
    _kinds: set[str] = field(default_factory=set)
    _rest: Stanza | None = None

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

    def add(self, block: Block) -> None:
        """Count a block as taken, so that later rules know of it."""
        self.blocks.append(block)
        self._kinds.add(block.kind)

    @property
    def heading(self) -> bool:
        """Whether everything so far belongs to the head of the piece."""
        return self._kinds <= HEADING_KINDS

    def has(self, kind: str) -> bool:
        """Whether a block of this kind has been taken."""
        return kind in self._kinds


HEADING_KINDS = frozenset({"masthead", "head", "rubric", "byline", "dateline"})
