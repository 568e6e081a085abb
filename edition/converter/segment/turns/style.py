"""What a genre does with turns."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """What a genre does with turns.

    `signs` open a direction, speeches may be in `verse`, directions may stand in `italic`. With `notes`,
    brackets may be the speaker's own, and those of the record are told by their words. What they note at
    the end of a speech is an `audience`'s, and stands after it.
    """

    signs: str
    verse: bool
    italic: bool = False
    notes: bool = False
    audience: bool = False
