"""House conventions that an edition declares of its texts, in `[conventions]` of edition.toml."""

from __future__ import annotations

import re
from typing import NamedTuple

# The places that a pattern may have, in braces, and what stands in them.
PLACES = {
    "NAME": "words in capitals",
    "Name": "words that begin with capitals",
    "n": "a number, Arabic or Roman",
    "text": "anything",
}
_PLACE = re.compile(r"\{(\w*)\}")


class HouseConventions(NamedTuple):
    """Patterns for labels of speakers (at the beginning of a line), for headings and for reactions."""

    speaker: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    reaction: tuple[str, ...] = ()


def unknown_places(pattern: str) -> list[str]:
    """The places of a pattern that there are not, as they are written in it."""
    return [match.group() for match in _PLACE.finditer(pattern) if match[1] not in PLACES]
