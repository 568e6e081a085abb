"""House conventions that an edition declares: what a speaker's label looks like, a heading, a reaction.

A pattern is text with places in braces: `{NAME}` words in capitals, `{Name}` capitalised words, `{n}` a
number, `{text}` anything. It is simple on purpose: whatever is declared, a line is read in time that grows
with its length and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.converter.forms.letters import LOWER, UPPER

_PLACES = {
    "NAME": rf"[{UPPER}][{UPPER}’'.\- ]{{0,60}}",
    "Name": rf"[{UPPER}][{UPPER}{LOWER}’'.\- ]{{0,60}}",
    "n": r"(?:\d{1,4}|[IVXLCDM]{1,8})",
    "text": r"[^\n]{1,200}",
}
_PLACE = re.compile(r"\{(\w+)\}")


def unknown_places(pattern: str) -> list[str]:
    """The places of a pattern that there are not."""
    return [name for name in _PLACE.findall(pattern) if name not in _PLACES]


def known_places() -> tuple[str, ...]:
    """The places that a pattern may have, as they are written."""
    return tuple(f"{{{name}}}" for name in _PLACES)


@dataclass(frozen=True)
class Conventions:
    """Patterns for speakers' labels (beginnings of lines), for headings and for reactions (whole lines)."""

    speaker: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    reaction: tuple[str, ...] = ()

    def label(self, line: str) -> tuple[int, int] | None:
        """Where in a line the name of a declared label ends, and where what is said begins."""
        for pattern in self._speakers:
            match = pattern.match(line[:300])
            if match is not None:
                name = match.end(1) if match.re.groups else match.end()
                return name, match.end()
        return None

    def is_heading(self, line: str) -> bool:
        """Whether a line is a declared heading."""
        return len(line) <= 300 and any(pattern.fullmatch(line) for pattern in self._headings)

    def is_reaction(self, line: str) -> bool:
        """Whether a line, or what stands in brackets, is a declared reaction."""
        return len(line) <= 300 and any(pattern.fullmatch(line) for pattern in self._reactions)

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
    """A pattern as a regular expression: one bounded run for each place, the rest as written."""
    parts: list[str] = []
    position = 0
    for match in _PLACE.finditer(pattern):
        parts.append(re.escape(pattern[position : match.start()]))
        parts.append(
            f"({_PLACES.get(match[1], _PLACES['text'])}?)" if match[1] != "n" else f"({_PLACES['n']})"
        )
        position = match.end()
    parts.append(re.escape(pattern[position:]))
    return re.compile("".join(parts))


NONE = Conventions()


def conventions(
    speaker: Sequence[str] = (), heading: Sequence[str] = (), reaction: Sequence[str] = ()
) -> Conventions:
    """The conventions of these patterns."""
    return Conventions(tuple(speaker), tuple(heading), tuple(reaction))
