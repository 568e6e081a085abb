"""A TEI text as an outline, one line a block, as a scholar would note it down.

    genre: drama
    div act 1
      head: ACT I.
      stage entrance: Enter Mara.
      sp Mara
        speaker: MARA.
        l: The lamp is low {stage exit: [Exit]}

After the name of an element stand its type and number, for a turn the one who speaks (`?` where no one is
named), then a colon and the words; marks inside them are in braces. Words longer than a line are cut.
"""

from __future__ import annotations

from lxml import etree

from edition.tei.names import local_name

# Elements that hold others here; every other element is a line of its own.
_CONTAINERS = frozenset(
    {
        "front", "body", "back", "div", "sp", "lg", "list", "castList", "castGroup", "table", "row", "opener",
        "closer", "postscript", "cit", "listBibl", "quote",
        "titlePage", "docTitle", "floatingText", "epigraph",
    }
)  # fmt: skip
_SHOWN = frozenset({"stage", "hi", "pb", "lb", "fw", "ref", "note", "pc", "gap"})
_NAMED = ("type", "subtype", "n", "part", "rend", "xml:lang")
_CUT = 72  # characters of a line's words
_XML = "{http://www.w3.org/XML/1998/namespace}"


def outline(data: bytes, genre: str = "") -> str:
    """The outline of the `text` in a TEI document."""
    root = etree.fromstring(data)
    persons = {
        element.get(f"{_XML}id", ""): _record(element) for element in root.iter("{*}person", "{*}personGrp")
    }
    lines = [f"genre: {genre}"] if genre else []
    for part in root.findall("{*}text/*"):
        if local_name(part) == "body":
            _children(part, 0, persons, lines)
        else:
            _block(part, 0, persons, lines)
    return "\n".join(lines)


def _record(person: etree._Element) -> str:
    name = person.find("{*}persName")
    name = person.find("{*}name") if name is None else name
    return " ".join("".join(map(str, name.itertext())).split()) if name is not None else "?"


def _children(element: etree._Element, depth: int, persons: dict[str, str], lines: list[str]) -> None:
    for child in element:
        _block(child, depth, persons, lines)


def _block(element: etree._Element, depth: int, persons: dict[str, str], lines: list[str]) -> None:
    name = local_name(element)
    start = "  " * depth + " ".join([name, *_attributes(element, persons)])
    nested = name in _CONTAINERS and not (element.text or "").strip()
    if nested:
        lines.append(start)
        _children(element, depth + 1, persons, lines)
        return
    words = " ".join(_words(element).split())
    if len(words) > _CUT:
        words = f"{words[:50]} … {words[-18:]}"
    lines.append(f"{start}: {words}" if words else start)


def _attributes(element: etree._Element, persons: dict[str, str]) -> list[str]:
    said = [value for name in _NAMED if (value := element.get(name.replace("xml:", _XML)))]
    if local_name(element) == "sp":
        who = element.get("who", "").split()
        said.append(" + ".join(persons.get(one[1:], one) for one in who) or "?")
    return said


def _words(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        name = local_name(child)
        inside = _words(child)
        if name in _SHOWN:
            said = " ".join([name, *_attributes(child, {})])
            parts.append(f"{{{said}: {inside}}}" if inside else f"{{{said}}}")
        else:
            parts.append(inside)
        parts.append(child.tail or "")
    return "".join(parts)
