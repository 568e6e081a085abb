"""The dates of a text where they stand, with the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.chronology import compact, earliest
from edition.site.context import Contexts
from edition.tei import local_name, tei

_ELEMENTS = (tei("date"), tei("time"))


@dataclass(frozen=True, slots=True)
class DatedPlace:
    """A date in a text: its words with those before and after, its value in the form of edition.chronology.

    `when` is the earliest moment that it can mean, empty for none; `address` that of its passage.
    """

    stem: str
    address: str
    words: str
    before: str
    after: str
    value: str
    when: str
    element: str
    certainty: str = ""

    @property
    def year(self) -> str:
        """The year with its sign; empty where the date has none."""
        figures = self.when.removeprefix("-").partition("-")[0]
        if self.when.startswith("--") or len(figures) < 4 or not figures.isdecimal():
            return ""
        return f"-{figures}" if self.when.startswith("-") else figures


def dated_places(text: etree._Element, stem: str, contexts: Contexts) -> Iterator[DatedPlace]:
    """The dates in a text, in their order."""
    for element in text.iter(*_ELEMENTS):
        passage = contexts.passage(element)
        attributes = {str(name): " ".join(str(value).split()) for name, value in element.attrib.items()}
        certainty = attributes.get("cert", "")
        yield DatedPlace(
            stem=stem,
            address=passage.address,
            words=passage.words,
            before=passage.before,
            after=passage.after,
            value=compact(attributes, certainty),
            when=earliest(attributes),
            element=local_name(element),
            certainty=certainty,
        )
