"""Where in a text something stands: the passage that has an address, and the words before and after."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from edition.tei import tei

_AROUND = 56  # characters shown on either side
_BLOCKS = {
    tei(name)
    for name in (
        *("p", "ab", "l", "u", "sp", "head", "item", "cell", "note", "stage", "speaker", "salute", "signed"),
        *("dateline", "opener", "closer", "postscript", "byline", "docDate", "docImprint", "titlePart"),
        *("trailer", "label", "figDesc", "castItem", "bibl", "biblStruct", "quote", "div", "body", "text"),
    )
}
_NOTE, _CHOICE, _APP, _LEM, _RDG = map(tei, ("note", "choice", "app", "lem", "rdg"))
_AS_WRITTEN = {tei(name) for name in ("sic", "orig", "abbr")}
_BREAKS = {tei(name) for name in ("lb", "pb", "cb")}


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text with those before and after; `address` is of their paragraph, speech or line."""

    address: str
    words: str
    before: str = ""
    after: str = ""


_Spans = dict[etree._Element, tuple[int, int]]


class Contexts:
    """Reads the passages of one text; `addresses` are those of edition.tei.addresses."""

    def __init__(self, text: etree._Element, addresses: dict[etree._Element, str]) -> None:
        self._text = text
        self._addresses = addresses
        self._read: dict[etree._Element, tuple[str, _Spans]] = {}
        self._next: dict[etree._Element, str] | None = None

    def holds(self, element: etree._Element) -> bool:
        """Whether an element stands in this text, and not in one beside it in the same file."""
        return any(one is self._text for one in element.iterancestors())

    def address(self, element: etree._Element) -> str:
        """The address of the passage that an element is or stands in. Where there is none (headings,
        datelines) it is that of the next passage, at the end of a text that of the last.
        """
        one: etree._Element | None = element
        while one is not None:
            if one in self._addresses:
                return self._addresses[one]
            one = one.getparent()
        if self._next is None:
            self._next = {}
            near = next(reversed(self._addresses.values()), "")
            for other in reversed(list(self._text.iter("*"))):
                near = self._addresses.get(other, near)
                self._next[other] = near
        return self._next[element]

    def passage(self, element: etree._Element) -> Passage:
        """An element of the text in its context, which ends with its block and has no notes in it; of two
        readings it has the edited one. The words are empty where they are left out so.
        """
        block = next((one for one in element.iterancestors() if one.tag in _BLOCKS), self._text)
        if block not in self._read:
            self._read[block] = _read(block)
        flow, spans = self._read[block]
        start, end = spans[element]
        return Passage(
            self.address(element),
            " ".join(flow[start:end].split()),
            _last(flow[max(0, start - 8 * _AROUND) : start]),
            _first(flow[end : end + 8 * _AROUND]),
        )


def _is_aside(one: etree._Element) -> bool:
    """Whether the words of an element are not in the run of those around it."""
    if one.tag == _NOTE:
        return True
    above = one.getparent()
    if above is None:
        return False
    if one.tag in _AS_WRITTEN and above.tag == _CHOICE:
        return any(other.tag not in _AS_WRITTEN for other in above.iterchildren("*"))
    return one.tag == _RDG and above.tag == _APP and above.find(_LEM) is not None


def _read(block: etree._Element) -> tuple[str, _Spans]:
    """The text of a block without its notes, and where in it each element begins and ends."""
    pieces: list[str] = []
    length = inside = 0
    aside: set[etree._Element] = set()
    starts: dict[etree._Element, int] = {}
    spans: _Spans = {}
    for event, one in etree.iterwalk(block, events=("start", "end", "comment", "pi")):
        if event == "start":
            if one is not block and _is_aside(one):
                aside.add(one)
                inside += 1
            piece = one.text
            starts[one] = length
        else:
            if event == "end":
                spans[one] = starts.pop(one), length
                if one in aside:
                    inside -= 1
                elif not inside and (one.tag in _BLOCKS or one.tag in _BREAKS) and one.get("break") != "no":
                    pieces.append(" ")
                    length += 1
            piece = one.tail if one is not block else None
        if piece and not inside:
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), spans


def _last(flow: str) -> str:
    """The last words of what stands before, with the blank after them if there is one."""
    words = " ".join(flow.split())
    blank = " " if flow[-1:].isspace() and words else ""
    if len(words) <= _AROUND:
        return words + blank
    return f"…{words[-_AROUND:].partition(' ')[2] or words[-_AROUND:]}{blank}"


def _first(flow: str) -> str:
    words = " ".join(flow.split())
    blank = " " if flow[:1].isspace() and words else ""
    if len(words) <= _AROUND:
        return blank + words
    kept = words[:_AROUND].rpartition(" ")[0] or words[:_AROUND]
    return f"{blank}{kept}{'…' if kept[-1].isalnum() else ' …'}"
