"""How books are divided: words of headings, of notes, of ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class StructureWords:
    """Words of headings, of notes and of ends."""
