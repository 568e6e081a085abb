"""The elements of a web page by their places in its text, so that it can be cut without being written anew.

For HTML as the style sheets serialise it: every element but the void ones is closed, attributes stand in
double quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

_TAG = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^<>"]|"[^"]*")*)>')
_CLASSES = re.compile(r' class="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_UNSAID = frozenset(("editorial", "note-call"))


@dataclass(eq=False)
class Element:
    """An element from `start` to `end`, what it holds from `inner` to `inner_end` (offsets of characters)."""

    name: str
    attributes: str
    start: int
    inner: int
    inner_end: int = 0
    end: int = 0
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Characters, tags counted."""
        return self.end - self.start

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The classes, in their order."""
        found = _CLASSES.search(self.attributes)
        return tuple(found[1].split()) if found else ()

    @property
    def id(self) -> str:
        """The identifier as it is written in the page; empty for none."""
        found = _ID.search(self.attributes)
        return found[1] if found else ""

    @property
    def tag(self) -> str:
        """The start tag once more, for what goes on elsewhere: an identifier names the first place only."""
        return f"<{self.name}{_ID.sub('', self.attributes)}>"

    def walk(self) -> Iterator[Element]:
        """The elements inside, in the order of the page."""
        for child in self.children:
            yield child
            yield from child.walk()


def elements(text: str, start: int, end: int) -> Element:
    """What stands in `text` between two places, as the children of an element without a name."""
    root = Element("", "", start, start, end, end)
    here = root
    for found in _TAG.finditer(text, start, end):
        closing, name, attributes = found.groups()
        if closing:
            here.inner_end, here.end = found.start(), found.end()
            here = here.parent or root
            continue
        element = Element(name, attributes, found.start(), found.end(), found.end(), found.end(), here)
        here.children.append(element)
        if name not in _VOID and not attributes.endswith("/"):
            here = element
    return root


def words(text: str, element: Element) -> str:
    """The words of an element, as HTML without tags: no calls of notes, no signs of the edition's."""
    pieces: list[str] = []
    _gather(text, element, pieces)
    return " ".join("".join(pieces).split())


def _gather(text: str, element: Element, into: list[str]) -> None:
    at = element.inner
    for child in element.children:
        into.append(text[at : child.start])
        if not _UNSAID & set(child.classes) and not re.search(r" hidden\b", child.attributes):
            _gather(text, child, into)
        if child.name in ("br", "p", "div"):
            into.append(" ")
        at = child.end
    into.append(text[at : element.inner_end])
