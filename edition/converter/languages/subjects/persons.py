"""What stands around names of persons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class PersonWords:
    """What stands around names, words of names that are no person's, and capitalised words that are none.

    `namesakes` are words before the name of something that is called after someone ("Mount", "rue"); in
    small letters, without accents. `things` are words after it ("Street", "Prize"), as they are written.
    `surnames_too` are those of them that people are called as well ("Captain Lake"),
    where none of the titles in `before_things` stands before them ("General Post").
    `ranks` are titles before a surname ("Captain"), as they are written; `addressed` is what people are
    called after a form of address, and is no name ("Herr Hofrat"). `abbreviated` are forms of address with a
    full stop. `married` and `unmarried` tell of women ("Mrs", "Miss"), `of_men` and `of_women` are titles
    that only they bear ("Lord"), beside those in labels. `families` make a surname that of a family, before
    or after it. `peoples` are names of peoples as they are written. `before_places` stand before places and
    seldom before persons ("in"). Titles and the words beside names are folded. With `nouns_in_capitals` a
    capital letter says nothing of a word; with `two_surnames` people have two, and are called by the first.
    """

    roles: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    surnames_too: frozenset[str] = frozenset()
    before_things: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    abbreviated: frozenset[str] = frozenset()
    married: frozenset[str] = frozenset()
    unmarried: frozenset[str] = frozenset()
    of_men: frozenset[str] = frozenset()
    of_women: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    before_places: frozenset[str] = frozenset()
    two_surnames: bool = False
    nouns_in_capitals: bool = False

    @cached_property
    def glued(self) -> tuple[str, ...]:
        """Endings that are written to a name without an apostrophe ("Goethes")."""
        return tuple(ending for ending in self.possessives if ending.isalpha())
