"""A converted text before it is written: source, blocks, annotations, header facts."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.annotation import Annotation
from edition.model.block import Block
from edition.model.metadata import Metadata
from edition.model.source import Source


@dataclass(frozen=True)
class Document:
    """Everything `write` needs. Blocks and annotations are in the order of the text.

    Annotations nest or stand apart; no two cross.
    """

    source: Source
    genre: str
    blocks: tuple[Block, ...]
    annotations: tuple[Annotation, ...]
    metadata: Metadata
