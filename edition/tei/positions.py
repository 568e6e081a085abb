"""Where the elements, attributes and words of a document stand in its file.

libxml2 knows only the line where a start tag ends. Here expat reads the file once more, tells the byte at
which each tag begins, and the tags are paired with the elements of the tree in document order; columns count
characters, not bytes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from lxml import etree

from edition.model import Position
from edition.model.characters import marked_encoding

if TYPE_CHECKING:
    from edition.tei.document import TeiDocument

_START_TAG = re.compile(rb"""<(?P<name>[^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""(?P<name>[^\s=/<>"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
_BEFORE_WORDS = re.compile(rb"(?:\s|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_WORDS = re.compile(rb"[^<&\r\n]*")
_LINE_END = re.compile(rb"\r\n?|\n")
_REFERENCE = re.compile(r"&[^;\s]*;")
_BARE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")


def encoding_of(data: bytes) -> str:
    """The encoding of an XML file: by its byte order mark, its first bytes, its declaration; else UTF-8."""
    marked = marked_encoding(data)
    if marked:
        return marked
    for start, encoding in _BARE:
        if data.startswith(start):
            return encoding
    declared = _DECLARED.match(data)
    return declared.group(1).decode("ascii") if declared else "utf-8"


def characters(data: bytes, encoding: str | None = None) -> str:
    r"""The characters of an XML file, line ends as `\n`; bytes that do not fit become U+FFFD."""
    return decoded(data, encoding or encoding_of(data)).replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes, encoding: str) -> str:
    """The characters of a file in that encoding; bytes that do not fit become U+FFFD."""
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("latin-1")


class Tag(NamedTuple):
    """Bytes of one element in its file: start tag from `start` to `inside`, end of its end tag `end`."""

    start: int
    inside: int
    end: int


class Extent(NamedTuple):
    """A place, and how many characters of its line are meant."""

    position: Position
    length: int


class WrittenAttribute(NamedTuple):
    """Bytes of the name of an attribute and of its value, without the quotation marks."""

    name: tuple[int, int]
    value: tuple[int, int]


class Places:
    """The places of chosen elements of one document.

    The elements of the tree may have been read from anywhere; one that cannot be found in the file is given
    the line libxml2 knows, column 1. With `starts_only` nothing is asked for but start tags: then the root
    alone is found without reading the whole file.
    """

    def __init__(
        self, document: TeiDocument, elements: Iterable[etree._Element], *, starts_only: bool = False
    ) -> None:
        self._document = document
        self._data = document.utf8
        self._wanted = list(elements)
        self._starts_only = starts_only
        self._counted: dict[int, list[tuple[int, int]]] = {}
        self._line: tuple[int, str] = (0, "")

    # -- places

    def element(self, element: etree._Element) -> Position:
        """Where the start tag of `element` begins."""
        return self.element_extent(element).position

    def attribute(self, element: etree._Element, name: str, offset: int | None = None) -> Position:
        """Where attribute `name` of `element` begins; with `offset`, the place that far into its value."""
        return self.attribute_extent(element, name, offset).position

    def text(self, element: etree._Element, after: etree._Element | None = None) -> Position:
        """Where the first word within `element` stands that is not in a child: before all, or `after` one."""
        return self.text_extent(element, after).position

    def element_extent(self, element: etree._Element) -> Extent:
        """The start tag of `element`, or its name where the tag is long."""
        tag = self._tags.get(element)
        if tag is None:
            return _line_only(element)
        match = _START_TAG.match(self._data, tag.start)
        if match is None:  # it comes from an entity
            return self._extent(tag.start, tag.inside)
        long = match.end() - match.start() > _LONG or _LINE_END.search(match.group())
        return self._extent(tag.start, match.end("name") if long else match.end())

    def attribute_extent(
        self, element: etree._Element, name: str, offset: int | None = None, length: int | None = None
    ) -> Extent:
        """Attribute `name` of `element`; with `offset`, `length` characters that far into its value."""
        tag = self._tags.get(element)
        if tag is None:
            return _line_only(element)
        found = self.written_attribute(element, name)
        if found is None:
            return self._extent(tag.start, tag.inside)
        start, stop = found.value
        if offset is None:
            return self._extent(found.name[0], stop + 1)
        value = self._data[start:stop].decode("utf-8", "replace")
        begin = _written_offset(value, offset)
        end = len(value) if length is None else _written_offset(value, offset + length)
        return self._extent(
            start + len(value[:begin].encode()), start + len(value[: max(end, begin)].encode())
        )

    def written_attribute(self, element: etree._Element, name: str) -> WrittenAttribute | None:
        """Where attribute `name` (expanded) of `element` is written in its start tag."""
        tag = self._tags.get(element)
        if tag is None:
            return None
        local = name.rpartition("}")[2].encode()
        wanted = local if "}" not in name else b":" + local
        for match in _ATTRIBUTE.finditer(self._data, tag.start, tag.inside):
            written = match["name"]
            if written == wanted or (b":" in wanted and written.endswith(wanted)):
                return WrittenAttribute(match.span("name"), (match.start("value") + 1, match.end() - 1))
        return None

    def text_extent(
        self,
        element: etree._Element,
        after: etree._Element | None = None,
        offset: int | None = None,
        length: int = 1,
    ) -> Extent:
        """The first line of words within `element` that is not in a child: before all, or `after` one; with
        `offset`, `length` characters that far into this text.
        """
        tag = self._tags.get(after if after is not None else element)
        if tag is None:
            return _line_only(element)
        if offset is not None:
            start = tag.end if after is not None else tag.inside
            written = self._data[start : self._data.find(b"<", start)]
            if b"\r" not in written:
                text = written.decode("utf-8", "replace")
                first, last = _written_offset(text, offset), _written_offset(text, offset + length)
                if last <= len(text):
                    return self._extent(start + len(text[:first].encode()), start + len(text[:last].encode()))
        blank = _BEFORE_WORDS.match(self._data, tag.end if after is not None else tag.inside)
        start = blank.end() if blank else tag.inside
        words = _WORDS.match(self._data, start)
        end = start + len(words.group().rstrip()) if words else start
        return self._extent(start, end)

    def tag(self, element: etree._Element) -> Tag | None:
        """The bytes of the element in the file as UTF-8, where it is found there."""
        return self._tags.get(element)

    def line(self, position: Position) -> str:
        """The line of the file at `position`, without its end."""
        starts = self._line_starts
        if not 1 <= position.line <= len(starts):
            return ""
        if position.line != self._line[0]:
            start = starts[position.line - 1]
            end = _LINE_END.search(self._data, start)
            line = self._data[start : end.start() if end else None].decode("utf-8", "replace")
            self._line = (position.line, line.lstrip("\ufeff"))
        return self._line[1]

    # -- bytes

    def _extent(self, start: int, end: int) -> Extent:
        line = bisect_right(self._line_starts, start)
        begin = self._line_starts[line - 1]
        before = self._characters(begin, start)
        stop = _LINE_END.search(self._data, start, end)
        length = len(self._data[start : stop.start() if stop else end].decode("utf-8", "replace"))
        return Extent(Position(line, before + 1), max(length, 1))

    def _characters(self, begin: int, end: int) -> int:
        """How many characters lie between two bytes; a line may be as long as the file, so they are not
        counted from its beginning each time.
        """
        known = self._counted.setdefault(begin, [(begin, 0)])
        number = bisect_right(known, (end, len(self._data))) - 1
        offset, count = known[number]
        text = self._data[offset:end].decode("utf-8", "replace")
        count += len(text.lstrip("\ufeff") if offset == begin else text)
        if end - offset > _OFTEN:
            known.insert(number + 1, (end, count))
        return count

    @cached_property
    def _line_starts(self) -> array[int]:
        starts = array("q", [0])
        starts.extend(match.end() for match in _LINE_END.finditer(self._data))
        return starts

    @cached_property
    def _tags(self) -> dict[etree._Element, Tag]:
        wanted = set(self._wanted)
        root = self._document.root
        if self._starts_only and wanted == {root}:
            first, _ = _tag_bytes(self._data, only_first=True)
            return {root: self._whole_tag(first[0], first[0])} if first else {}
        starts, ends = _tag_bytes(self._data)
        found: dict[etree._Element, Tag] = {}
        count = 0
        for count, element in enumerate(self._document.root.iter("*"), 1):
            if element in wanted and count <= len(starts):
                found[element] = self._whole_tag(starts[count - 1], ends[count - 1])
        return found if count == len(starts) else {}

    def _whole_tag(self, start: int, end: int) -> Tag:
        match = _START_TAG.match(self._data, start)
        if match is None:
            after = self._data.find(b";", start) + 1
            return Tag(start, after, after)
        if match.group().endswith(b"/>"):
            return Tag(start, match.end(), match.end())
        return Tag(start, match.end(), self._data.find(b">", end) + 1)


_OFTEN = 4096
"""Bytes after which it is noted how many characters there were."""
_BEGINNING = 16_384
"""Bytes in which the root usually begins."""
_LONG = 50
"""Bytes up to which a start tag is shown whole."""


def _tag_bytes(data: bytes, *, only_first: bool = False) -> tuple[array[int], array[int]]:
    """The byte where each element's start tag and end tag begins, in document order; with `only_first` those
    of the beginning of the document, at least of the root.
    """
    starts, ends, open_ = array("q"), array("q"), array("q")
    parser = expat.ParserCreate("utf-8")

    def start(_name: str, _attributes: dict[str, str]) -> None:
        open_.append(len(starts))
        starts.append(parser.CurrentByteIndex)
        ends.append(0)

    def end(_name: str) -> None:
        ends[open_.pop()] = parser.CurrentByteIndex

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        if only_first:
            begin, size = 0, _BEGINNING
            while not starts and begin < len(data):
                parser.Parse(data[begin : begin + size])
                begin += size
                size *= 2  # expat reads what it could not end again: so a long comment is not read for ever
        else:
            parser.Parse(data, True)
    except expat.ExpatError:
        return array("q"), array("q")
    return starts, ends


def _written_offset(value: str, offset: int) -> int:
    """Where in an attribute as it is written the character number `offset` of its value stands."""
    position = 0
    for match in _REFERENCE.finditer(value):
        if match.start() - position >= offset:
            break
        offset -= match.start() - position + 1
        position = match.end()
    return position + offset


def _line_only(element: etree._Element) -> Extent:
    return Extent(Position(getattr(element, "sourceline", None) or 1, 1), 1)
