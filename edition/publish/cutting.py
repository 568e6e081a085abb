"""Where a long text is cut into pages: at its divisions, and where those are too long, between blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from edition.publish.markup import Element

Split = Literal["auto", "never"] | int
"""When a text is given in parts as well: if it is long, never, or at divisions down to a level (from 1)."""

LONG = 150_000
"""A text of more characters of HTML than this is given in parts, and no part is longer if that can be."""
_SHORT = 8_000  # a division shorter than this goes on a page with what follows it
_PREAMBLE = 2_000  # a head and a stage direction before the first scene are no page of their own

_BLOCKS = frozenset(("sp", "utterance", "body", "front", "back", "group", "paragraph", "text"))


def cuts(root: Element, split: Split) -> list[int]:
    """The places where pages begin, the first where `root` does; that one alone for a text left whole."""
    if split == "never" or (split == "auto" and root.size <= LONG):
        return [root.start]
    if split == "auto":
        return _kept_apart(root.start, _by_size(root))
    return [root.start, *_by_level(root, split)]


def _by_size(element: Element) -> Iterator[int]:
    inner = list(divisions(element))
    if not inner:
        yield from _between_blocks(element)
        return
    for number, division in enumerate(inner):
        if number or division.start - element.inner > _PREAMBLE:
            yield division.start
        if division.size > LONG:
            yield from _by_size(division)


def _by_level(element: Element, levels: int) -> Iterator[int]:
    for number, division in enumerate(divisions(element)):
        if number or division.start - element.inner > _PREAMBLE:
            yield division.start
        if levels > 1:
            yield from _by_level(division, levels - 1)


def divisions(element: Element) -> Iterator[Element]:
    """The divisions in an element that stand in no other one; texts of a group count as such."""
    for child in element.children:
        if child.classes[:1] == ("division",) or (child.classes[:1] == ("text",) and child.name == "div"):
            yield child
        elif child.name in ("article", "div", "section"):
            yield from divisions(child)


def _between_blocks(element: Element) -> Iterator[int]:
    begun = element.start
    for block in _blocks(element):
        if block.end - begun > LONG and block.start > begun:
            yield block.start
            begun = block.start


def _blocks(element: Element) -> Iterator[Element]:
    """What a text without divisions may be cut between; a long speech is cut between its paragraphs."""
    for child in element.children:
        if child.name == "article" or (child.size > LONG and _BLOCKS & set(child.classes[:1])):
            yield from _blocks(child)
        else:
            yield child


def _kept_apart(start: int, places: Iterator[int]) -> list[int]:
    """The places that leave no page too short."""
    kept = [start]
    for place in places:
        if place - kept[-1] >= _SHORT:
            kept.append(place)
    return kept
