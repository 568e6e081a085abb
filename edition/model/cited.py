"""A source that a text cites, as one record for all places that cite it."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.source import Span

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An author or editor as the fullest place writes the name; `person` is the id of the record, if one is
    tied, `role` is empty or "translator", `others` says that there are more ("et al.").
    """

    words: str
    person: str = ""
    role: str = ""
    others: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """One source. `titles` are pairs of level and words, `scopes` triples of unit, attributes and words,
    `identifiers` pairs of type and value, `date` its words, beside TEI's attributes. `places` are where it is
    cited.
    """

    id: str
    authors: tuple[Named, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    editors: tuple[Named, ...] = ()
    edition: str = ""
    towns: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    date: str = ""
    date_attributes: Attributes = ()
    scopes: tuple[tuple[str, Attributes, str], ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    places: tuple[Span, ...] = field(default=())
