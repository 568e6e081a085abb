"""All citations of a text, none in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from edition.converter.forms.citations.bracketed import bracketed
from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.classical import classical
from edition.converter.forms.citations.holdings import holdings
from edition.converter.forms.citations.reviewed import reviewed
from edition.converter.forms.citations.running import running
from edition.converter.forms.citations.scripture import scripture
from edition.converter.languages import Language

_DIGIT = re.compile(r"[0-9]")
_ANCHOR = re.compile(r"[0-9(\[]")  # no citation is without a number or a bracket
_CLOSING = "”“»«\"'’›‹.,;:!? \n\u00a0\u202f("


def find_citations(text: str, language: Language) -> list[Citation]:
    """The citations in a text, in order and apart; of two that overlap the one that begins first."""
    if _ANCHOR.search(text) is None:
        return []  # most paragraphs of a novel
    found = [*bracketed(text, language), *running(text, language), *reviewed(text, language)]
    if _DIGIT.search(text) is not None:
        found += [*scripture(text, language), *classical(text), *holdings(text, language)]
    found.sort(key=lambda citation: (citation.start, -citation.end))
    apart: list[Citation] = []
    for citation in found:
        if not apart or citation.start >= apart[-1].end:
            apart.append(citation)
    return apart


def citation_after(text: str, end: int, citations: Sequence[Citation]) -> Citation | None:
    """The citation that stands right after what ends at `end`, as that of a quotation does: nothing but its
    closing marks, a stop and an opening bracket between them. `citations` are in order.
    """
    place = bisect_left(citations, end, key=lambda citation: citation.start)
    if place == len(citations):
        return None
    between = text[end : min(citations[place].start, end + 40)]
    near = citations[place].start - end < 40
    return citations[place] if near and not between.strip(_CLOSING + "[") else None
