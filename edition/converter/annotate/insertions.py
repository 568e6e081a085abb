"""Omissions and insertions in what is quoted (Guidelines 3.5.2, 3.5.3, 12.3.1.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.converter.forms.insertions import find_insertions
from edition.converter.languages import Language
from edition.converter.languages import language as language_of
from edition.model import Annotation, Block, Certainty, Source, Span

EDITOR = "#source-editor"
RULES = {
    "ellipsis": "mark of omission",
    "supplied": "words put in by an editor",
    "sic": "word before [sic]",
    "note": "remark of an editor",
}
_RUNNING = frozenset({"paragraph", "speech", "note", "item", "verse-line", "quote"})
_QUOTING = frozenset({"quote", "quotation", "quotation-division", "epigraph", "letter"})
_RECORDS = frozenset({"drama", "debate", "interview"})  # here brackets are directions


def insertions(blocks: Sequence[Block], source: Source, language: Language, genre: str) -> list[Annotation]:
    """The omissions and insertions in the running text of `blocks`."""
    if genre in _RECORDS:
        return []
    found: list[Annotation] = []
    for leaf, quoted in _leaves(blocks, quoted=genre in ("letter", "speech")):
        own = leaf.get("xml:lang") if leaf.attributes else None
        tongue = language if own is None else language_of(own)
        for part in find_insertions(source.slice(leaf.span), tongue, quoted=quoted):
            span = Span(leaf.span.start + part.start, leaf.span.start + part.end)
            resp = (("resp", EDITOR),) if part.element in ("supplied", "note") else ()
            sure = Certainty.MEDIUM if part.element == "sic" else None
            found.append(Annotation(part.element, span, (*part.attributes, *resp), RULES[part.element], sure))
    return found


def _leaves(blocks: Sequence[Block], *, quoted: bool) -> Iterator[tuple[Block, bool]]:
    """The leaves of running text, each with whether it is quoted as a whole."""
    for block in blocks:
        if block.children:
            inside = quoted or block.kind in _QUOTING or block.get("type") == "letter"
            yield from _leaves(block.children, quoted=inside)
        elif block.kind in _RUNNING:
            yield block, quoted or block.kind == "quote"
