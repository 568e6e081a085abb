"""The parts a text is made of: masthead, head, paragraph, quotation, …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model.annotation import Certainty
from edition.model.source import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of whole lines with one function; `kind` names it in the field's words.

    A block with `children` holds them in order and no text of its own. `rule` names the rule that
    made it, `certainty` says how sure that rule is (None: there was nothing to infer).
    """

    kind: str
    span: Span
    children: tuple[Block, ...] = ()
    rule: str = ""
    certainty: Certainty | None = None

    def walk(self) -> Iterator[Block]:
        """This block and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()
