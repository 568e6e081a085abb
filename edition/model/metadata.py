"""What is known about a text as a whole: persons, works, and the facts of the header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edition.model.annotation import Certainty
from edition.model.cited import Cited
from edition.model.entry import Entry
from edition.model.source import Span

PersonKind = Literal["person", "group"]


@dataclass(frozen=True, slots=True)
class Person:
    """One record for one person: `forms` are the spellings found, the fullest first.

    `kind` tells persons from groups that speak as one ("All", "Voices"). `description` is what a cast list
    says of someone; `identifiers` are pairs of authority ("GND") and identifier. `surname` is there where a
    list says which part of the name it is ("Mao" of "Mao Zedong").
    """

    id: str
    forms: tuple[str, ...]
    speaks: bool = False
    evidence: str = ""
    kind: PersonKind = "person"
    description: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    surname: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A periodical as its masthead names it; `scopes` are
    triples of unit, number and the words in the text ("issue", "1144", "No. 1144").
    """

    title: str = ""
    scopes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation tied to the persons who said or wrote it (`who`: record ids).

    `spoken` tells words of a speech from words of a text; None where they may be either. `cited` is the id of
    a reference elsewhere in the text that they were taken from.
    """

    span: Span
    who: tuple[str, ...]
    spoken: bool | None
    rule: str
    certainty: Certainty | None = None
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a play, a debate or an interview, tied to who speaks.

    `who` holds record ids and is empty where the speaker is unknown.
    """

    span: Span
    who: tuple[str, ...]
    rule: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Who writes or is written to: the name as the letter has it, and the person's id, if one is tied."""

    name: str = ""
    id: str = ""

    def __bool__(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one letter says of its sending: the place and the date of its dateline, the date as written and in
    TEI.
    """

    sender: Correspondent
    addressee: Correspondent
    place: str = ""
    date_words: str = ""
    date_attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """The header's facts. What neither text nor settings say stays empty and is left out.

    `model` is the statistical model that found names, if there was one.
    `passages` are the languages of passages in another language than the text.

    `date` is the ISO day that was given from outside; `date_words` and `date_attributes` are the date that
    the text itself bears (in its masthead or dateline), as written and in TEI. Where both are known the one
    that was given counts, and `overruled_date` has the words of the other.
    """

    title: str
    title_certainty: Certainty | None = None
    subtitles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None
    language_certainty: Certainty | None = None
    passages: tuple[str, ...] = ()
    date: str | None = None
    date_words: str = ""
    date_attributes: tuple[tuple[str, str], ...] = ()
    overruled_date: str = ""
    periodical: Work | None = None
    persons: tuple[Person, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    turns: tuple[Turn, ...] = ()
    letters: tuple[Letter, ...] = ()
    entries: tuple[Entry, ...] = ()
    model: str = ""
    cited: tuple[Cited, ...] = ()
