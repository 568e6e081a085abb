"""Ties a quotation to the persons who said or wrote it, by the attribution under it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from edition.converter.forms.labels import parse_label
from edition.converter.languages import Language
from edition.model import Annotation, Block, Quotation, Source


def tie_quotations(
    blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source, language: Language
) -> tuple[Quotation, ...]:
    """One record for each quotation block: who, and whether it was spoken.

    `annotations` are in the order of the text.
    """
    starts = [annotation.span.start for annotation in annotations]
    tied = []
    for block in (inner for outer in blocks for inner in outer.walk()):
        if block.kind == "quotation":
            quote, attribution = block.children
            first, last = (bisect_left(starts, offset) for offset in attribution.span)
            inside = annotations[first:last]
            authors = [a.span for a in inside if a.element == "author"]
            who = dict.fromkeys(
                reference[1:]
                for a in inside
                if a.element == "persName"
                and any(a.span.within(author) for author in authors)
                and (reference := a.get("ref")) is not None
            )
            spoken = _spoken(attribution, inside, source, language)
            tied.append(Quotation(quote.span, tuple(who), spoken, block.rule, block.certainty))
    return tuple(tied)


def _spoken(attribution: Block, inside: Sequence[Annotation], source: Source, language: Language) -> bool:
    """Whether the source is a speech: its title says so ("Speech on …"), or a label ("Delivered:")."""
    for annotation in inside:
        if annotation.element == "title":
            words = re.findall(r"[^\W\d_]+", source.slice(annotation.span))
            return any(word.capitalize() in language.article.spoken for word in words[:3])
    if not attribution.children:
        # Without a title, the words between author and date may say it: "speech in Canton, 16 June 1918".
        words = re.findall(r"[^\W\d_]+", source.slice(attribution.span))
        return any(word.capitalize() in language.article.spoken for word in words)
    for line in attribution.children:
        label = parse_label(source.slice(line.span), language)
        if label is not None and label.role == "spoken":
            return True
    return False
