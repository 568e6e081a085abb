"""The values that flow through the program: source text, positions, blocks, annotations."""

from edition.model.annotation import Annotation, Certainty
from edition.model.block import Block, spanning
from edition.model.cited import Cited, Named
from edition.model.document import Document
from edition.model.entry import Entry
from edition.model.metadata import Correspondent, Letter, Metadata, Person, Quotation, Turn, Work
from edition.model.register import Register
from edition.model.source import Position, Source, Span

__all__ = [
    "Annotation",
    "Block",
    "Certainty",
    "Cited",
    "Correspondent",
    "Document",
    "Entry",
    "Letter",
    "Metadata",
    "Named",
    "Person",
    "Position",
    "Quotation",
    "Register",
    "Source",
    "Span",
    "Turn",
    "Work",
    "spanning",
]
