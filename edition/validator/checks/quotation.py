"""Quotation marks and q, quote, said: doubled, against the header's word, or now so and now so.

TEI Guidelines, 3.3.3 and `quotation/@marks`: marks may be kept in the text ("all", "some") or left to the
elements ("none"); the header says which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from lxml import etree

from edition.tei import local_name, tei
from edition.validator.checks.survey import Survey, words
from edition.validator.checks.tables import table
from edition.validator.finding import Finding
from edition.validator.wording import enumeration

_SPOKEN = ("q", "said")
_BLOCKS = frozenset(tei(name) for name in ("p", "lg", "l", "ab", "div", "list", "head"))
_FEW = 3  # so often each practice must occur
_DEEPEST = 8  # quotations in one another, on the average of all words
_SHARE = 10  # … and in one of so many quotations


def quotation_findings(survey: Survey) -> Iterator[Finding]:
    """One finding a document about its practice, and one for each quotation whose marks are doubled."""
    facts: dict[str, object]
    inside, bare = _Practice(), _Practice()
    left = _DEEPEST * survey.length + 1000
    for element in survey.elements("q", "said", "quote"):
        if any(child.tag in _BLOCKS for child in element):
            continue
        text = words(element)
        left -= len(text)
        if left < 0:
            return  # no practice, but quotations in quotations without end
        if not text:
            continue
        begins, ends = _marked(text)
        before, after = _around(element)
        if begins and ends and before == text[0] and after and _one_pair(text):
            facts = {"element": local_name(element), "before": before, "begins": text[0]}
            yield Finding("PRACTICE-QUOTES-TWICE", element, facts)
        elif begins and ends and _one_pair(text):
            inside.met(element)
        elif not (begins or ends or before or after) and local_name(element) in _SPOKEN:
            bare.met(element)
    declared = {
        mark for quotation in survey.elements("quotation") if (mark := quotation.get("marks")) is not None
    }
    if declared == {"none"} and inside.first:
        element = next(iter(inside.first.values()))
        facts = {"element": local_name(element), "count": inside.counts.total()}
        yield Finding("PRACTICE-QUOTES-DECLARED", element, facts)
    elif not declared:
        spoken = inside.only(_SPOKEN)
        few, many = sorted((spoken, bare), key=lambda practice: practice.counts.total())
        if few.counts.total() >= _FEW and few.counts.total() * _SHARE >= many.counts.total():
            names = enumeration(sorted(spoken.counts | bare.counts), "and")
            facts = {"names": names, "inside": spoken.counts.total(), "bare": bare.counts.total()}
            yield Finding("PRACTICE-QUOTES-MIXED", next(iter(few.first.values())), facts)


class _Practice:
    """Quotations that are marked in one way: how many of each name, and the first of them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, etree._Element] = {}

    def met(self, element: etree._Element) -> None:
        """Counts one in."""
        name = local_name(element)
        self.counts[name] += 1
        self.first.setdefault(name, element)

    def only(self, names: tuple[str, ...]) -> _Practice:
        """Those of these names."""
        chosen = _Practice()
        for name, element in self.first.items():
            if name in names:
                chosen.counts[name], chosen.first[name] = self.counts[name], element
        return chosen


def _marked(text: str) -> tuple[bool, bool]:
    """Whether quoted words begin and end with marks; a stop or a bracket may stand behind the last."""
    opening, closing = _marks()
    return text[0] in opening, text.rstrip(".,;:!?)")[-1:] in closing


def _one_pair(text: str) -> bool:
    """Whether the first mark and the last are a pair: “No” or “never” has two of them."""
    return len(text) > 2 and text.count(text[0]) == (2 if text[0] == text.rstrip(".,;:!?)")[-1:] else 1)


def _around(element: etree._Element) -> tuple[str, str]:
    """The marks that touch a quotation from outside, "" for none."""
    opening, closing = _marks()
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else None
    first, last = (before or "")[-1:], (element.tail or "")[:1]
    return (first if first in opening else ""), (last if last in closing else "")


@cache
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    known = table("quotation")
    return frozenset(known["opening"]), frozenset(known["closing"])
