"""Names and the few operations on XHTML that dividing and linking a book need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
NAMES: Mapping[str, str] = {None: XHTML, "epub": OPS}  # type: ignore[dict-item]  # lxml: the default namespace
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = f"{{{OPS}}}type"


def h(name: str) -> str:
    """The name of an element of XHTML as lxml writes it."""
    return f"{{{XHTML}}}{name}"


def name_of(element: etree._Element) -> str:
    """The local name of an element."""
    return str(element.tag).rpartition("}")[2]


def classes_of(element: etree._Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def heading_level(element: etree._Element) -> int:
    """The level of a heading, 0 for what is none."""
    name = name_of(element)
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return int(name[1])
    return int(element.get("aria-level") or "0") if element.get("role") == "heading" else 0


def words_of(element: etree._Element) -> str:
    """The words of a heading, without calls of notes and signs of the edition; blanks as one."""
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            if name_of(child) == "br":
                yield " "
            elif not {"note-call", "editorial"} & set(classes_of(child)):
                yield from _words(child)
        yield child.tail or ""


def text(value: str) -> str:
    """A value as the content of an element or of an attribute; what XML cannot say is left out."""
    sound = "".join(
        sign for sign in value if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff")
    )
    return escape(sound.encode("utf-8", "ignore").decode())


def without(element: etree._Element, names: Iterable[str]) -> None:
    """Take attributes from an element that has no use for them any more."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def markup(element: etree._Element) -> str:
    """An element as it stands in a `document`, which declares the names of XHTML and EPUB."""
    etree.cleanup_namespaces(element, top_nsmap=NAMES)
    begin, end, rest = etree.tostring(element, encoding="unicode", with_tail=False).partition(">")
    return re.sub(r' xmlns(:epub)?="[^"]*"', "", begin) + end + rest


def document(
    *, title: str, language: str, direction: str, body: str, style: str, attributes: str = ""
) -> bytes:
    """A content document of EPUB 3.3. `body` is XHTML, `style` the address of the style sheet."""
    turned = f' dir="{direction}"' if direction == "rtl" else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{XHTML}" xmlns:epub="{OPS}" lang="{language}" xml:lang="{language}"{turned}>\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{text(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<link rel="stylesheet" type="text/css" href="{style}"/>\n</head>\n'
        f"<body{attributes}>\n{body}\n</body>\n</html>\n"
    ).encode()
