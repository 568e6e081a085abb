"""What of a text's words stands on its printed pages: each word of the text is exchanged for one that occurs
nowhere else, so that on the page none can be mistaken for another, lost, or met twice without being seen.

Words that print has to show once are those of `text` in tests/reading_order.py, the readings of the
apparatus and the descriptions of pictures. It may leave out what is about the text (annotations), forms of
the source that an editor has regularised, and readings in a note. It may say again what an empty pointer
leads to, who speaks, and the head of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any

from lxml import etree
from pypdf import PdfReader

from tests.reading_order import ANNOTATIONS, said_by_document, shown_reading
from tests.unit.print_press import page_text

TEI = "{http://www.tei-c.org/ns/1.0}"
_MARKED = re.compile(r"q\d{4,}x")


@dataclass(frozen=True)
class Marked:
    """A document whose words are exchanged, the words that print must show, and those it may show."""

    source: bytes
    must: Counter[str]
    may: frozenset[str]

    def differences(self, pdf: bytes) -> list[str]:
        """Words that are lost or stand twice on the pages, with what holds them in the document."""
        found = words_on_pages(pdf)
        wrong = [word for word in self.must if word not in self.may and found[word] != 1]
        wrong += [word for word in self.must if word in self.may and found[word] < 1]
        wrong += [word for word in found if word not in self.must and word not in self.may]
        return [f"{found[word]} times: {_around(self.source, word)}" for word in wrong]


def marked(document: bytes) -> Marked:
    """`document` with a word of its own in the place of each word of its texts."""
    root: Any = deepcopy(etree.fromstring(document))
    numbers = count(1)
    for text in root.iter(f"{TEI}text"):
        if next(text.iterancestors(f"{TEI}text"), None) is None:
            for element in text.iter():
                inside = element.text if isinstance(element.tag, str) else None
                if inside:
                    element.text = _exchanged(inside, numbers)
                if element is not text and element.tail:
                    element.tail = _exchanged(element.tail, numbers)
    said = said_by_document(root)
    readings = {word for app in root.iter(f"{TEI}app") for word in _words(_all(app)) if _is_printed(app)}
    for unsaid in root.iter(*(f"{TEI}{name}" for name in (*ANNOTATIONS, "binaryObject"))):
        readings.difference_update(_words(_all(unsaid)))
    for choice in root.iter(f"{TEI}choice"):
        for form in set(choice.iterchildren(etree.Element)) - {shown_reading(choice)}:
            readings.difference_update(_words(_all(form)))
    must = Counter(_words(said.text)) + Counter(word for line in said.pictures for word in _words(line))
    must += Counter(word for word in readings if word in _words("".join(said.readings)))
    again = {word for goal in _goals(root) for word in _words(_all(goal))}
    again |= {
        word for row in root.iter(f"{TEI}row", f"{TEI}cell") for word in _words(_all(row)) if _is_head(row)
    }
    may = {word for word in _words("".join((*said.readings, *said.annotations))) if word not in must}
    return Marked(etree.tostring(root, encoding="utf-8"), must, frozenset(may | again))


def words_on_pages(pdf: bytes) -> Counter[str]:
    """The marked words on the pages of a PDF, without running heads and folios."""
    found: Counter[str] = Counter()
    for page in PdfReader(BytesIO(pdf)).pages:
        found.update(_MARKED.findall(re.sub(r"\s+", "", page_text(page)).lower()))
    return found


def _exchanged(text: str, numbers: count[int]) -> str:
    return re.sub(r"\S+", lambda _: f" q{next(numbers):04}x ", text)


def _words(text: str) -> list[str]:
    return _MARKED.findall(text)


def _all(element: Any) -> str:
    return "".join(element.itertext(tag=None))


def _is_printed(variant: Any) -> bool:
    """Whether print has all readings of a place: not in a note, which has no notes, nor in an annotation."""
    around = {etree.QName(one).localname for one in variant.iterancestors(etree.Element)}
    return around.isdisjoint(("note", *ANNOTATIONS))


def _is_head(row: Any) -> bool:
    """Whether this may be of the head of a table, which is set again on each page."""
    return bool(row.get("role") == "label")


def _goals(root: Any) -> list[Any]:
    """What pointers without words of their own lead to, and who speaks."""
    by_id = {one.get("{http://www.w3.org/XML/1998/namespace}id"): one for one in root.iter(etree.Element)}
    pointers = [one for one in root.iter(f"{TEI}ptr", f"{TEI}ref") if not _all(one).strip()]
    targets = [one.get("target", "") for one in pointers]
    targets += [who for one in root.iter(f"{TEI}u") for who in one.get("who", "").split()]
    return [by_id[target[1:]] for target in targets if target[1:] in by_id]


def _around(source: bytes, word: str) -> str:
    text = source.decode()
    place = text.find(word)
    return " ".join(text[max(0, place - 110) : place + 60].split())
