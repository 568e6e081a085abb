"""What is cited: a text of an edition, or an edition as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.bibliography import Entry, Name, name_in
from edition.citing.dates import Date
from edition.config import EditionFacts
from edition.converter.languages import language


@dataclass(frozen=True, slots=True)
class Whole:
    """The edition that a text stands in. `year` is the one it was published in ("2026"); empty: not said."""

    title: str = ""
    editors: tuple[Name, ...] = ()
    publisher: str = ""
    place: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A text to be cited. `key` is its own in the edition, and stays while its file keeps its name.

    `genre` is one of edition.config.GENRES, "edition" for an edition itself, or empty; `date` is of the text,
    `source` what it was printed in; `address` is where it stands on the web.
    """

    key: str
    genre: str
    title: str
    authors: tuple[Name, ...] = ()
    date: Date = field(default_factory=Date)
    language: str = ""
    source: Entry | None = None
    whole: Whole = field(default_factory=Whole)
    address: str = ""

    @property
    def periodical(self) -> str:
        """The newspaper or journal that the text was printed in; empty for none."""
        return self.source.container if self.source and self.source.kind in ("newspaper", "article") else ""


def whole_of(facts: EditionFacts) -> Work:
    """An edition as a whole, as edition.toml describes it."""
    editors = tuple(name_in(name, language(None)) for name in facts.editors)
    whole = Whole(facts.title, editors, facts.publisher, facts.place)
    return Work("edition", "edition", facts.title, whole=whole, address=facts.site)
