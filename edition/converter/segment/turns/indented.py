"""Paragraphs of a speech that are told by their first line, set in, with no blank line above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from edition.converter.segment.lines import Line, Stanza

_DEEPEST = 8  # columns that the first line of a paragraph is set in, at the most
_FEWEST = 3  # lines set in
_SHARE = 0.8  # of the lines above them must end a sentence
_OFTEN = 0.1  # of the lines begin at the margin, at the least
_SAMPLE = 2000  # stanzas
_ENDS = '.!?…:;"”»’)]—-'


def first_line_column(stanzas: Sequence[Stanza]) -> int | None:
    """The column at which paragraphs begin that are told by it; None in a text that does not set them in."""
    pairs = [pair for stanza in stanzas[:_SAMPLE] for pair in pairwise(stanza.lines)]
    if not pairs:
        return None
    columns = Counter(line.indent for _, line in pairs)
    margin = min(column for column, count in columns.items() if count >= _OFTEN * len(pairs))
    deeper = [pair for pair in pairs if margin < pair[1].indent <= margin + _DEEPEST]
    if len(deeper) < _FEWEST:
        return None
    counts = Counter(line.indent for _, line in deeper)
    column = min(counts, key=lambda one: (-counts[one], one))
    above = [over for over, line in deeper if line.indent == column]
    ended = sum(line.text[-1] in _ENDS for line in above)
    return column if len(above) >= _FEWEST and ended >= _SHARE * len(above) else None


def set_in(lines: Sequence[Line], column: int) -> list[list[Line]]:
    """Lines in groups, each beginning with a line that is set in to `column`."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or line.indent == column:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups
