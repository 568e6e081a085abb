"""How letters open and close."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class LetterWords:
    """How letters open and close."""
