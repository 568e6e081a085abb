"""What stands around names of persons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class PersonWords:
    """What stands around names, words of names that are no person's, and capitalised words that are none."""

    roles: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
