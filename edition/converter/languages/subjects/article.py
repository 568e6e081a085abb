"""What introduces, voices and attributes in newspaper pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class ArticleWords:
    """What introduces, voices and attributes in newspaper pieces, and how a page is made up.

    From `editors` on, all in small letters, without accents or full stops. `editors` sign or label a note of
    the editors; `replies` stand before the colon of an answer to a letter. `corrections` and `letters` are
    headings. `onward` and `back` send the reader to another page and from there; `trailers` say that a piece
    ends or will go on. `credits` stand before an author's name, `correspondents` in place of one; `wires` in
    brackets say how a despatch came ("BY TELEGRAPH"). `imprint` opens the lines in which a paper says who
    prints and answers for it, `appeared` those that say when a piece appeared ("Posted at 10:15").
    """

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
    editors: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()
    corrections: frozenset[str] = frozenset({"errata", "erratum", "corrigenda"})
    letters: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    trailers: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    correspondents: frozenset[str] = frozenset()
    wires: frozenset[str] = frozenset()
    imprint: frozenset[str] = frozenset()
    appeared: tuple[str, ...] = ()

    @cached_property
    def folded_rubrics(self) -> frozenset[str]:
        """The rubrics without regard to capitals."""
        return frozenset(rubric.casefold() for rubric in self.rubrics)
