"""What speaker labels are made of beside names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class LabelWords:
    """What speaker labels are made of beside names; all in small letters, without accents or full stops.

    `articles` and `titles` stand before a name and are no part of it; a title of `women` or `men` tells two
    persons of one surname apart. `roles` are offices that someone holds. A label of `together` words is a
    group; one that begins with a word of `unnamed` says that the speaker is not known. `connectors` join
    two speakers in one label, `genitives` a title and a place ("Duke of York").
    A full stop after one of `abbreviations` ends no label ("Mrs. Pearce").
    """

    articles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    connectors: frozenset[str] = frozenset({"&"})
    ordinals: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()

    @cached_property
    def called(self) -> frozenset[str]:
        """Every title, whoever bears it."""
        return self.titles | self.men | self.women

    @cached_property
    def before_names(self) -> frozenset[str]:
        """What may stand before a name in a label."""
        return self.called | self.roles | self.articles

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words that may be written small in a label that is capitalised."""
        return (
            self.articles
            | self.titles
            | self.men
            | self.women
            | self.connectors
            | self.roles
            | self.genitives
        )
