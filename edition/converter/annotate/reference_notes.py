"""Notes that are references and nothing else: "12. Hale, The Mill at Orrin (Leeds: Fenn, 1911), p. 4"."""

from __future__ import annotations

from edition.converter.forms.references import references_of_note
from edition.converter.languages import Language
from edition.model import Annotation, Block, Source, Span

RULE = "note that is a reference"


def reference_notes(block: Block, source: Source, language: Language) -> list[Annotation]:
    """A `bibl` with its parts for each reference that a note is made of; nothing where a note says more."""
    if block.kind != "note":
        return []
    found: list[Annotation] = []
    for one in references_of_note(source.slice(block.span), language):
        offset = block.span.start + one.start
        found.append(Annotation("bibl", Span(offset, block.span.start + one.end), (), RULE))
        found += [
            Annotation(
                p.element, Span(offset + p.start, offset + p.end), p.attributes, f"reference: {p.element}"
            )
            for p in one.reference.parts
        ]
    return found
