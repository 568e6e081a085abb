"""What editors put into someone's words, in brackets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class InsertionWords:
    """What stands in brackets in words that are quoted, in small letters, without accents or full stops.

    `emphasis` says who emphasised something, `translators` label or sign a note of the translator; `shown`
    are words for what cannot be printed or read, and are no words of the text.
    """

    emphasis: frozenset[str] = frozenset()
    translators: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset({"illegible", "blank", "torn"})
