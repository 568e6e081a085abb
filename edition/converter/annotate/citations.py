"""Citations in running text as `bibl` with what is in them (Guidelines 3.12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from edition.converter.forms.citations import find_citations
from edition.converter.languages import Language
from edition.model import Annotation, Block, Certainty, Source, Span

RULES = {
    "reference": "citation",
    "issue": "citation of a number",
    "same": "citation of the work before",
    "letter": "citation of a letter",
    "scripture": "citation of the Bible",
    "classical": "citation of a classical author",
    "legal": "citation of law",
    "archival": "citation of an archive",
}
# Blocks whose elements may hold a `bibl`.
_CITING = frozenset({"paragraph", "speech", "head", "note", "item", "cell", "quote"})
_DAY = re.compile(r"(?:^|-)(\d\d-\d\d)$")


def citations(block: Block, source: Source, language: Language) -> list[Annotation]:
    """The citations in a block, each a `bibl`, with their parts."""
    if block.kind not in _CITING:
        return []
    offset = block.span.start
    found = []
    for one in find_citations(source.slice(block.span), language):
        rule = RULES[one.kind]
        found.append(Annotation("bibl", Span(offset + one.start, offset + one.end), (), rule))
        found.extend(
            Annotation(part.element, Span(offset + part.start, offset + part.end), part.attributes, rule)
            for part in one.parts
        )
    return found


def with_years(found: Sequence[Annotation], heads: Iterable[Span], source: Source) -> list[Annotation]:
    """The annotations with the years of numbers that are cited by day and month alone: the year of the
    paper's own date, in its masthead (`heads`), or the one before where that day was still to come.
    """
    own = _own_date(found, list(heads))
    if own is None:
        return list(found)
    return [_completed(a, own, source) if a.element == "date" else a for a in found]


def _own_date(found: Sequence[Annotation], heads: Sequence[Span]) -> str | None:
    """The day or month of a masthead (ISO)."""
    dates = (a for a in found if a.element == "date" and any(a.span.within(head) for head in heads))
    return next((when for a in dates if (when := a.get("when")) and re.match(r"\d{4}-\d\d", when)), None)


def _completed(date: Annotation, own: str, source: Source) -> Annotation:
    when = date.get("when") or ""
    day = _DAY.search(when)
    if date.rule != RULES["issue"] or day is None or re.search(r"\d{4}", source.slice(date.span)):
        return date
    year = int(own[:4])
    if day[1][: len(own) - 5] > own[5:]:
        year -= 1
    attributes = (("when", f"{year}-{day[1]}"),)
    return replace(date, attributes=attributes, certainty=Certainty.HIGH)
