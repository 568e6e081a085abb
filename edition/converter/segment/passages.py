"""Passages in another language than the text: paragraphs, speeches and stanzas that say so by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import is_not

from edition.converter.languages import Language, known_languages, passage_language
from edition.model import Block, Certainty, Source

_RUNNING = frozenset({"paragraph", "speech", "verse", "note", "item"})
_SHORTEST = 23  # characters: twelve words of one letter
_LONGEST = 4_000  # characters: a longer passage is judged by its beginning


def mark_passages(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks, those in another language with `xml:lang` (Guidelines 6.1)."""
    if language.folder not in known_languages():
        return tuple(blocks)
    return tuple(_marked(block, source, language.folder) for block in blocks)


def _marked(block: Block, source: Source, surrounding: str) -> Block:
    if block.span.end - block.span.start < _SHORTEST:
        return block
    if block.kind in _RUNNING:
        text = source.text[block.span.start : min(block.span.end, block.span.start + _LONGEST)]
        code = passage_language(text, surrounding)
        if code is None:
            return block
        tongue = (("xml:lang", code), ("resp", "#edition"), ("cert", str(Certainty.MEDIUM)))
        return replace(block, attributes=(*block.attributes, *tongue))
    if not block.children:
        return block
    children = tuple([_marked(child, source, surrounding) for child in block.children])
    changed = any(map(is_not, children, block.children))
    return replace(block, children=children) if changed else block
