"""What the lines under quotations need of the words of references."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from edition.converter.forms.letters import Part, fold
from edition.converter.forms.references.piece import SCOPE
from edition.converter.forms.references.pieces import pieces
from edition.converter.forms.references.scopes import values
from edition.converter.forms.references.vocabulary import vocabulary
from edition.converter.languages import Language


@dataclass(frozen=True, eq=False)
class CreditWords:
    """`works` are known by their titles alone, `kinds` are no titles ("Old Song"), `figures` are common
    words that titles have before "’s"; `by` stands before an author. All are folded.
    """

    articles: frozenset[str]
    ranks: frozenset[str]
    cities: frozenset[str]
    works: frozenset[str]
    kinds: frozenset[str]
    figures: frozenset[str]
    by: tuple[str, ...]


@cache
def credit_words(language: Language) -> CreditWords:
    """The words for a text in `language`."""
    words = vocabulary(language)
    path = files("edition.converter.languages").joinpath("shared", "works.toml")
    shared: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    roles = {fold(word) for word in (*language.labels.roles, *language.labels.men, *language.labels.women)}
    return CreditWords(
        words.articles,
        words.ranks,
        words.cities,
        frozenset(map(fold, shared["works"])),
        frozenset(map(fold, shared["kinds"])),
        frozenset({*map(fold, shared["figures"]), *roles}),
        tuple(language.article.byline) or ("by",),
    )


def cities(language: Language) -> frozenset[str]:
    """The towns where books are printed, folded."""
    return vocabulary(language).cities


def find_numbers(text: str, language: Language) -> list[Part]:
    """Labelled volumes, books, pages and the like in a text, in order."""
    found = []
    for piece in pieces(text, language):
        if piece.kind == SCOPE:
            number = text[int(dict(piece.attributes)["from"]) : piece.end]
            found.append(Part("biblScope", piece.start, piece.end, (("unit", piece.detail), *values(number))))
    return found
