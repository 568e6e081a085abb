"""Chains of parts (@next, @prev) and copies (@copyOf) that turn in a circle, or whose two ends disagree.

TEI Guidelines, 17.7 (Aggregation): @next points to the next element of a virtual aggregate, @prev to the
one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

from lxml import etree

from edition.tei import XML_ID
from edition.validator.checks.survey import Survey
from edition.validator.finding import Finding

_OPPOSITE = {"next": "prev", "prev": "next"}
# Names take less room than elements; an element stands for itself where no name is its own.
_Member = str | etree._Element
_Links = dict[_Member, _Member]


def chain_findings(survey: Survey) -> Iterator[Finding]:
    """The findings about chains within the document."""
    names = ("copyOf",) if _in_step(survey) else ("next", "prev", "copyOf")
    links: dict[str, _Links] = {"next": {}, "prev": {}}
    links |= {name: _links(survey, name) for name in names}
    turning: set[_Member] = set()
    for name, chain in links.items():
        for circle in _circles(chain):
            told = not turning.isdisjoint(circle)  # a circle of @next has its mirror in @prev
            turning.update(circle)
            if len(circle) > 1 and not told:  # an element that points to itself is told elsewhere
                facts = {"attribute": name, "count": len(circle)}
                yield Finding("TEI-POINTER-CIRCLE", _element(survey, circle[0]), facts, attribute=name)
    yield from _disagreements(survey, links, turning)


def _in_step(survey: Survey) -> bool:
    """Whether each @next leads onward to an element whose @prev leads back, and no @prev anywhere else.

    So it is in nearly all documents; then there is no circle, and a long chain need not be remembered.
    """
    if survey.repeated:
        return False
    awaited: dict[str, str] = {}
    for element in survey.carriers("next", "prev"):
        onward, back = element.get("next"), element.get("prev")
        if onward is None and back is None:
            continue
        own = element.get(XML_ID)
        if own is None or awaited.pop(f"#{own}", None) != back or survey.moved(element, file=False):
            return False
        if onward is not None:
            if onward in awaited:
                return False
            awaited[onward] = f"#{own}"
    return not awaited


def _disagreements(survey: Survey, links: dict[str, _Links], turning: set[_Member]) -> Iterator[Finding]:
    """Links whose other end points elsewhere; or nowhere, in a document where most links have both ends."""
    usual = {
        name: sum(links[opposite].get(other) == member for member, other in links[name].items()) * 2
        >= max(len(links[name]), 1)
        for name, opposite in _OPPOSITE.items()
    }
    told: set[_Member] = set()
    for name, opposite in _OPPOSITE.items():
        for member, other in links[name].items():
            back = links[opposite].get(other)
            if back == member or member in told or not turning.isdisjoint((member, other)):
                continue
            element, end = _element(survey, member), _element(survey, other)
            written = end.get(opposite)
            if back is not None:
                there = f'its @{opposite} is "{(written or "").strip()}"'
            elif usual[name] and written is None:
                there = f"that has no @{opposite}"
            else:
                continue
            told.add(other)
            facts = {"attribute": name, "id": element.get(name, "").strip()[1:], "there": there}
            facts["opposite"] = opposite
            yield Finding("TEI-POINTER-ONEWAY", element, facts, attribute=name, first=end)


def _links(survey: Survey, name: str) -> _Links:
    """What points to what by attribute `name`: those with one pointer only."""
    found: _Links = {}
    repeated = {element for element, _ in survey.repeated}
    for element, value in survey.attributes(name):
        target = value.strip()[1:] if value.strip().startswith("#") else ""
        if target and target in survey.kinds and not survey.moved(element, file=False):
            own = intern(" ".join((element.get(XML_ID) or "").split()))
            found[own if own and element not in repeated else element] = intern(target)
    return found


def _element(survey: Survey, member: _Member) -> etree._Element:
    return survey.identified[member] if isinstance(member, str) else member


def _circles(chain: _Links) -> Iterator[list[_Member]]:
    """The circles in a chain, each beginning with its first member in the order of the document."""
    order: dict[_Member, int] = {}
    done: set[_Member] = set()
    for start in chain:
        path: list[_Member] = []
        on_path: set[_Member] = set()
        member: _Member | None = start
        while member is not None and member not in done and member not in on_path:
            path.append(member)
            on_path.add(member)
            member = chain.get(member)
        if member is not None and member in on_path:
            circle = path[path.index(member) :]
            order = order or {known: number for number, known in enumerate(chain)}
            least = min(range(len(circle)), key=lambda number: order[circle[number]])
            yield circle[least:] + circle[:least]
        done |= on_path
