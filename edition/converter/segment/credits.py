"""Quoted words with a line after a dash under them that says whose they are, in a text of any genre.

A stanza or a paragraph ends with such a line, or it stands by itself under one: together they are a quotation
with its source (Guidelines 3.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edition.converter.forms.credits import LEAD, MARK, read_credit
from edition.converter.forms.letters import QUOTE_PAIRS
from edition.converter.languages import Language
from edition.model import Block, Certainty, Source, Span, spanning

RULE = "credit under quoted words"
_TEXT = frozenset({"paragraph", "verse", "quote"})
_OUTER = frozenset({"division", "front", "back"})
_SILENT_GENRES = frozenset({"drama", "debate", "interview"})
_ARTICLE = "article"
_LAST_LINE = re.compile(r"(?:\A|\n)[ \t]*([^\n]+)\s*\Z")
_DEEPER = 4  # columns by which a credit stands further right than verse
_FEW = 2  # such lines in a text that show that it has them
_SHARE = 0.25  # of the blocks, or else each must show by itself that it is one
_SHARE_OF_ARTICLE = (
    0.5  # newspapers are read for quotations by themselves: what is little else is no piece of one
)


def with_credits(
    blocks: Sequence[Block], source: Source, language: Language, genre: str
) -> tuple[Block, ...]:
    """The blocks, each passage with a credit under it as a quotation. Plays and records print dashes for
    other ends.
    """
    if genre in _SILENT_GENRES or not MARK.search(source.text):
        return tuple(blocks)
    share = _SHARE_OF_ARTICLE if genre == _ARTICLE else _SHARE
    return tuple(_Reader(source, language, share).among(blocks))


class _Reader:
    def __init__(self, source: Source, language: Language, share: float) -> None:
        self._share = share
        self._text = source.text
        self._language = language

    def among(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks in order, a passage and its credit as one."""
        blocks = [part for block in blocks for part in self._parted(block)]
        dashed = [block.kind in _TEXT and self._begins(block) for block in blocks]
        found = [
            None if self._talks(place, dashed, block) else self._credit(block)
            for place, block in enumerate(blocks)
        ]
        texts = sum(block.kind in _TEXT for block in blocks)
        several = sum(span is not None for span in found)
        usual = several >= _FEW and several >= self._share * texts
        result: list[Block] = []
        for block, span in zip(blocks, found, strict=True):
            if block.kind in _OUTER and block.children:
                result.append(replace(block, children=tuple(self.among(block.children))))
            elif block.kind == "epigraph":
                result.append(_motto(block))
            elif span is None or not (usual or (self._share == _SHARE and self._shows(span, block))):
                result.append(block)
            elif span.start > block.span.start:
                words = _without(block, span, self._text)
                result.append(_quotation(words, span) if words is not None else block)
            elif result and result[-1].kind in _TEXT and not self._credit(result[-1]):
                result.append(_quotation(result.pop(), span))
            else:
                result.append(block)
        return result

    def _stands_right(self, span: Span, block: Block) -> bool:
        """Whether a credit stands further right than every line of the verse over it begins."""
        begins = [self._column(child.span.start) for child in block.children if child.span.start < span.start]
        return bool(begins) and self._column(span.start) >= max(begins) + _DEEPER

    def _column(self, offset: int) -> int:
        return offset - self._text.rfind("\n", 0, offset) - 1

    def _parted(self, block: Block) -> list[Block]:
        """A quotation whose paragraphs are quotations themselves, each in marks with its credit, as these."""
        if block.kind != "quotation" and any(child.kind == "quotation" for child in block.children):
            return [
                replace(block, children=tuple(p for child in block.children for p in self._parted(child)))
            ]
        if block.kind != "quotation" or len(block.children[0].children) < _FEW:
            return [block]
        quote, source = block.children
        parts: list[Block] = []
        waiting: list[Block] = []
        for child in quote.children:
            span = self._credit(child)
            words = _without(child, span, self._text) if span is not None else None
            if span is None or words is None or not self._is_in_marks(words):
                waiting.append(child)
                continue
            kept = spanning("quote", (*waiting, words), rule=RULE) if waiting else words
            parts.append(_quotation(kept, span))
            waiting = []
        if not parts or not waiting:
            return [block]
        rest = replace(quote, span=Span(waiting[0].span.start, quote.span.end), children=tuple(waiting))
        last = replace(block, span=Span(rest.span.start, block.span.end), children=(rest, source))
        return [*parts, last]

    def _is_in_marks(self, words: Block) -> bool:
        said = self._text[words.span.start : words.span.end].strip()
        return len(said) > 1 and said[-1] in QUOTE_PAIRS.get(said[0], "")

    def _begins(self, block: Block) -> bool:
        start = block.span.start
        return LEAD.match(self._text[start : start + 4]) is not None

    def _talks(self, place: int, dashed: Sequence[bool], block: Block) -> bool:
        """Whether a block is one of those in which people speak after dashes."""
        near = (*dashed[max(0, place - 1) : place], *dashed[place + 1 : place + 2])
        return dashed[place] and (any(near) or (block.kind == "paragraph" and place == 0))

    def _credit(self, block: Block) -> Span | None:
        """The last line of a passage, or all of a paragraph, if it is a credit."""
        if block.kind not in _TEXT:
            return None
        start, end = block.span
        match = _LAST_LINE.search(self._text[start:end])
        if match is None:
            return None
        line = match[1]
        if LEAD.match(line) is None or read_credit(line, self._language) is None:
            return None
        first = start + match.start(1)
        above = self._text[start:first]
        others = above.splitlines()
        if 2 * sum(LEAD.match(other) is not None for other in others) > len(others):
            return None  # dashes before most lines: a list, or people who speak in turn
        return Span(first, first + len(line.rstrip()))

    def _shows(self, span: Span, block: Block) -> bool:
        """Whether a credit shows by more than a word that it is one: a name and a work, or a whole name."""
        credit = read_credit(self._text[span.start : span.end], self._language)
        if credit is not None and credit.parts and block.kind == "verse" and self._stands_right(span, block):
            return True
        if credit is None or credit.certainty is Certainty.LOW:
            return False
        elements = {part.element for part in credit.parts}
        return len(elements) > 1 or (block.kind == "verse" and bool(elements))


def _without(block: Block, span: Span, text: str) -> Block | None:
    """A passage without the line of its credit; None where nothing is left, or a line would be cut."""
    end = block.span.start + len(text[block.span.start : span.start].rstrip())
    if not block.children:
        return replace(block, span=Span(block.span.start, end))
    kept = [child for child in block.children if child.span.end <= span.start]
    last = block.children[len(kept) :]
    if not kept or len(last) > 1:
        return None
    if last and last[0].span.start < span.start:
        inner = _without(last[0], span, text)
        if inner is None:
            return None
        kept.append(inner)
    return replace(block, span=Span(block.span.start, kept[-1].span.end), children=tuple(kept))


def _quotation(words: Block, span: Span) -> Block:
    """Words and their credit as one; what is a quotation already stays as it is."""
    quote = replace(words, rule=RULE) if words.kind == "quote" else spanning("quote", (words,), rule=RULE)
    return spanning("quotation", (quote, Block("attribution", span, rule=RULE)), rule=RULE)


def _motto(block: Block) -> Block:
    """A motto and its source as a quotation, inside the epigraph."""
    if len(block.children) != 2 or block.children[1].kind != "attribution":
        return block
    words, source = block.children
    inner = _quotation(words, source.span)
    tied = replace(inner, children=(inner.children[0], source), rule=block.rule)
    return replace(block, children=(tied,))
