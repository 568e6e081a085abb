"""A page of a paper, piece by piece: headings, text in sections, quotations, letters, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.converter.segment.article.body import (
    attribution,
    continuation,
    listing,
    note,
    paragraph,
    quotation,
    section_break,
    table,
    verse,
)
from edition.converter.segment.article.bylines import byline
from edition.converter.segment.article.closing import agency, closer, trailer
from edition.converter.segment.article.continued import without_jumps
from edition.converter.segment.article.cursor import Cursor, Rule, apply
from edition.converter.segment.article.heading import dateline, despatch, head, rubric
from edition.converter.segment.article.letters import letter, reply
from edition.converter.segment.article.masthead import masthead
from edition.converter.segment.article.page import Part, page_parts
from edition.converter.segment.article.sections import in_sections
from edition.converter.segment.article.sources import source_lines
from edition.converter.segment.article.subheads import subhead
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.flow import margin_of
from edition.converter.segment.text import Reading, Text
from edition.converter.segment.turns.measure import width_of
from edition.model import Block, spanning

# The first rule that matches wins; the last always does.
RULES: tuple[Rule, ...] = (
    note, continuation, section_break, letter, reply, byline, rubric, dateline, despatch, head, source_lines,
    agency, attribution, trailer, closer, listing, table, verse, subhead, quotation, paragraph,
)  # fmt: skip


def read(text: Text) -> Reading:
    """The blocks of a page: the masthead, and each piece with its heads, paragraphs and quotations."""
    above, rest = under_masthead(text)
    stanzas, marks = without_jumps(rest.stanzas, text.language)
    parts = page_parts(stanzas, text.language)
    margin, width = margin_of(stanzas), width_of(stanzas)
    pieces: list[tuple[Part, tuple[Block, ...]]] = []
    for part in parts:
        inside = Text(text.source, text.language, stanzas[part.first : part.last], text.conventions)
        cursor = Cursor(text.source, text.language, inside.stanzas, margin=margin, width=width)
        cursor.column = part.type == "letters"
        cursor.headed = bool(above)
        rules = (paragraph,) if part.type == "imprint" else RULES
        blocks = apply(inside, rules, cursor=cursor)
        blocks = _with_its_head(blocks) if part.type == "letters" else blocks
        pieces.append((part, in_sections(blocks, text.source, text.language)))
    return Reading((*above, *_page(pieces)), tuple(marks))


def under_masthead(text: Text) -> tuple[tuple[Block, ...], Text]:
    """The masthead of a text, if it has one, and what stands under it."""
    above = apply(text, (masthead,), stop=True)
    if not above:
        return (), text
    rest = _after(text.stanzas, above[-1].span.end)
    return tuple(above), Text(text.source, text.language, rest, text.conventions)


def _with_its_head(blocks: list[Block]) -> list[Block]:
    """A column of one letter: what heads the letter heads the piece, with the reply to it."""
    letters = [i for i, block in enumerate(blocks) if block.rule == "letter on a page"]
    if letters != [1] or blocks[0].kind != "rubric" or blocks[1].children[0].kind != "head":
        return blocks
    head, *rest = blocks[1].children
    letter = spanning("division", tuple(rest), rule=blocks[1].rule, attributes=blocks[1].attributes)
    return [blocks[0], head, letter, *blocks[2:]]


def _page(pieces: Sequence[tuple[Part, tuple[Block, ...]]]) -> list[Block]:
    """The pieces as divisions, where there are several; the imprint in the back matter."""
    result: list[Block] = []
    several = sum(part.type != "imprint" for part, _ in pieces) > 1
    for part, blocks in pieces:
        if not blocks:
            continue
        if part.type == "imprint":
            inner = spanning("division", blocks, rule="imprint", attributes=(("type", "imprint"),))
            result.append(spanning("back", (inner,), rule="imprint"))
        elif several:
            result.append(_division(part, blocks))
        else:
            result.extend(blocks)
    return result


def _division(part: Part, blocks: tuple[Block, ...]) -> Block:
    """A piece as a division; what the division is need not be said again of its head."""
    if part.type != "article":
        first = replace(blocks[0], kind="head") if blocks[0].kind == "rubric" else blocks[0]
        blocks = (first, *blocks[1:])
    return spanning("division", blocks, rule="piece on a page", attributes=(("type", part.type),))


def _after(stanzas: Sequence[Stanza], taken: int) -> tuple[Stanza, ...]:
    """The stanzas after the offset `taken`, without the lines before it."""
    result: list[Stanza] = []
    for stanza in stanzas:
        if stanza.span.start >= taken:
            result.append(stanza)
        elif stanza.span.end > taken:
            result.append(Stanza(tuple(line for line in stanza.lines if line.span.start >= taken)))
    return tuple(result)
