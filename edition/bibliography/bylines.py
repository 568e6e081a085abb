"""The word of a byline that was encoded with the author's name: "By Ada Lund"."""

from __future__ import annotations

from edition.converter.languages import Language


def byline_words(language: Language) -> tuple[str, ...]:
    """The words that open a byline, but for those that names begin with as well (French "De")."""
    particles = language.quoting.particles
    return tuple(word for word in language.article.byline if word.casefold() not in particles)


def without_byline(name: str, language: Language) -> str:
    """A name without the word of a byline before it; a capital has to follow ("By the crew" is none)."""
    first, _, rest = name.partition(" ")
    return rest if first in byline_words(language) and rest[:1].isupper() else name
