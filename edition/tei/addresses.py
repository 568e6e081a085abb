"""Short addresses of the paragraphs, speeches and lines of a text, that do not change as it grows.

An address is the element's own xml:id or made from its own words: so nothing added, taken away or changed
elsewhere touches it. Where several elements have the same words, all but the first are numbered.
"""

from __future__ import annotations

import copy
import hashlib
import unicodedata
from collections.abc import Iterator

from lxml import etree

from edition.tei.names import XML_ID, local_name, tei

ATTRIBUTE = "edition-address"
"""The attribute by which the sheets are told an address; the first pass over the tree takes it off again."""

_KINDS = {"p": "p", "ab": "p", "sp": "s", "u": "s", "l": "l"}
_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"  # a sign for five bits; none that is taken for another
_LENGTH = 6  # among ten thousand paragraphs one pair in twenty texts is alike by chance, and numbered then


def addresses(root: etree._Element) -> dict[etree._Element, str]:
    """The addresses of a document, in its order: `p:k4x9qz` for a paragraph, `s:…` a speech, `l:…` a line.

    The colon keeps them apart from what an encoder can write as xml:id.
    """
    text = root.find(tei("text"))
    if text is None:
        return {}
    ids: dict[str, etree._Element] = {}
    for element in root.iter():
        own = element.get(XML_ID) if isinstance(element.tag, str) else None
        if own:
            ids.setdefault(own, element)
    used: dict[str, int] = {}
    found = {}
    for element in text.iter(*map(tei, _KINDS)):
        own = element.get(XML_ID, "")
        if own and ids[own] is element and not any(sign.isspace() for sign in own):
            found[element] = own
            continue
        name = f"{_KINDS[local_name(element)]}:{_digest(_words(element))}"
        used[name] = used.get(name, 0) + 1
        found[element] = name if used[name] == 1 else f"{name}-{used[name]}"
    return found


def addressed(root: etree._Element) -> etree._Element:
    """A copy of a document in which each element that has an address carries it as an attribute."""
    twin = copy.deepcopy(root)
    known = addresses(root)
    for other in twin.iter("*"):
        if other.get(ATTRIBUTE) is not None:
            del other.attrib[ATTRIBUTE]
    text, copied = root.find(tei("text")), twin.find(tei("text"))
    if text is not None and copied is not None:
        names = tuple(map(tei, _KINDS))
        for element, other in zip(text.iter(*names), copied.iter(*names), strict=True):
            other.set(ATTRIBUTE, known[element])
    return twin


def _words(element: etree._Element) -> str:
    """What an element says, blanks as one, without its notes: a note that is added is not a new paragraph."""
    noted = element.find(f".//{tei('note')}") is not None
    words = "".join(_pieces(element)) if noted else str(_STRING(element))
    return " ".join(unicodedata.normalize("NFC", words).split())


_STRING = etree.XPath("string()")  # many times faster than a walk


def _pieces(element: etree._Element) -> Iterator[str]:
    inside = 0
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        own = isinstance(one.tag, str)
        if event == "start":
            inside += one.tag == tei("note") and one is not element
            if not inside and one.text:
                yield one.text
        else:
            inside -= own and one.tag == tei("note") and one is not element
            if not inside and one is not element and one.tail:
                yield one.tail


def _digest(words: str) -> str:
    number = int.from_bytes(hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return "".join(_SIGNS[number >> 5 * place & 31] for place in range(_LENGTH))
