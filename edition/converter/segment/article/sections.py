"""The blocks of a piece in sections: what a subhead or a dateline opens, and the letters between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.converter.languages import Language
from edition.converter.segment.article.closing import AGENCY
from edition.converter.segment.article.cursor import HEADING_KINDS
from edition.converter.segment.article.heading import SENT
from edition.converter.segment.article.quotation import introduced, quotations
from edition.converter.segment.article.subheads import RULE
from edition.model import Block, Source, spanning

_FOOT = frozenset({"closer", "trailer", "postscript"})
_BETWEEN = frozenset({"note", "continuation"})


def in_sections(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks of a piece, nested as TEI wants them: heads, then text, then divisions, then the foot."""
    foot = _foot(blocks)
    heads = _heads(blocks[:foot])
    groups = _groups(blocks[heads:foot])
    if not groups or (len(groups) == 1 and groups[0][0].kind != "division" and not _opens(groups[0][0])):
        found = introduced(quotations(blocks[:foot], source, language), source)
        return (*found, *blocks[foot:])
    result: list[Block] = [*blocks[:heads]]
    divided = False
    for group in groups:
        inner = quotations(group, source, language)
        opened = _opens(group[0])
        if group[0].kind == "division":
            result.extend(inner)
        elif divided and all(block.kind == "section-break" for block in group):
            # No block may stand between divisions: what is printed there is the page's.
            result.extend(replace(block, kind="ornament") for block in group)
        elif divided or opened or (group[-1].rule == AGENCY and group is not groups[-1]):
            attributes = (("type", "section"),)
            rule = group[0].rule if opened else "text after a division"
            result.append(spanning("division", tuple(inner), rule=rule, attributes=attributes))
        else:
            result.extend(inner)
        divided = divided or opened or result[-1].kind == "division"
    return (*result, *blocks[foot:])


def _foot(blocks: Sequence[Block]) -> int:
    """Where the foot of the piece begins: closers and trailers, with notes between them."""
    foot = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind in _FOOT and blocks[index].rule != AGENCY:
            foot = index
        elif blocks[index].kind not in _BETWEEN:
            break
    return foot


def _heads(blocks: Sequence[Block]) -> int:
    """How many blocks stand over the text. Where several sections have a dateline, the first is no head."""
    count = 0
    while count < len(blocks) and blocks[count].kind in HEADING_KINDS and blocks[count].rule != RULE:
        count += 1
    several = sum(block.kind == "dateline" for block in blocks) > 1
    last = blocks[count - 1] if count else None
    return count - 1 if several and last is not None and last.kind == "dateline" else count


def _opens(block: Block) -> bool:
    """Whether a block opens a section."""
    return block.kind == "dateline" or (block.kind in ("head", "byline") and block.rule in (RULE, SENT))


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks up to each subhead, dateline or division, and those from it on."""
    groups: list[list[Block]] = []
    for block in blocks:
        after_head = groups and all(above.kind in ("head", "byline") for above in groups[-1])
        alone = block.kind == "division" or (groups and groups[-1][-1].kind == "division")
        opens = _opens(block) and not (after_head and groups[-1][-1].kind != block.kind)
        opens = opens or bool(groups and groups[-1][-1].rule == AGENCY)
        if not groups or opens or (alone and block.kind not in _BETWEEN):
            groups.append([])
        groups[-1].append(block)
    return groups
