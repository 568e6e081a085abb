"""What was recognised inside the text: a date, a name, a title, as spans with attributes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edition.model.source import Span


class Certainty(StrEnum):
    """TEI's values of `@cert` (Guidelines 22.2)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Annotation:
    """`element` (a TEI name) with `attributes` around `span`; `rule` names what found it.

    `certainty` is set where the value was inferred and not read: the encoding then says so with
    `@resp` and `@cert`.
    """

    element: str
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    certainty: Certainty | None = None

    def get(self, name: str) -> str | None:
        """Value of attribute `name`, if set."""
        return dict(self.attributes).get(name)
