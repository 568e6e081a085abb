"""How many volumes are set side by side: as many as there are processors, and memory for."""

from __future__ import annotations

import os
from collections.abc import Sequence

from edition.config import Settings

_MEMORY = 3 << 30
"""Bytes that all typesetters may take together."""
_PLAIN, _COUNTED, _NOTED = 350, 1000, 2100
"""Bytes that a character of markup takes: of plain text, with numbers of lines, and with notes."""
_NOTES = ("#note(", "#editors-note(", "#variant(", "#margin-note(")


def side_by_side(sources: Sequence[str], settings: Settings) -> int:
    """How many of `sources` may be set at a time, the largest ones among them; at least one."""
    least = _COUNTED if settings.print.line_numbers in ("page", "text") else _PLAIN
    rates = (_NOTED if any(call in source for call in _NOTES) else least for source in sources)
    taken = sorted((len(source) * rate for source, rate in zip(sources, rates, strict=True)), reverse=True)
    most = settings.jobs or os.cpu_count() or 1
    count = 1
    while count < min(most, len(taken)) and sum(taken[: count + 1]) <= _MEMORY:
        count += 1
    return count
