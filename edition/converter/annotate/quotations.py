"""Ties a quotation to those who said or wrote it: by the attribution under it, else by what introduces it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from edition.converter.annotate.introduced import Introduced
from edition.converter.forms.labels import parse_label
from edition.converter.languages import Language
from edition.model import Annotation, Block, Quotation, Source

_SPOKEN = {"said": True, "wrote": False}


def tie_quotations(
    blocks: Sequence[Block],
    annotations: Sequence[Annotation],
    source: Source,
    language: Language,
    rows: Sequence[Introduced] = (),
) -> tuple[Quotation, ...]:
    """One record for each quotation block: who, and whether it was spoken.

    `annotations` are in the order of the text; `rows` are what introduces quotations.
    """
    marked = {a.get("xml:id") for a in annotations if a.element == "bibl" and a.attributes}
    by_introduction = {(row.quotation.span.start, row.quotation.kind): row for row in rows}
    tied = []
    for block in (inner for outer in blocks for inner in outer.walk()):
        row = by_introduction.get((block.span.start, block.kind))
        if block.kind == "quotation":
            quote, attribution = block.children
            first, last = (bisect_left(annotations, offset, key=_start) for offset in attribution.span)
            inside = annotations[first:last]
            who = _authors(inside)
            spoken: bool | None = _spoken(attribution, inside, source, language)
            if not who and row is not None:
                who = _speaker(row, annotations)
            tied.append(Quotation(quote.span, who, spoken, block.rule, block.certainty))
        elif block.kind == "quote" and row is not None:
            one = _introduced(block, row, annotations, source, language)
            tied.append(one if one.cited in marked else replace(one, cited=""))
    return tuple(tied)


def _introduced(
    block: Block, row: Introduced, annotations: Sequence[Annotation], source: Source, language: Language
) -> Quotation:
    """A quotation without attribution, tied to what its introduction names."""
    who = _speaker(row, annotations)
    spoken = _SPOKEN.get(row.kind)
    if row.title is not None and row.kind != "said":
        words = re.findall(r"[^\W\d_]+", source.slice(row.title))
        spoken = any(word.capitalize() in language.article.spoken for word in words[:3])
    return Quotation(block.span, who, spoken, block.rule, block.certainty, row.cited)


def _speaker(row: Introduced, annotations: Sequence[Annotation]) -> tuple[str, ...]:
    """The person on record whom the introduction names as the speaker."""
    speaker = row.speaker
    if speaker is None:
        return ()
    first, last = (bisect_left(annotations, offset, key=_start) for offset in speaker)
    return _references(a for a in annotations[first:last] if a.span.within(speaker))


def _start(annotation: Annotation) -> int:
    return annotation.span.start


def _authors(inside: Sequence[Annotation]) -> tuple[str, ...]:
    authors = [a.span for a in inside if a.element == "author"]
    return _references(a for a in inside if any(a.span.within(author) for author in authors))


def _references(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """The records to which names point, each once."""
    return tuple(
        dict.fromkeys(
            reference[1:]
            for a in annotations
            if a.element == "persName" and (reference := a.get("ref")) is not None
        )
    )


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
