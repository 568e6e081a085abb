"""Page and line breaks out of order, pages counted twice, and line breaks used as paragraphs.

A number is told only where its neighbours leave one place for it: 41, 24, 43. Numbers may leap and begin
anew, which says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.tei import local_name, tei
from edition.validator.checks.survey import Survey, within
from edition.validator.finding import Finding

_ASIDE = frozenset(("app", "rdg", "lem", "choice", "note", "fw", "teiHeader", "standOff", "listBibl"))
_FEW = 2
_SHARE = 10
_READINGS = ("n", "facs")


def break_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about pb and lb."""
    for name, read in (("pb", _plain_number), ("pb", _image_number), ("lb", _plain_number)):
        attribute = _READINGS[read is _image_number]
        rows: dict[tuple[str, ...], list[tuple[etree._Element, int]]] = {}
        for element in survey.named(name):
            reading = read(element.get(attribute) or "")
            if reading is not None:
                series, number = reading
                row = (series, element.get("ed") or "", element.get("edRef") or "", element.get("type") or "")
                rows.setdefault(row, []).append((element, number))
        for row_of in rows.values():
            found = list(_out_of_order(row_of, attribute))
            twice = sum(finding.code == "PRACTICE-BREAK-TWICE" for finding in found)
            # Where leaves are counted, both sides of each have its number.
            leaves = twice > _FEW and twice * _SHARE > len(row_of)
            yield from (f for f in found if not leaves or f.code != "PRACTICE-BREAK-TWICE")
    yield from _paragraphs(survey)


def _plain_number(value: str) -> tuple[str, int] | None:
    value = value.strip()
    return ("", int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else None


def _image_number(value: str) -> tuple[str, int] | None:
    """The number that counts the images, with what stands around it: "vol1/p0041.jpg"."""
    if len(value) > 300 or " " in value.strip():
        return None
    end = re.search(r"(\d{1,6})(\D*)$", value.strip())
    return (value.strip()[: end.start()] + "\0" + end[2], int(end[1])) if end else None


def _out_of_order(row: list[tuple[etree._Element, int]], attribute: str) -> Iterator[Finding]:
    told = -1
    for place in range(1, len(row) - 1):
        (_, before), (element, number), (_, after) = row[place - 1], row[place], row[place + 1]
        astray = before < after <= before + 2 and not before <= number <= after
        twice = number == before and after == before + 1
        if told == place - 1 or not (astray or twice) or within(element, _ASIDE):
            continue
        facts = {"element": local_name(element), "attribute": attribute, "number": number}
        facts |= {"before": before, "after": after}
        if astray:
            told = place
            yield Finding("PRACTICE-BREAK-ORDER", element, facts, attribute=attribute)
        elif local_name(element) == "pb" and attribute == "n":
            told = place
            first = row[place - 1][0]
            yield Finding("PRACTICE-BREAK-TWICE", element, facts, attribute=attribute, first=first)


def _paragraphs(survey: Survey) -> Iterator[Finding]:
    """Two bare line breaks with nothing between them, more than once: somebody meant a new paragraph."""
    bare = [element for element in survey.named("lb") if not element.attrib]
    twice = [
        element
        for element in bare
        if (following := element.getnext()) is not None
        and following.tag == element.tag
        and not following.attrib
        and not (element.tail or "").strip()
        and (parent := element.getparent()) is not None
        and parent.tag in (tei("p"), tei("ab"))
    ]
    if len(twice) >= _FEW:
        yield Finding("PRACTICE-LINE-BREAKS", twice[0], {"count": len(twice)})
