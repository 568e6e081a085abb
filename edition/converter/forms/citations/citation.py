"""What a citation is: a stretch of the text with its parts."""

from __future__ import annotations

from typing import NamedTuple

from edition.converter.forms.letters import Part


class Citation(NamedTuple):
    """A `bibl` from `start` to `end` (offsets of the text) with the `parts` in it, in order.

    `kind` says what it is: "reference", "issue" (of a periodical), "same" (as the one before), "letter",
    "scripture", "classical", "legal" or "archival". `closes` is where the bracket around it ends, else -1.
    """

    start: int
    end: int
    kind: str
    parts: tuple[Part, ...] = ()
    closes: int = -1
