"""The words of the reading text, told from a TEI document and from its web page, each on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

TEI = "{http://www.tei-c.org/ns/1.0}"
SHOWN = ("corr", "reg", "expan", "ex", "lem")
UNSAID = ("index", "interp", "interpGrp")


def words_of_tei(root: Any) -> tuple[str, str]:
    """Characters (without blanks) of the reading text, and of the footnotes that are called in it."""
    text: Any = root.find(f"{TEI}text")
    assert text is not None
    notes: list[str] = []
    return _letters("".join(_tei(text, notes))), _letters("".join(notes))


def words_of_page(page: str) -> tuple[str, str]:
    """The same of a page: its article without the signs of the edition; its section of notes."""
    root: Any = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    (article,) = root.iter("article")
    notes = "".join("".join(_html(note)) for note in root.xpath("//*[@class='note-text']"))
    return _letters("".join(_html(article))), _letters(notes)


def _tei(element: Any, notes: list[str]) -> Iterator[str]:
    for content in element.xpath("text() | *"):
        if isinstance(content, str):
            yield content
            continue
        name = etree.QName(content).localname
        parent = etree.QName(element).localname
        if name in UNSAID or (parent in ("choice", "app") and content is not _shown(element)):
            continue
        if name == "note" and parent in ("p", "head", "item"):
            notes.append("".join(_tei(content, [])))
        elif not (_has_picture(element) and name in ("head", "figDesc")):
            yield from _tei(content, notes)
    if _has_picture(element):
        for name in ("figDesc", "head"):  # the description stands for the picture, the head below it
            yield from (text for part in element.findall(f"{TEI}{name}") for text in part.itertext())


def _has_picture(element: Any) -> bool:
    return bool(etree.QName(element).localname == "figure" and element.find(f"{TEI}graphic") is not None)


def _shown(variant: Any) -> Any:
    return next((child for child in variant if etree.QName(child).localname in SHOWN), variant[0])


def _html(element: Any) -> Iterator[str]:
    classes = element.get("class", "").split()
    if (
        element.tag == "nav"
        or element.get("hidden") is not None
        or {"editorial", "editorial-title"} & set(classes)
    ):
        return
    yield element.get("alt", "") + (element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _html(child)
        yield child.tail or ""


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
