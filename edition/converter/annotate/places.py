"""Places that come cheaply: those of datelines, before the date."""

from __future__ import annotations

from edition.converter.forms.datelines import place_in_dateline
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Source, Span


def places(block: Block, source: Source, language: Language) -> list[Annotation]:
    """The place in a dateline ("Dorne, 12 May 1849"); nothing anywhere else."""
    if block.kind != "dateline":
        return []
    found = place_in_dateline(source.slice(block.span), language)
    if found is None:
        return []
    start, end = (block.span.start + offset for offset in found)
    return [Annotation("placeName", Span(start, end), (), "place of a dateline", Certainty.HIGH)]
