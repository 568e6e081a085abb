"""One source of a bibliography, and how those of several files become one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from edition.converter.forms.letters import fold
from edition.model import Position


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is sorted, `given` empty for a body or a name of one word; `role` as in `editor/@role`.

    `particle` stands before the family name and is no part of it ("van der"), as TEI's nameLink says.
    """

    family: str
    given: str = ""
    role: str = ""
    particle: str = ""

    @property
    def sorted(self) -> str:
        """The family name first."""
        family = f"{self.particle} {self.family}" if self.particle else self.family
        return f"{family}, {self.given}" if self.given else family


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited: the name of the file, line and column."""

    file: str
    position: Position


@dataclass(frozen=True, slots=True)
class Entry:
    """A source. `title` is of the piece or the work, `container` of the work or journal that holds a piece.

    `kind` is "article", "newspaper", "chapter", "book", "unpublished" or "other"; `date` is a TEI value
    (1903, 1903-05-08), `words` the date as it is written. `cited` are its places, in order.
    """

    key: str
    kind: str
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    title: str = ""
    container: str = ""
    series: str = ""
    edition: str = ""
    place: str = ""
    publisher: str = ""
    date: str = ""
    words: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    address: str = ""
    cited: tuple[Place, ...] = ()

    @property
    def year(self) -> str:
        """The year of the date in figures; empty where there is none."""
        return self.date.partition("-")[0]

    def identifier(self, kind: str) -> str:
        """The identifier of a kind ("DOI"); empty where there is none."""
        return next((value for name, value in self.identifiers if name.casefold() == kind.casefold()), "")


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of several files, those of one source as one: same authors, same titles, same year.

    Keys stay as they are; where two sources have the same, the later are numbered.
    """
    found: dict[tuple[str, ...], Entry] = {}
    for one in entries:
        authors = "|".join(fold(name.sorted) for name in one.authors)
        same = authors, fold(one.title), fold(one.container), one.year, one.volume, one.pages
        known = found.get(same)
        found[same] = one if known is None else replace(known, cited=(*known.cited, *one.cited))
    used: dict[str, int] = {}
    result = []
    for one in found.values():
        used[one.key] = used.get(one.key, 0) + 1
        result.append(one if used[one.key] == 1 else replace(one, key=f"{one.key}-{used[one.key]}"))
    return result
