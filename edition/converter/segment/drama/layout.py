"""How a play is printed: the signs of its directions, and the column of its labels."""

from __future__ import annotations

from edition.converter.segment.text import Text
from edition.converter.segment.turns.reader import TurnReader

_MOST_LEFT = 0.1  # of labels in square brackets where round ones are none of the printer's directions


def signs(text: Text) -> str:
    """The brackets in which this printer sets directions: those that follow labels or stand alone."""
    counts = {"(": 0, "[": 0}
    for stanza in text.stanzas:
        for line in stanza.lines:
            if line.text[0] in counts:
                counts[line.text[0]] += 2
            for sign in counts:
                place = line.text.find(sign, 0, 60)
                if place > 0:
                    counts[sign] += 1
    if counts["["] == 0:
        return "("
    if counts["("] <= _MOST_LEFT * counts["["]:
        return "["
    return "(["


def italics(text: Text) -> bool:
    """Whether directions stand between underscores, as many that stand alone show."""
    return (
        sum(
            stanza.lines[0].text.startswith("_") and stanza.lines[-1].text.endswith("_")
            for stanza in text.stanzas
        )
        >= 2
    )


def margin(text: Text, reader: TurnReader) -> int:
    """The column at which most labels begin."""
    columns: dict[int, int] = {}
    for stanza in text.stanzas[:400]:
        if reader.label_of(stanza.lines[0], first=True) is not None:
            column = stanza.lines[0].indent
            columns[column] = columns.get(column, 0) + 1
    return max(columns, key=lambda column: columns[column]) if columns else 0
