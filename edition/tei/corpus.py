"""The texts of a TEI corpus, each as a document of its own.

TEI Guidelines, 15.1: a <teiCorpus> holds a header for all its texts, and a <TEI> for each, or more corpora.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from edition.tei.names import NS, XML_ID, XML_LANG, tei
from edition.tei.prefixes import expand

_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,80}")
_LISTS = ("listPerson", "listOrg", "listPlace", "listBibl")
_POINTER = re.compile(r"(?<!\S)#(\S+)")


def is_corpus(root: etree._Element) -> bool:
    """Whether a document is a corpus."""
    return str(root.tag) == tei("teiCorpus")


def texts_of_corpus(root: etree._Element, stem: str) -> list[tuple[str, bytes]]:
    """Each text of a corpus: what it is called, and its document in UTF-8.

    A text is called by its xml:id, or by the `stem` of the corpus and its number; no two are called alike.
    What it points to in the headers above it (persons, places, organisations, works) goes along in a
    <standOff>; where it says nothing of its language, that of the corpus is its own.
    """
    found: list[tuple[str, bytes]] = []
    used: set[str] = set()
    for number, text in enumerate(_texts(root), 1):
        own = text.get(XML_ID) or ""
        name = own if _NAME.fullmatch(own) and own.casefold() not in used else f"{stem}-{number}"
        used.add(name.casefold())
        found.append((name, _document(text)))
    return found


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    for child in root.iterchildren(tei("TEI"), tei("teiCorpus")):
        if is_corpus(child):
            yield from _texts(child)
        else:
            yield child


def _document(text: etree._Element) -> bytes:
    alone = copy.deepcopy(text)
    alone.tail = None
    above = list(text.iterancestors(tei("teiCorpus")))
    headers = [header for one in above if (header := one.find("tei:teiHeader", NS)) is not None]
    language = next((one.get(XML_LANG) for one in above if one.get(XML_LANG)), None)
    if language is not None and alone.get(XML_LANG) is None:
        alone.set(XML_LANG, language)
    header = alone.find("tei:teiHeader", NS)
    beside = Records(headers).lend(alone)
    if beside is not None and header is not None:
        header.addnext(beside)
    data = etree.tostring(alone, encoding="utf-8", xml_declaration=True)
    return bytes(data)


class Records:
    """The records (persons, places, organisations, works) that the headers and lists of a corpus hold."""

    def __init__(self, holders: Iterable[etree._Element]) -> None:
        """`holders` are headers, or lists themselves."""
        self._by_kind: dict[str, dict[str, etree._Element]] = {kind: {} for kind in _LISTS}
        self._prefixes: list[etree._Element] = []
        for holder in holders:
            self._prefixes += holder.iter(tei("prefixDef"))
            for kind, known in self._by_kind.items():
                for one in holder.iter(tei(kind)):
                    for record in one.iterchildren("*"):
                        known.setdefault(str(record.get(XML_ID) or ""), record)

    def lend(self, text: etree._Element) -> etree._Element | None:
        """What `beside` gives, when pointers by prefixes that the corpus declares are written in full."""
        expand(text, self._prefixes)
        return self.beside(text)

    def beside(self, text: etree._Element) -> etree._Element | None:
        """A `standOff` with the records that a text points to and does not have; None where it needs none."""
        values = (str(value) for element in text.iter("*") for value in element.values())
        pointers = {pointer for value in values for pointer in _POINTER.findall(value)}
        wanted = pointers - {str(element.get(XML_ID)) for element in text.iter("*") if element.get(XML_ID)}
        lists = []
        for kind, known in self._by_kind.items():
            records = [copy.deepcopy(record) for name, record in known.items() if name in wanted]
            if records:
                gathered = etree.Element(tei(kind))
                gathered.extend(records)
                lists.append(gathered)
        if not lists:
            return None
        beside = etree.Element(tei("standOff"))
        beside.extend(lists)
        return beside
