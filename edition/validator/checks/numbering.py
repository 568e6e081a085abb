"""Divisions that have the same number, and page numbers left standing in the text as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from edition.tei import tei
from edition.validator.checks.survey import Survey
from edition.validator.finding import Finding

_DIVISIONS = ("div", "div1", "div2", "div3", "div4", "div5", "div6", "div7")
_BREAK = tei("pb")
_PARAGRAPH = tei("p")
_SECTIONS = 20  # numbers up to here may as well count sections


def numbering_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about numbers."""
    yield from _divisions(survey)
    yield from _page_numbers(survey)


def _divisions(survey: Survey) -> Iterator[Finding]:
    """A division whose neighbour before it in the same division has its number and type."""
    for division in survey.elements(*_DIVISIONS):
        number, kind = (division.get("n") or "").strip(), division.get("type")
        if not number.isdecimal() or division.get("part") or division.get("prev") or division.get("corresp"):
            continue
        before = next(division.itersiblings(str(division.tag), preceding=True), None)
        same = before is not None and (before.get("n") or "").strip() == number
        if before is not None and same and before.get("type") == kind and not _another(before, division):
            facts = {"type": kind or "division", "number": number}
            yield Finding("PRACTICE-NUMBER-TWICE", division, facts, attribute="n", first=before)


def _another(first: etree._Element, second: etree._Element) -> bool:
    """Whether two divisions differ by what they say of themselves: language, subtype, edition."""
    names = ("subtype", "{http://www.w3.org/XML/1998/namespace}lang", "ed", "ana", "next", "decls", "resp")
    return any(first.get(name) != second.get(name) for name in names)


def _page_numbers(survey: Survey) -> Iterator[Finding]:
    """Paragraphs that hold a number only, beside a page break or counting up by one."""
    numbers: list[tuple[etree._Element, int]] = []
    for element in survey.named("p"):
        text = element.text or ""
        if not len(element) and len(text) < 8 and (figure := text.strip(" \n\t-–—[]")).isdecimal():
            parent = element.getparent()
            if parent is not None and parent.tag in (tei("div"), tei("body"), tei("front"), tei("back")):
                numbers.append((element, int(figure)))
    told = [
        (element, number)
        for place, (element, number) in enumerate(numbers)
        if _beside_break(element, number)
        or (number > _SECTIONS and place and _follows(numbers[place - 1], (element, number)))
    ]
    if told:
        element, number = told[0]
        yield Finding("PRACTICE-PAGE-NUMBER", element, {"number": number, "count": len(told)})


def _beside_break(element: etree._Element, number: int) -> bool:
    """Whether a page begins just before or after a number, and does not bear another one."""
    for neighbour in (element.getprevious(), element.getnext()):
        if neighbour is not None and neighbour.tag == _BREAK:
            page = (neighbour.get("n") or "").strip()
            if not page.isdecimal() or (len(page) < 8 and abs(int(page) - number) <= 1):
                return True
    return False


def _follows(first: tuple[etree._Element, int], second: tuple[etree._Element, int]) -> bool:
    """Whether one number is the next after the other, and whole paragraphs stand between, as on a page."""
    between = second[0].getprevious()
    apart = between is not None and between is not first[0] and between.tag == _PARAGRAPH
    return second[1] == first[1] + 1 and apart
