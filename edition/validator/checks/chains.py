"""Chains of parts (@next, @prev) and copies (@copyOf) that turn in a circle, or whose two ends disagree.

TEI Guidelines, 17.7 (Aggregation): @next points to the next element of a virtual aggregate, @prev to the
one before.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from edition.validator.checks.survey import Survey
from edition.validator.finding import Finding

_OPPOSITE = {"next": "prev", "prev": "next"}
_Links = dict[etree._Element, etree._Element]


def chain_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about chains within the document."""
    links = {name: _links(survey, name) for name in ("next", "prev", "copyOf")}
    turning: set[etree._Element] = set()
    for name, chain in links.items():
        for circle in _circles(chain):
            told = not turning.isdisjoint(circle)  # a circle of @next has its mirror in @prev
            turning.update(circle)
            if len(circle) > 1 and not told:  # an element that points to itself is told elsewhere
                facts = {"attribute": name, "count": len(circle)}
                yield Finding("TEI-POINTER-CIRCLE", circle[0], facts, attribute=name)
    yield from _disagreements(links, turning)


def _disagreements(links: dict[str, _Links], turning: set[etree._Element]) -> Iterator[Finding]:
    """Links whose other end points elsewhere; or nowhere, in a document where most links have both ends."""
    usual = {
        name: sum(links[opposite].get(other) is element for element, other in links[name].items()) * 2
        >= max(len(links[name]), 1)
        for name, opposite in _OPPOSITE.items()
    }
    told: set[etree._Element] = set()
    for name, opposite in _OPPOSITE.items():
        for element, other in links[name].items():
            back = links[opposite].get(other)
            if back is element or element in told or not turning.isdisjoint((element, other)):
                continue
            written = other.get(opposite)
            if back is not None:
                there = f'its @{opposite} is "{(written or "").strip()}"'
            elif usual[name] and written is None:
                there = f"that has no @{opposite}"
            else:
                continue
            told.add(other)
            facts = {"attribute": name, "id": element.get(name, "").strip()[1:], "there": there}
            facts["opposite"] = opposite
            yield Finding("TEI-POINTER-ONEWAY", element, facts, attribute=name, first=other)


def _links(survey: Survey, name: str) -> _Links:
    """Which element points to which by attribute `name`; those with one pointer only."""
    found = {}
    for element, value in survey.attributes(name):
        target = survey.identified.get(value.strip()[1:]) if value.strip().startswith("#") else None
        if target is not None and not survey.moved(element, file=False):
            found[element] = target
    return found


def _circles(chain: _Links) -> Iterator[list[etree._Element]]:
    """The circles in a chain, each beginning with its first element in the order of the document."""
    order = {element: number for number, element in enumerate(chain)}
    done: set[etree._Element] = set()
    for start in chain:
        path: list[etree._Element] = []
        on_path: set[etree._Element] = set()
        element: etree._Element | None = start
        while element is not None and element not in done and element not in on_path:
            path.append(element)
            on_path.add(element)
            element = chain.get(element)
        if element is not None and element in on_path:
            circle = path[path.index(element) :]
            least = min(range(len(circle)), key=lambda number: order[circle[number]])
            yield circle[least:] + circle[:least]
        done |= on_path
