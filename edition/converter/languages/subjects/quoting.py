"""What stands around words in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class QuotingWords:
    """Words that say who speaks, writes or thinks what stands in quotation marks, and what else marks mean.

    All in small letters. `says`, `writes` and `thinks` hold the forms of verbs that go with a person (third
    and first, present and past); `passive` and `nothing` are words before and after them that make another
    meaning ("was told", "said nothing").

    `he` … `we` are pronouns as subjects, `his` and `her` words that show of whom one speaks; `my` and
    `others` are the other words for "whose". `men`, `women` and `persons` are nouns by which a text calls
    someone without a name ("the girl"), `things` nouns for what is read; `before_names` stand before a name
    and are no part of it ("old Cotter").

    `works` and `words` are nouns that make titles and mentioned words of what follows them; `naming` are
    verbs that do so with names for things. `elisions` begin with an apostrophe, without it.
    """

    says: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    thinks: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    i: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    his: frozenset[str] = frozenset()
    her: frozenset[str] = frozenset()
    my: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    works: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    so_called: tuple[str, ...] = ()
    elisions: frozenset[str] = frozenset()

    @cached_property
    def people(self) -> frozenset[str]:
        """All nouns for people."""
        return self.men | self.women | self.persons
