"""The sources that a text cites, each with the places that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.bibliography import Entry, citations_in
from edition.site.context import Contexts, Passage
from edition.tei import TeiDocument


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of the text `stem`, and where that cites it, in its order."""

    stem: str
    entry: Entry
    passages: tuple[Passage, ...] = ()


def cited(document: TeiDocument, contexts: Contexts | None) -> Iterator[Cited]:
    """What a document cites; `contexts` are those of its text, None where it has none."""
    for entry, elements in citations_in(document):
        own = [one for one in elements if contexts is not None and contexts.holds(one)]
        passages = tuple(contexts.passage(one) for one in own) if contexts is not None else ()
        yield Cited(document.stem, entry, passages)
