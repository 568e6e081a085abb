"""How books are divided: words of headings, of title pages, of notes, of ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class StructureWords:
    """Words of headings, of notes and of ends; all in small letters, without accents or full stops.

    `parts`, `chapters` and `sections` head divisions of three levels and take a number, `cantos` are those of
    a poem; `matter` heads what takes none, by the type of the division (preface, contents, notes), which is
    the same in every language. `numbers` spell ordinals and cardinals, `notes` label a footnote, `ends` stand
    under a work.

    On a title page `dedications` begin the words to whom a work is given, `publishers` stand in an imprint,
    `subtitles` say what kind of work it is. `arguments` begin the summary over a canto, `columns` stand
    before the number of a page or a column.
    `pictures` stand in brackets in place of one ("[Illustration: The mill]").
    """

    parts: frozenset[str] = frozenset()
    chapters: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    cantos: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    dedications: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    subtitles: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset({"page"})
    pictures: frozenset[str] = frozenset({"illustration"})
    matter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def matter_types(self) -> Mapping[str, str]:
        """The type of the division that each of the words of `matter` heads."""
        return {word: kind for kind, words in self.matter.items() for word in words}
