"""What a genre's reader is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from edition.converter.languages import Language
from edition.converter.segment.conventions import NONE, Conventions
from edition.converter.segment.lines import Line, Stanza
from edition.model import Annotation, Block, Source


@dataclass(frozen=True, eq=False)
class Text:
    """A text, or a part of one, before anything is known of it: its stanzas, its language's words."""

    source: Source
    language: Language
    stanzas: tuple[Stanza, ...]
    conventions: Conventions = NONE

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all stanzas, in order."""
        return tuple(line for stanza in self.stanzas for line in stanza.lines)

    def part(self, first: int, last: int) -> Text:
        """The stanzas from index `first` up to, not including, `last`."""
        return Text(self.source, self.language, self.stanzas[first:last], self.conventions)


class Reading(NamedTuple):
    """What a reader made of a text: its blocks, and what it marked inside them (stage directions in a
    speech, page beginnings in a paragraph, calls of notes), both in the order of the text.

    Every non-blank character of the text is in exactly one leaf of the blocks.
    """

    blocks: tuple[Block, ...]
    marks: tuple[Annotation, ...] = ()


class Evidence(NamedTuple):
    """How much speaks for a genre, from 0 (nothing) to about 1 (no doubt), and what, in words for the editor.

    `reading` is what the reader of the genre made of the text, where it had to read it whole to weigh it.
    """

    weight: float
    words: str = ""
    reading: Reading | None = None


@dataclass(frozen=True)
class Genre:
    """How texts of one genre are told and read. `weigh` looks at a sample; `read` takes all.

    No weight that `weigh` gives is above `most`: where another genre has as much already, it is not asked.
    """

    read: Callable[[Text], Reading]
    weigh: Callable[[Text], Evidence]
    most: float
