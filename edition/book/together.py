"""How many volumes are set side by side: as many as there are processors, and memory for."""

from __future__ import annotations

import os
from collections.abc import Sequence

from edition.config import Settings

_MEMORY = 3 << 30
"""Bytes that all typesetters may take together."""
_PLAIN, _HEAVY = 350, 2100
"""Bytes that a character of markup takes: of plain text, and of text with numbers of lines or notes."""
_HEAVY_CALLS = ("#note(", "#editors-note(", "#variant(", "#margin-note(")


def side_by_side(sources: Sequence[str], settings: Settings) -> int:
    """How many of `sources` may be set at a time, the largest ones among them; at least one."""
    counted = settings.print.line_numbers in ("page", "text")
    taken = sorted(
        (
            len(source) * (_HEAVY if counted or any(one in source for one in _HEAVY_CALLS) else _PLAIN)
            for source in sources
        ),
        reverse=True,
    )
    most = settings.jobs or os.cpu_count() or 1
    count = 1
    while count < min(most, len(taken)) and sum(taken[: count + 1]) <= _MEMORY:
        count += 1
    return count
