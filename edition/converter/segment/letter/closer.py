"""The closer of a letter as a block: leave, name, place and date, address (Guidelines 4.2.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.converter.languages import Language
from edition.converter.segment.endings import folded, is_date_alone, is_initials, is_signature
from edition.converter.segment.letter.parts import (
    closes,
    is_address,
    is_name,
    signs_with_devotion,
    takes_leave,
)
from edition.converter.segment.letter.run_in import with_name
from edition.converter.segment.letter.signing import (
    is_bare_formula,
    is_name_with_office,
    is_place_and_date,
    signs_after_comma,
    signs_below,
    signs_by_name,
)
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, Span, spanning


def closer_block(lines: Sequence[Line], stanzas: Sequence[Stanza], language: Language) -> Block:
    """The closer: the leave as `salute`, the name on a line of its own as `signed`, date and address.

    `stanzas` are those under the closer's first, among which an address may be.
    """
    addresses = _addresses(lines, stanzas, language)
    span = Span(lines[0].span.start, lines[-1].span.end)
    if len(lines) == 1:
        line = lines[0]
        if _closing_part(lines, 0, language)[0] == "dateline":
            return Block("closer", span, (Block("dateline", span, rule="dateline"),), rule="end of a letter")
        signed = is_initials(line) or (is_signature(line, language) and not closes(lines, language))
        signed = signed or (signs_with_devotion(line, language) and signs_by_name(line, language))
        foot = None if signed else with_name(lines, language)
        if foot is None:
            inner = (Block("signed", span, rule="signature"),) if signed else ()
            return Block("closer", span, inner, rule="end of a letter")
        lines = foot
    children = _children(lines, stanzas, addresses, language)
    if len(children) == 1 and children[0].kind == "salute":
        return Block("closer", span, rule="end of a letter")
    return Block("closer", span, tuple(children), rule="end of a letter")


def _children(
    lines: Sequence[Line], stanzas: Sequence[Stanza], addresses: Mapping[Span, Span], language: Language
) -> list[Block]:
    """The parts of a closer; lines of one kind that stand together are one part."""
    placed, signing = _by_those_above(lines, stanzas, language)
    children: list[Block] = []
    address: list[Block] = []
    for index, line in enumerate(lines):
        if line.span in addresses:
            address.append(Block("address-line", line.span, rule="address under a letter"))
            if addresses[line.span].end == line.span.end:
                children.append(spanning("address", tuple(address), rule="address under a letter"))
                address.clear()
            continue
        kind, rule = _closing_part(lines, index, language)
        if line.span in placed:
            kind, rule = "dateline", "dateline"
        elif line.span in signing:
            kind, rule = "signed", "signature"
        above = children[-1] if children else None
        if above is not None and above.kind == "signed" and line.blanks == 0 and kind == "salute":
            kind, rule = "signed", "signature"  # what the writer is, under the name
        if above is not None and above.kind == kind and (kind == "salute" or line.blanks == 0):
            children[-1] = Block(kind, Span(above.span.start, line.span.end), rule=rule)
        else:
            children.append(Block(kind, line.span, rule=rule))
    return children


def _by_those_above(
    lines: Sequence[Line], stanzas: Sequence[Stanza], language: Language
) -> tuple[set[Span], set[Span]]:
    """The lines that say where and when, and those that sign, by what stands over them."""
    below = _lines_of(stanzas)
    over = [Stanza((line,)) for line in lines if line.span not in below][-1:]
    rows = [*over, *stanzas]
    placed = {
        line.span
        for above, stanza in pairwise(rows)
        if is_place_and_date(stanza, above, language)
        for line in stanza.lines
    }
    signing = {
        line.span
        for above, stanza in pairwise(rows)
        if signs_below(above, stanza, language)
        for line in stanza.lines
        if not is_date_alone(line, language) and not closes(stanza.lines, language)
    }
    return placed, signing


def _addresses(lines: Sequence[Line], stanzas: Sequence[Stanza], language: Language) -> dict[Span, Span]:
    """For each line of an address in the closer the whole of it; the first name with an office signs."""
    found: dict[Span, Span] = {}
    below = _lines_of(stanzas)
    over = [line for line in lines if line.span not in below]
    signed = any(is_signature(line, language) and not closes((line,), language) for line in over)
    for stanza in stanzas:
        if is_name(stanza, language) or (not signed and is_name_with_office(stanza, language)):
            signed = True
        elif is_address(stanza, language):
            found.update((line.span, stanza.span) for line in stanza.lines)
    return found


def _lines_of(stanzas: Sequence[Stanza]) -> set[Span]:
    return {line.span for stanza in stanzas for line in stanza.lines}


def _closing_part(lines: Sequence[Line], index: int, language: Language) -> tuple[str, str]:
    """What a line of the closer is, and by which rule."""
    line = lines[index]
    leaves = closes((line,), language) or takes_leave((line,), language)
    if is_date_alone(line, language) and (index or not leaves):
        return "dateline", "dateline"
    named = is_initials(line) or (
        is_signature(line, language)
        and (index == len(lines) - 1 or not set(folded(line.text)) & language.letters.closings)
        and not (index + 1 < len(lines) and lines[index + 1].text[0].islower())
    )
    apart = index == 0 and line.text[-1] != "," and len(lines) > 1 and lines[1].blanks > 0
    apart_alone = index == 0 and (len(lines) == 1 or lines[1].blanks > 0)
    if apart_alone and signs_with_devotion(line, language) and signs_by_name(line, language):
        return "signed", "signature"
    if index and line.blanks == 0 and is_bare_formula(lines[0], language):
        return "signed", "signature"
    if named and (index or (apart and not leaves)):
        return "signed", "signature"
    if index and (signs_with_devotion(line, language) or signs_after_comma(lines, index, language)):
        return "signed", "signature"
    return "salute", "closing formula"
