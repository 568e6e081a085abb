"""How sources are cited in running text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class CitationWords:
    """What citations in brackets and in sentences are made of.

    `leads` send the reader to a source ("see", "cf."), in small letters; `same` stand for the source cited
    last ("ibid."), `named` for a work of the author that is named ("op. cit."). `scopes` are the labels of
    parts by TEI's `biblScope/@unit`. `books` are the books of the Bible as they are written and shortened,
    without a number before them or a full stop behind; `times` and `scores` after two numbers say that they
    are no verse. `codes` are the laws that articles and paragraphs are cited of, `articles` what these are
    called. `within` stands before a title in a sentence ("in"), `possessing` says whose it is ("his"). `to`
    stands between who writes a letter and who is written to.
    """

    leads: frozenset[str] = frozenset()
    same: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    scopes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    books: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    scores: frozenset[str] = frozenset()
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    possessing: frozenset[str] = frozenset()
