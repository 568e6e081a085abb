"""The values that flow through the program: source text, positions, blocks, annotations."""

from edition.model.annotation import Annotation, Certainty
from edition.model.block import Block, spanning
from edition.model.document import Document
from edition.model.metadata import Metadata, Person, Quotation, Turn, Work
from edition.model.source import Position, Source, Span

__all__ = [
    "Annotation",
    "Block",
    "Certainty",
    "Document",
    "Metadata",
    "Person",
    "Position",
    "Quotation",
    "Source",
    "Span",
    "Turn",
    "Work",
    "spanning",
]
