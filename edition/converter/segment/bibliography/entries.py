"""Where one reference of a list ends and the next begins: by numbers, blank lines, indents, or lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from edition.converter.forms.letters import UPPER, fold
from edition.converter.segment.lines import Line

Entry = tuple[Line, ...]
_NUMBER = re.compile(r"(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)])\s*(?=\S)")
_KEY = re.compile(r"\[[^\[\]\s][^\[\]\n]{0,12}\]\s*\S")
_BULLET = re.compile(r"[*•·]\s+\S")
_NAME_FIRST = re.compile(
    rf"(?:[{UPPER}][^\W\d_]*(?:['’-][{UPPER}]?[^\W\d_]+)*(?:\s[^\W\d_]+){{0,2}},|[{UPPER}]\.|[—–_-]{{2,}}|[\"“«„‘_]|\d{{4}}\b)"
)
_ENDED = re.compile(r"(?:[.)\]”\"»’>?!]|\d[a-z]?|https?://\S+|www\.\S+)$")
_HYPHEN = re.compile(r"[^\W\d_][-‐]$")
_ALONE = 0.8  # of the lines that could be references by themselves, for every line to be one
_SHORT = 4  # lines of most stanzas, if blank lines part every reference


def entries(lines: Sequence[Line]) -> list[Entry]:
    """The lines of a list, those of each reference together, in order; every line is in one of them."""
    if len(lines) < 2:
        return [tuple(lines)] if lines else []
    return _labelled(lines) or _parted(lines)


def _labelled(lines: Sequence[Line]) -> list[Entry] | None:
    """Entries that begin with numbers that count on, with keys in brackets or with bullets."""
    numbers = [
        (i, int(next(filter(None, m.groups()))))
        for i, line in enumerate(lines)
        if (m := _NUMBER.match(line.text))
    ]
    if numbers and numbers[0][0] == 0:
        starts, last = [0], numbers[0][1]
        for index, number in numbers[1:]:
            if last < number <= last + 3:
                starts.append(index)
                last = number
        if len(starts) > 1 and len(starts) * 12 >= len(lines):
            return _split(lines, starts)
    for pattern in (_KEY, _BULLET):
        starts = [i for i, line in enumerate(lines) if pattern.match(line.text)]
        if len(starts) > 1 and starts[0] == 0 and len(starts) * 8 >= len(lines):
            return _split(lines, starts)
    return None


def _parted(lines: Sequence[Line]) -> list[Entry]:
    """Entries by blank lines, and within what these part by indents or lines."""
    starts = [0, *(i for i, line in enumerate(lines) if i and line.blanks)]
    stanzas = _split(lines, starts)
    found: list[Entry] = []
    short = sorted(map(len, stanzas))[len(stanzas) // 2] <= _SHORT
    for stanza in stanzas:
        whole = len(stanzas) > 2 and short and len(stanza) <= 2 * _SHORT
        found.extend((_hanging(stanza) or [stanza]) if whole else _inside(stanza))
    return found


def _inside(stanza: Entry) -> list[Entry]:
    if len(stanza) == 1:
        return [stanza]
    return _hanging(stanza) or _line_by_line(stanza) or _wrapped(stanza)


def _hanging(stanza: Entry) -> list[Entry] | None:
    """Entries whose further lines are set in deeper than their first, or the other way round."""
    columns = sorted({line.indent for line in stanza})
    least = columns[0]
    if len(columns) < 2 or columns[-1] - least < 1:
        return None
    deeper = sum(line.indent > least for line in stanza)
    if stanza[0].indent == least:
        starts = [i for i, line in enumerate(stanza) if line.indent == least]
        if deeper * 4 >= len(stanza) - 1 or len(starts) == 1:
            return _split(stanza, starts)
    starts = [i for i, line in enumerate(stanza) if line.indent > least]
    if starts[0] == 0 and len(starts) < len(stanza) and all(b - a > 1 for a, b in pairwise(starts)):
        return _split(stanza, starts)
    return None


def _line_by_line(stanza: Entry) -> list[Entry] | None:
    """Every line an entry: nearly all begin and end as one does."""
    whole = sum(_opens(line.text) and bool(_ENDED.search(line.text)) for line in stanza)
    broken = sum(line.text[0].islower() or bool(_HYPHEN.search(line.text)) for line in stanza)
    if whole >= _ALONE * len(stanza) and not broken and (len(stanza) > 2 or whole == len(stanza)):
        return [(line,) for line in stanza]
    return None


def _opens(text: str) -> bool:
    first = text.lstrip('_*“"«„‘([')[:1]
    return first.isupper() or first.isdigit() or first in "—–-"


def _wrapped(stanza: Entry) -> list[Entry]:
    """Entries broken at a margin without indents: one begins after a line that ended one, with a name, and in
    the order of the alphabet where the list is in order.
    """
    starts = [0]
    width = max(len(line.text) for line in stanza)
    for index in range(1, len(stanza)):
        above, text = stanza[index - 1].text, stanza[index].text
        if not _ENDED.search(above) or not _NAME_FIRST.match(text):
            continue
        first = text.split(None, 1)[0]
        short = len(above) + 1 + len(first) <= width
        ordered = fold(text)[:1] >= fold(stanza[starts[-1]].text)[:1]
        if short or (ordered and above.endswith(".")):
            starts.append(index)
    return _split(stanza, starts)


def _split(lines: Sequence[Line], starts: Sequence[int]) -> list[Entry]:
    ends = [*starts[1:], len(lines)]
    return [tuple(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
