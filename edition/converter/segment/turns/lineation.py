"""Whether the speeches of a text are in verse: told from how all their lines break, not from one speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.converter.segment.lines import Line
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, room_left

_FEWEST = 8  # lines that show how a text breaks
_LONGER = 4  # lines of a speech that shows it alone
_CAPITALS = 0.97  # of all lines begin with one where all is verse ...
_SMALL = 0.7  # ... and fewer do where verse goes on in small letters
_ROOM = 0.3  # of all lines must leave room for the next word: prose leaves it at few
_PROSE = 0.15  # of all lines stand in longer speeches that leave room nowhere: there is prose too
_LONGEST = 0.98  # of all lines are not longer than the width to which they are set
_WIDEST = 75  # characters of a line of verse
_EARLY = 0.75  # of the width: lines that all break before may be verse in a text with prose ...
_EARLIER = 0.6  # ... and two lines
_MOST_LONG = 0.9  # of all lines are shorter than lines of verse may be, with this beside
_BEYOND = 1.35
_COLUMN = 0.8  # of all lines of verse, or of prose, must begin at one column


class Lineation(NamedTuple):
    """How the speeches of a text break: to what `width` of their own, `mostly` in verse, with a capital at
    the beginning of every line (`capitals`), in small letters (`small`), beside prose (`mixed`).

    `longest` is how long a line of verse may be, `verse` and `prose` are the columns at which their lines
    begin, where they differ.
    """

    width: int = 0
    longest: int = 0
    mostly: bool = False
    capitals: bool = False
    small: bool = False
    mixed: bool = False
    verse: int = -1
    prose: int = -1

    def tells(self, run: Sequence[Line]) -> bool | None:
        """Whether lines are verse, as all others show; None where those show nothing."""
        lines = [line.text for line in run]
        if len(lines) < 2 or max(map(len, lines)) > self.longest:
            return None
        if self.verse != self.prose:
            columns = {line.indent for line in run[1:]}
            if columns in ({self.verse}, {self.prose}):
                return columns == {self.verse}
        if self.capitals:
            return all(map(begins_like_verse, lines)) or None
        if not self.small:
            return None
        if self.mixed:
            early = _EARLY if len(lines) > 2 else _EARLIER
            return (max(map(len, lines)) <= early * self.width and room_left(lines, self.width) == 1) or None
        return True


def lineation(speeches: Iterable[Sequence[Line]], width: int) -> Lineation:
    """How speeches break, each given as its lines; `width` is that of the whole text."""
    speeches = list(speeches)
    kept = [[line.text for line in lines] for lines in speeches]
    verdicts = [is_verse(lines, width) for lines in kept]
    verse = sum(len(lines) for lines, told in zip(kept, verdicts, strict=True) if told)
    prose = sum(len(lines) for lines, told in zip(kept, verdicts, strict=True) if told is False)
    mostly = verse > 2 * prose and verse > _LONGER
    count = sum(len(lines) - 1 for lines in kept)
    if count < _FEWEST:
        return Lineation(mostly=mostly)
    lengths = sorted(len(line) for lines in kept for line in lines)
    own = lengths[int(len(lengths) * _LONGEST)]
    capitals = sum(begins_like_verse(line) for lines in kept for line in lines[1:])
    full = sum(len(lines) - 1 for lines in kept if len(lines) >= _LONGER and room_left(lines, own) == 0)
    breaks = own <= _WIDEST and sum(map(_roomy, kept, [own] * len(kept))) >= _ROOM * count
    mixed = full > _PROSE * count
    every = breaks and capitals >= _CAPITALS * count and not mixed
    small = breaks and capitals < _SMALL * count
    columns = [_column(speeches, verdicts, told) for told in (True, False)]
    if -1 in columns:
        columns = [-1, -1]
    longest = int(_BEYOND * lengths[int(len(lengths) * _MOST_LONG)])
    return Lineation(own, longest, mostly or every or (small and not mixed), every, small, mixed, *columns)


def shared_lines(found: Lineation) -> Lineation:
    """The same for a text with several turns on one line: none but verse is printed so."""
    longest = max(found.longest, int(_BEYOND * _WIDEST))
    return found._replace(longest=longest, mostly=True, small=not found.capitals, mixed=False)


def _roomy(lines: Sequence[str], width: int) -> int:
    """After how many lines the next line's first word would have had room."""
    return sum(
        len(line) + 1 + len(following.split(None, 1)[0]) <= width for line, following in pairwise(lines)
    )


def _column(speeches: Sequence[Sequence[Line]], verdicts: Sequence[bool | None], told: bool) -> int:
    """The column at which nearly all lines of verse, or of prose, begin; -1 where there is none."""
    columns = Counter(
        line.indent
        for lines, verdict in zip(speeches, verdicts, strict=True)
        if verdict is told and len(lines) >= _LONGER
        for line in lines[1:]
    )
    if columns.total() < _FEWEST:
        return -1
    column, count = columns.most_common(1)[0]
    return column if count >= _COLUMN * columns.total() else -1
