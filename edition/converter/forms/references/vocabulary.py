"""The words of references, of one language and of those that its readers cite, made ready for looking up.

A list of references is rarely in one language only: what another language says at some length ("herausgegeben
von") is known in all; its shortest labels, which mean other things elsewhere, only in its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from edition.converter.forms.letters import fold
from edition.converter.forms.references.piece import BEFORE, EDITOR, OTHERS, PHRASE, SAME, TRANSLATOR
from edition.converter.languages import Language, known_languages
from edition.converter.languages import language as language_of
from edition.converter.languages.subjects import ReferenceWords

_LONG = 3  # letters of a label that is known in every language
_MAIN = "en"  # its labels stand in the references of all others
_MARKERS = {
    EDITOR: "editors",
    TRANSLATOR: "translators",
    OTHERS: "others",
    SAME: "same",
    BEFORE: "before",
    PHRASE: "phrases",
}


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """`markers` are phrases by their first word, the longest first, each with its kind; `units` labels of
    parts by word. The others are words of names, of which `cities` holds whole ones. All are folded.
    """

    markers: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    units: dict[str, str]
    containers: frozenset[str]
    editions: frozenset[str]
    publishers: frozenset[str]
    journals: frozenset[str]
    bodies: frozenset[str]
    series: frozenset[str]
    cities: frozenset[str]
    abbreviated: frozenset[str]
    ranks: frozenset[str]
    connectors: frozenset[str]
    ordinals: frozenset[str]
    joined: frozenset[str]
    articles: frozenset[str]
    unpublished: frozenset[str]
    several: frozenset[str]
    leading: frozenset[str]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The words that count in references in a text of `language`."""
    own = [language_of(_MAIN), language]
    others = [language_of(code) for code in known_languages()]
    shared = _shared()
    journals = {*_words("journals", own, others)}
    journals |= {fold(word) for one in own for word in one.periodical.titles}
    return Vocabulary(
        _markers(own, others),
        _units(own, others),
        frozenset(_words("containers", own, others)),
        frozenset(_words("editions", own, others)),
        frozenset({*_words("publishers", own, others), *map(fold, shared["houses"])}),
        frozenset(journals),
        frozenset(
            {*_words("bodies", own, others), *(fold(w) for one in own for w in one.persons.organisations)}
        ),
        frozenset(_words("series", own, others)),
        frozenset(" ".join(fold(city).replace(".", " ").split()) for city in shared["cities"]),
        frozenset(shared["abbreviated"]),
        frozenset(shared["ranks"]),
        frozenset({"&", "et", "und", *(fold(word) for one in own for word in one.article.connectors)}),
        frozenset().union(*(one.structure.numbers for one in own)),
        *(frozenset(shared[name]) for name in ("joined", "articles", "unpublished", "several", "leading")),
    )


def _words(name: str, own: Iterable[Language], others: Iterable[Language]) -> set[str]:
    """Single words of one table, of all languages; short ones of the text's own only."""
    found: set[str] = set()
    for one in own:
        found.update(getattr(one.references, name))
    for other in others:
        found.update(word for word in getattr(other.references, name) if len(word) > _LONG)
    return found


def _markers(
    own: Iterable[Language], others: Iterable[Language]
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    kinds: dict[tuple[str, ...], str] = {}
    for mine, several in ((True, list(own)[::-1]), (False, others)):
        for one in several:
            table: ReferenceWords = one.references
            for kind, name in _MARKERS.items():
                for words in getattr(table, name):
                    parts = tuple(words.replace("-", " ").split())
                    if parts and (mine or len("".join(parts)) >= _LONG or parts == ("hg",)):
                        kinds.setdefault(parts, kind)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, kind in kinds.items():
        by_first.setdefault(parts[0], []).append((parts, kind))
    return {
        first: tuple(sorted(found, key=lambda one: (-len(one[0]), one[0])))
        for first, found in sorted(by_first.items())
    }


def _units(own: Iterable[Language], others: Iterable[Language]) -> dict[str, str]:
    found: dict[str, str] = {}
    for mine, several in ((True, list(own)[::-1]), (False, others)):
        for one in several:
            for unit, labels in one.references.units.items():
                for label in labels:
                    if mine or len(label) > 1:
                        found.setdefault(label, unit)
    return found


@cache
def _shared() -> dict[str, list[str]]:
    path = files("edition.converter.languages").joinpath("shared", "references.toml")
    found: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found
