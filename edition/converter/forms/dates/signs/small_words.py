"""Small words, which are neither names nor things that a number counts."""

from __future__ import annotations

from functools import cache

from edition.converter.languages import Language


@cache
def small_words(language: Language) -> frozenset[str]:
    """The common words, the prepositions and the determiners of a language."""
    return language.common_words | language.quoting.prepositions | language.quoting.determiners


@cache
def unlike_adjectives(language: Language) -> frozenset[str]:
    """The common words, those that point to something, and those that say whose it is."""
    quoting = language.quoting
    pointing = language.common_words | language.dates.no_adjectives
    return pointing | quoting.his | quoting.her | quoting.my | quoting.others
