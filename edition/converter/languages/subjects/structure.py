"""How books are divided: words of headings, of notes, of ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class StructureWords:
    """Words of headings, of notes and of ends; all in small letters, without accents or full stops.

    `parts`, `chapters` and `sections` head divisions of three levels and take a number; `matter` heads what
    takes none (preface, appendix); `contents` heads a list of them. `numbers` spell ordinals and cardinals,
    `notes` label a footnote, `ends` stand under a work.
    """

    parts: frozenset[str] = frozenset()
    chapters: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
