"""Dates in running text."""

from __future__ import annotations

from edition.converter.forms.dates import find_dates
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Source, Span


def dates(block: Block, source: Source, language: Language) -> list[Annotation]:
    """Every date in the block, with its normalised value."""
    start = block.span.start
    return [
        Annotation(
            "date",
            Span(start + date.start, start + date.end),
            date.attributes,
            f"date: {date.form}",
            Certainty.LOW if "undecided" in date.form else None,
        )
        for date in find_dates(source.slice(block.span), language)
    ]
