"""Divisions from a row of blocks: a heading opens one, and everything up to the next heading of its
level or a higher one stands in it (Guidelines 4.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from edition.model import Block, spanning


@dataclass(frozen=True)
class Opening:
    """A heading that opens a division: `level` counts from 1, the outermost; `type` says what is divided off
    ("act", "chapter"), `n` its number as written in figures, where it has one.
    """

    level: int
    head: Block
    type: str
    n: str = ""


@dataclass
class _Open:
    opening: Opening
    children: list[Block] = field(default_factory=list)

    def closed(self) -> Block:
        """The division. A heading over nothing heads nothing: it stays as the paragraph of its division."""
        numbered = (("n", self.opening.n),) if self.opening.n else ()
        attributes = (("type", self.opening.type), *numbered)
        head = self.opening.head
        if not self.children:
            head = replace(head, kind="paragraph", rule="heading without text")
        return spanning(
            "division",
            (head, *self.children),
            rule=head.rule,
            certainty=head.certainty,
            attributes=attributes,
        )


def divide(items: Iterable[Block | Opening]) -> tuple[Block, ...]:
    """The blocks with those that follow an `Opening` inside its `division`, nested by level."""
    result: list[Block] = []
    stack: list[_Open] = []

    def close(level: int) -> None:
        while stack and stack[-1].opening.level >= level:
            division = stack.pop().closed()
            (stack[-1].children if stack else result).append(division)

    for item in items:
        if isinstance(item, Opening):
            close(item.level)
            stack.append(_Open(item))
        else:
            (stack[-1].children if stack else result).append(item)
    close(0)
    return tuple(result)
