"""The dates of a text where they stand, with the words around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from edition.chronology import compact, earliest
from edition.tei import local_name, tei

_AROUND = 56  # characters shown on either side of a date
_ELEMENTS = (tei("date"), tei("time"))
_BLOCKS = {
    tei(name)
    for name in (
        *("p", "ab", "l", "u", "sp", "head", "item", "cell", "note", "stage", "speaker", "salute", "signed"),
        *("dateline", "opener", "closer", "postscript", "byline", "docDate", "docImprint", "titlePart"),
        *("trailer", "label", "figDesc", "castItem", "bibl", "biblStruct", "quote", "div", "body", "text"),
    )
}


@dataclass(frozen=True, slots=True)
class DatedPlace:
    """A date in a text: its words with those before and after, its value in the form of edition.chronology.

    `when` is the earliest moment that it can mean, empty for none; `address` that of its passage.
    """

    stem: str
    address: str
    words: str
    before: str
    after: str
    value: str
    when: str
    element: str
    certainty: str = ""

    @property
    def year(self) -> str:
        """The year with its sign; empty where the date has none."""
        figures = self.when.removeprefix("-").partition("-")[0]
        if self.when.startswith("--") or len(figures) < 4 or not figures.isdecimal():
            return ""
        return f"-{figures}" if self.when.startswith("-") else figures


def dated_places(
    root: etree._Element, stem: str, addresses: dict[etree._Element, str]
) -> Iterator[DatedPlace]:
    """The dates in the text of a document, in their order."""
    text = root.find(tei("text"))
    if text is None:
        return
    read: dict[etree._Element, tuple[str, dict[etree._Element, tuple[int, int]]]] = {}
    near = nearest_addresses(text, addresses, _ELEMENTS)
    for element in text.iter(*_ELEMENTS):
        block = next(one for one in element.iterancestors() if one.tag in _BLOCKS)
        if block not in read:
            read[block] = _read(block)
        flow, spans = read[block]
        start, end = spans[element]
        attributes = {str(name): " ".join(str(value).split()) for name, value in element.attrib.items()}
        certainty = attributes.get("cert", "")
        yield DatedPlace(
            stem=stem,
            address=near[element],
            words=" ".join(flow[start:end].split()),
            before=_last(flow[max(0, start - 8 * _AROUND) : start]),
            after=_first(flow[end : end + 8 * _AROUND]),
            value=compact(attributes, certainty),
            when=earliest(attributes),
            element=local_name(element),
            certainty=certainty,
        )


def nearest_addresses(
    text: etree._Element, addresses: dict[etree._Element, str], names: Collection[str]
) -> dict[etree._Element, str]:
    """For each element of these `names` the address of the passage it is or stands in. Where there is none
    (headings, datelines) it is that of the next passage, at the end of a text that of the last.
    """
    near = next(reversed(addresses.values()), "")
    found: dict[etree._Element, str] = {}
    for element in reversed(list(text.iter("*"))):
        near = addresses.get(element, near)
        if element.tag in names:
            around = (element, *element.iterancestors())
            found[element] = next((addresses[one] for one in around if one in addresses), near)
    return found


def _read(block: etree._Element) -> tuple[str, dict[etree._Element, tuple[int, int]]]:
    """The text of a block without its notes, and where in it each date begins and ends."""
    pieces: list[str] = []
    length = inside = 0
    starts: dict[etree._Element, int] = {}
    spans: dict[etree._Element, tuple[int, int]] = {}
    for event, one in etree.iterwalk(block, events=("start", "end", "comment", "pi")):
        aside = one.tag == tei("note") and one is not block
        piece = None
        if event == "start":
            inside += aside
            piece = one.text
            starts[one] = length
        else:
            if event == "end":
                inside -= aside
                spans[one] = starts.pop(one), length
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
    return f"{blank}{words[:_AROUND].rpartition(' ')[0] or words[:_AROUND]}…"
