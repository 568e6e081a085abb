"""How a text introduces what it quotes at length."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class IntroductionWords:
    """What stands before a quotation that is set apart ("As Marx wrote in 1852:"), in small letters.

    `said` and `wrote` tell speech from writing, `either` may be both; each is a verb or a phrase of up to
    three words. `to_whom` are verbs that have a person after them who is told something. `like` stand before
    who says it ("as Marx wrote"), `following` introduce without a verb ("in the words of"). A name after one
    of `prepositions` says nothing here, nor one before any of `subjects`, who are someone else; one of
    `pronouns` stands for a person named before; no person is called by several words after one of `articles`.
    """

    said: frozenset[str] = frozenset()
    wrote: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    to_whom: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    @cached_property
    def voices(self) -> dict[str, str]:
        """Every verb and phrase with its kind: "said", "wrote" or "either"."""
        kinds = {"either": self.either, "wrote": self.wrote, "said": self.said}
        return {words: kind for kind, table in kinds.items() for words in table}
