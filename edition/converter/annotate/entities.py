"""Names that a statistical model finds where no rule has found any: marked as its own, tied to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.model import Annotation, Block, Certainty, Source, Span
from edition.ner import NameModel

# The labels of spaCy's pipelines: those trained on OntoNotes, and those of other languages.
_ELEMENTS = {
    "PERSON": "persName",
    "PER": "persName",
    "persName": "persName",
    "GPE": "placeName",
    "LOC": "placeName",
    "placeName": "placeName",
    "geogName": "placeName",
    "ORG": "orgName",
    "orgName": "orgName",
}
RESPONSIBLE_MODEL = "#ner"
_NEAR = 50  # annotations that may begin before the end of a name


def entities(
    blocks: Sequence[Block], source: Source, model: NameModel, taken: Sequence[Annotation]
) -> Iterator[Annotation]:
    """The names that `model` finds in `blocks` where nothing of `taken`, in the order of the text, stands."""
    place = 0
    names = model.find(source.slice(block.span) for block in blocks)
    for block, found in zip(blocks, names, strict=True):
        for begin, stop, label in found:
            start, end = block.span.start + begin, block.span.start + stop
            element = _ELEMENTS.get(label)
            words = source.text[start:end]
            if element is None or not words or words != words.strip():
                continue
            while place < len(taken) and taken[place].span.end <= start:
                place += 1
            if all(a.span.start >= end or a.span.end <= start for a in taken[place : place + _NEAR]):
                attributes = (("resp", RESPONSIBLE_MODEL),)
                yield Annotation(element, Span(start, end), attributes, "entity", Certainty.LOW)
