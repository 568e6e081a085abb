"""The parts a text is made of: masthead, head, paragraph, quotation, speech, …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model.annotation import Certainty
from edition.model.source import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one function; `kind` names it in the field's words.

    A block with `children` holds them in order and no text of its own. `rule` names the rule that
    made it, `certainty` says how sure that rule is (None: there was nothing to infer). `attributes` are
    TEI's, by name: what a division is (`type`), its number (`n`), how a verse line is shared (`part`).
    """

    kind: str
    span: Span
    children: tuple[Block, ...] = ()
    rule: str = ""
    certainty: Certainty | None = None
    attributes: tuple[tuple[str, str], ...] = ()

    def walk(self) -> Iterator[Block]:
        """This block and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            if block.children:
                waiting.extend(reversed(block.children))

    def get(self, name: str) -> str | None:
        """Value of attribute `name`, if set."""
        return dict(self.attributes).get(name)


def spanning(
    kind: str,
    children: tuple[Block, ...],
    *,
    rule: str = "",
    certainty: Certainty | None = None,
    attributes: tuple[tuple[str, str], ...] = (),
) -> Block:
    """A block from the first to the last of its `children`, of which there must be one at least."""
    span = Span(children[0].span.start, children[-1].span.end)
    return Block(kind, span, children, rule, certainty, attributes)
