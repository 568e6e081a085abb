"""What introduces, voices and attributes in newspaper pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class ArticleWords:
    """What introduces, voices and attributes in newspaper pieces."""

    byline: tuple[str, ...] = ()
    rubrics: frozenset[str] = frozenset()
    vocatives: tuple[str, ...] = ()
    first_person: frozenset[str] = frozenset()
    introductions: tuple[str, ...] = ()
    voice: frozenset[str] = frozenset()
    connectors: tuple[str, ...] = ("&",)
    from_words: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def folded_rubrics(self) -> frozenset[str]:
        """The rubrics without regard to capitals."""
        return frozenset(rubric.casefold() for rubric in self.rubrics)
