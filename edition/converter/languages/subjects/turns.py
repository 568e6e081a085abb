"""What is printed around the turns of plays, debates and interviews."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class TurnWords:
    """Words of plays, debates and interviews."""
