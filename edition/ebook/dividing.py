"""Long texts in several files: divided between divisions, or where those are too long, between paragraphs.

Reading systems hold a file as a whole; beyond some 300 KB the smaller ones falter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from edition.ebook.xhtml import NAMES, TYPE, classes_of, h, heading_level, name_of, without

LIMIT = 250_000
"""Bytes of a file that are rather not exceeded."""

_CONTAINERS = frozenset(h(name) for name in ("main", "article", "section", "div", "blockquote", "ul", "ol"))
_ONCE = ("id", "role", TYPE, "aria-labelledby", "aria-label", "aria-level", "tabindex", "data-n")

Size = Callable[[etree._Element], int]


def divided(
    root: etree._Element, notes: Mapping[str, etree._Element], *, limit: int = LIMIT
) -> list[etree._Element]:
    """`root` in pieces of about `limit` bytes at most, each a whole tree: around what is left of it stand
    the same containers. A footnote counts where it is called. What cannot be divided stays whole.
    """
    lengths = {
        key: len(etree.tostring(note, encoding="utf-8", with_tail=False)) for key, note in notes.items()
    }

    def size(element: etree._Element) -> int:
        own = len(etree.tostring(element, encoding="utf-8"))
        return own + sum(lengths.get(call.get("data-note") or "", 0) for call in _calls(element))

    return _pieces(root, size, limit)


def _calls(element: etree._Element) -> list[etree._Element]:
    return [one for one in element.iter(h("sup")) if one.get("data-note")]


def _pieces(element: etree._Element, size: Size, limit: int) -> list[etree._Element]:
    if size(element) <= limit or not _may_be_divided(element):
        return [element]
    groups = _grouped(
        [piece for child in list(element) for piece in _pieces(child, size, limit)], size, limit
    )
    made = [element]
    begun = _items(groups[0])
    for group in groups[1:]:
        clone = etree.Element(element.tag, None, NAMES)
        clone.attrib.update(element.attrib)
        without(clone, _ONCE)
        if element.tag == h("ol"):
            clone.set("start", str(int(element.get("start") or "1") + begun))
            begun += _items(group)
        clone.extend(group)  # takes them out of where they stood, each with the text after it
        made.append(clone)
    element.extend(groups[0])
    if len(made) > 1:
        made[-1].tail, element.tail = element.tail, None
    return made


def _may_be_divided(element: etree._Element) -> bool:
    return element.tag in _CONTAINERS and len(element) > 0 and element.get("tabindex") is None


def _grouped(pieces: list[etree._Element], size: Size, limit: int) -> list[list[etree._Element]]:
    """Pieces that stand in one file: as many as there is room for; a heading is never the last of them."""
    groups: list[list[etree._Element]] = [[]]
    room = limit
    for piece in pieces:
        needed = size(piece)
        if needed > room and not all(map(_leads_on, groups[-1])):
            group: list[etree._Element] = []
            while _leads_on(groups[-1][-1]):
                group.insert(0, groups[-1].pop())
            groups.append(group)
            room = limit - sum(map(size, group))
        groups[-1].append(piece)
        room -= needed
    return groups


def _leads_on(element: etree._Element) -> bool:
    """Whether an element belongs to what follows it."""
    return (
        heading_level(element) > 0
        or name_of(element) == "hgroup"
        or bool({"speaker", "page-beginning"} & set(classes_of(element)))
    )


def _items(group: list[etree._Element]) -> int:
    return sum(1 for one in group if one.tag == h("li") and "aside" not in classes_of(one))
