"""The pages of one text: headings in order, footnotes where they are called, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.ebook.dividing import LIMIT, divided
from edition.ebook.matter import Facts, Matter
from edition.ebook.words import word
from edition.ebook.xhtml import (
    NAMES,
    TYPE,
    XML_LANG,
    classes_of,
    h,
    heading_level,
    name_of,
    without,
    words_of,
)

_WEB = re.compile(r"(https?://[^/?#]|mailto:.)", re.IGNORECASE)
_NOT_IN_CONTENTS = ("blockquote", "figure", "aside", "table", "td", "th", "dt", "dd", "li")
_MATHML = "{http://www.w3.org/1998/Math/MathML}math"
_SVG = "{http://www.w3.org/2000/svg}svg"


@dataclass(slots=True)
class Entry:
    """A line of the contents: its level (1 the outermost), its words, where it leads, and its language."""

    level: int
    words: str
    address: str
    language: str = "en"
    direction: str = "ltr"


@dataclass(slots=True)
class Page:
    """A file of the book. `main` is its content, `name` its name in the folder of the texts."""

    name: str
    main: etree._Element
    title: str
    kind: str
    properties: set[str] = field(default_factory=set)


@dataclass(slots=True)
class TextPages:
    """All pages of one text, with its lines of the contents, the pages of its source, where its ids stand."""

    stem: str
    matter: Matter
    pages: list[Page]
    entries: list[Entry] = field(default_factory=list)
    page_beginnings: list[tuple[str, str]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)


def pages_of(stem: str, slug: str, matter: Matter, *, limit: int = LIMIT) -> TextPages:
    """The pages of a text: `slug.xhtml`, `slug.2.xhtml` …, and `slug.apparatus.xhtml` with what follows it.

    The lines of the contents, and the ids that links may lead to, are gathered; links are not yet set.
    """
    interface = matter.facts.interface
    pages = []
    for number, main in enumerate(divided(matter.text, matter.notes, limit=limit), 1):
        name = f"{slug}.xhtml" if number == 1 else f"{slug}.{number}.xhtml"
        pages.append(Page(name, main, matter.facts.title, "text"))
    if matter.apparatus is not None:
        for number, part in enumerate(divided(matter.apparatus, {}, limit=limit), 1):
            name = f"{slug}.apparatus.xhtml" if number == 1 else f"{slug}.apparatus.{number}.xhtml"
            main = etree.Element(h("main"), None, NAMES)
            main.append(part)
            pages.append(Page(name, main, matter.facts.title, "apparatus"))
    made = TextPages(stem, matter, pages)
    for page in pages:
        _gather_notes(page.main, matter.notes, interface)
    _place_left_notes(pages, matter.notes, interface)
    ids = {one.get("id") for page in pages for one in page.main.iter() if one.get("id")}
    numbers = count(1)
    for page in pages:
        _contents(page, made, numbers, ids)
        _levels(page.main)
        if not any(heading_level(one) for one in page.main.iter(etree.Element)):
            heading = etree.Element(h("h1"), {"class": "editorial unseen", "lang": interface})
            heading.text = word("continued", interface).format(title=matter.facts.title)
            page.main.insert(0, heading)
        _finish(page)
        made.places |= {
            one.get("id") or "": page.name for one in page.main.iter(etree.Element) if one.get("id")
        }
    return made


# Notes ----------------------------------------------------------------------------------------------------


def _gather_notes(main: etree._Element, notes: dict[str, etree._Element], interface: str) -> None:
    """Below the text of a file the notes that are called in it, and those that are called in those."""
    calls = [call.get("data-note") or "" for call in main.iter(h("sup"))]
    found = []
    while calls:
        note = notes.pop(calls.pop(0), None)
        if note is not None:
            found.append(note)
            calls += [call.get("data-note") or "" for call in note.iter(h("sup"))]
    if found:
        main.append(_section_of_notes(found, interface))


def _place_left_notes(pages: list[Page], notes: dict[str, etree._Element], interface: str) -> None:
    """Notes that nothing in the text calls: at its end."""
    if notes:
        last = [page for page in pages if page.kind == "text"][-1].main
        last.append(_section_of_notes(list(notes.values()), interface))
        notes.clear()


def _section_of_notes(notes: list[etree._Element], interface: str) -> etree._Element:
    section = etree.Element(h("section"), {"class": "notes"})
    heading = etree.SubElement(section, h("h2"), {"class": "editorial"})
    heading.text = word("notes", interface)
    heading.set("lang", interface)
    section.extend(notes)
    return section


# Contents and headings --------------------------------------------------------------------------------------


def _contents(page: Page, made: TextPages, numbers: count[int], ids: set[str | None]) -> None:
    for element in page.main.iter(etree.Element):
        level = heading_level(element)
        if level and _is_in_contents(element):
            words = words_of(element) or (made.matter.facts.title if level == 1 else "")
            if words:
                # The web page gives the title the first place in a text, what follows it the second.
                address = f"{page.name}#{_target(element, numbers, ids)}"
                made.entries.append(_entry(level, words, address, page, made.matter.facts))
        elif element.get("role") == "doc-pagebreak" and not any(
            True for _ in element.iterancestors(h("aside"))
        ):
            label = " ".join("".join(map(str, element.itertext())).split())
            made.page_beginnings.append((label, f"{page.name}#{_target(element, numbers, ids)}"))


def _entry(level: int, words: str, address: str, page: Page, facts: Facts) -> Entry:
    if page.kind == "text":
        return Entry(level, words, address, facts.language, facts.direction)
    return Entry(level, words, address, facts.interface)


def _is_in_contents(element: etree._Element) -> bool:
    around = list(element.iterancestors())
    return not any(
        name_of(one) in _NOT_IN_CONTENTS or {"floating-text", "notes"} & set(classes_of(one))
        for one in around
    )


def _target(element: etree._Element, numbers: count[int], ids: set[str | None]) -> str:
    """The id of a heading's section, as on the web page, or of an element; made where there is none."""
    first = parent if (parent := element.getparent()) is not None and name_of(parent) == "hgroup" else element
    section = first.getparent()
    if section is not None and section.tag == h("section") and section[0] is first and section.get("id"):
        return section.get("id") or ""
    own = element.get("id")
    if not own:
        own = next(name for number in numbers if (name := f"place:{number}") not in ids)
        element.set("id", own)
    return own


def _levels(main: etree._Element) -> None:
    """Headings of a file begin with the first level and skip none; what they look like stays (`level-3`)."""
    above: list[int] = []
    for element in list(main.iter(etree.Element)):
        level = heading_level(element)
        if not level:
            continue
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        element.set("class", " ".join([*classes_of(element), f"level-{level}"]))
        if element.get("role") == "heading":
            element.set("aria-level", str(len(above)))
        else:
            element.tag = h(f"h{len(above)}")


def _finish(page: Page) -> None:
    """xml:lang beside lang; no attributes that were ours alone; what the manifest must say of the file."""
    ids = {element.get("id") for element in page.main.iter(etree.Element)}
    for element in page.main.iter(etree.Element):
        named_by = element.get("aria-labelledby")
        if named_by is not None and named_by not in ids:
            del element.attrib["aria-labelledby"]  # its heading stands in the next file
        language = element.get("lang")
        if language is not None:
            element.set(XML_LANG, language)
        without(element, ("data-note", "loading"))
        if element.tag == _MATHML:
            page.properties.add("mathml")
        elif element.tag == _SVG:
            page.properties.add("svg")


_BLOCKS = tuple(
    h(name)
    for name in (
        *(
            "p",
            "div",
            "ul",
            "ol",
            "dl",
            "table",
            "figure",
            "blockquote",
            "section",
            "article",
            "nav",
            "hgroup",
        ),
        *("pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
    )
)


# Links ------------------------------------------------------------------------------------------------------


def link(text: TextPages, others: Mapping[str, TextPages], site: str = "") -> None:
    """Let the links of a text lead to what they mean: a place in the book (`others` are all its texts by
    their stems), an address on the web, a file of the published edition (`site`). Other links become words.
    """
    for page in text.pages:
        for element in list(page.main.iter(h("a"))):
            address = element.get("href")
            if address is None:
                continue
            meant = _address(address, page.name, text, others, site)
            if meant is None:
                element.tag = h("div" if any(True for _ in element.iter(*_BLOCKS)) else "span")
                without(element, ("href", "role", "aria-label", TYPE, "type", "rel"))
            else:
                element.set("href", meant)


def _address(
    address: str, page: str, text: TextPages, others: Mapping[str, TextPages], site: str
) -> str | None:
    if _WEB.match(address):
        return address if _is_sound(address) else None
    path, _, fragment = address.partition("#")
    if not path:
        name = text.places.get(fragment)
        return None if name is None else address if name == page else f"{name}#{fragment}"
    stem, dot, suffix = unquote(path).rpartition(".")
    other = others.get(stem) if dot and suffix in ("xml", "html") else None
    if other is not None:
        name = other.places.get(fragment, other.pages[0].name)
        return f"{name}#{fragment}" if fragment in other.places else name
    return (
        f"{site}{address}" if site and not path.startswith((".", "/")) and _is_sound(site + address) else None
    )


def _is_sound(address: str) -> bool:
    """Whether an address has the parts of one (RFC 3986), with a port there can be."""
    try:
        parts = urlsplit(address)
        return parts.scheme.lower() == "mailto" or (bool(parts.hostname) and (parts.port or 0) >= 0)
    except ValueError:
        return False
