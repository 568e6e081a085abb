"""House conventions, as an edition declares them: what a speaker's label looks like, a heading, a reaction.

A pattern is text with places in braces: `{NAME}` words in capitals, `{Name}` capitalised words, `{n}` a
number, `{text}` anything. Each place ends at the first sign that the pattern has after it, and nothing is
tried twice: whatever is declared, a line is read in time that grows with its length and no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from edition.converter.forms.letters import LOWER, UPPER
from edition.model import Span

_LONGEST = 300  # characters of a line that a pattern is held against
_PLACES = {
    "NAME": (rf"[{UPPER}][{UPPER}’'.\- ]", "{0,60}"),
    "Name": (rf"[{UPPER}][{UPPER}{LOWER}’'.\- ]", "{0,60}"),
    "n": (r"[\dIVXLCDM]", "{1,8}"),
    "text": (r"[^\n]", "{1,200}"),
}
_NAMING = ("{NAME}", "{Name}", "{text}")
_PLACE = re.compile("|".join(rf"\{{{name}\}}" for name in _PLACES))


@dataclass(frozen=True)
class Conventions:
    """Patterns for speakers' labels (beginnings of lines), for headings and for reactions (whole lines)."""

    speaker: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    reaction: tuple[str, ...] = ()

    def label(self, line: str) -> tuple[Span, int] | None:
        """Where in a line the name in a declared label stands, and where what is said begins.

        The name is the first of the pattern's places for one; without such a place it is the whole label.
        """
        for pattern in self._speakers:
            match = pattern.match(line[:_LONGEST])
            if match is not None:
                named = match.span("name") if "name" in match.re.groupindex else match.span()
                return Span(*named), match.end()
        return None

    def is_heading(self, line: str) -> bool:
        """Whether a line is a declared heading."""
        return len(line) <= _LONGEST and any(pattern.fullmatch(line) for pattern in self._headings)

    def is_reaction(self, line: str) -> bool:
        """Whether a line, or what stands in brackets, is a declared reaction."""
        return len(line) <= _LONGEST and any(pattern.fullmatch(line) for pattern in self._reactions)

    @cached_property
    def _speakers(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_compiled, self.speaker))

    @cached_property
    def _headings(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_compiled, self.heading))

    @cached_property
    def _reactions(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(_compiled, self.reaction))


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression in which every place is decided once, by an atomic group.

    A place at the end of a pattern reaches to the end of the line.
    """
    parts: list[str] = []
    places = list(_PLACE.finditer(pattern))
    parts.append(re.escape(pattern[: places[0].start()] if places else pattern))
    names = [place for wanted in _NAMING for place in places if place.group() == wanted]
    for index, place in enumerate(places):
        end = places[index + 1].start() if index + 1 < len(places) else len(pattern)
        following = re.escape(pattern[place.end() : end]) or ("$" if end == len(pattern) else "")
        signs, count = _PLACES[place.group()[1:-1]]
        group = "?P<name>" if names and place is names[0] else "?:"
        parts.append(rf"(?>({group}{signs}{count}?){following})")
    return re.compile("".join(parts))


NONE = Conventions()
