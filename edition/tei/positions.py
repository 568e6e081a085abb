"""Where the elements, attributes and words of a document stand in its file.

libxml2 knows only the line where a start tag ends. Here the file's own characters are read once more, tag by
tag, and paired with the elements of the tree in document order; columns count characters, not bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from edition.model import Position, Source
from edition.model.characters import marked_encoding

if TYPE_CHECKING:
    from edition.tei.document import TeiDocument

_MARKUP = re.compile(
    r"""<!--.*?-->
      | <!\[CDATA\[.*?\]\]>
      | <\?.*?\?>
      | <!DOCTYPE (?: [^\[>"'] | "[^"]*" | '[^']*' )*+
                  (?P<subset> \[ (?: "[^"]*" | '[^']*' | <!--.*?--> | [^\]] )*+ \] )? \s* >
      | </ [^>]* >
      | <(?P<name> [^\s/>!?]+ ) (?: [^>"'] | "[^"]*" | '[^']*' )*? (?P<empty> /? ) >
      | &(?P<entity> [^\#;\s][^;\s]* );
    """,
    re.VERBOSE | re.DOTALL,
)
_ENTITY = re.compile(r"""<!ENTITY\s+(?P<name>[^\s%]+)\s+(?P<value>"[^"]*"|'[^']*')""")
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s=/<>"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
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
    try:
        text = data.decode(encoding or encoding_of(data), "replace")
    except LookupError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class Tag:
    """Offsets of one element in its file: start tag from `start` to `inside`, end of its end tag `end`."""

    start: int
    inside: int
    end: int


def tags(text: str) -> Iterator[Tag]:
    """The elements of a well-formed document in document order; entities count where they are used.

    A tag's `end` is right once the iteration is over.
    """
    entities: dict[str, str] = {}
    open_tags: list[Tag] = []
    for match in _MARKUP.finditer(text):
        if match["name"]:
            tag = Tag(match.start(), match.end(), match.end())
            if not match["empty"]:
                open_tags.append(tag)
            yield tag
        elif match["entity"]:
            for _ in range(_elements_in(match["entity"], entities, set())):
                yield Tag(match.start(), match.end(), match.end())
        elif match["subset"]:
            for entity in _ENTITY.finditer(match["subset"]):
                entities.setdefault(entity["name"], entity["value"][1:-1])
        elif match.group().startswith("</") and open_tags:
            open_tags.pop().end = match.end()


def _elements_in(entity: str, entities: dict[str, str], within: set[str]) -> int:
    """How many elements the replacement text of `entity` brings along."""
    text = entities.get(entity, "")
    if entity in within or ("<" not in text and "&" not in text):
        return 0
    # In a declaration &#60; is a way to write the "<" of markup.
    text = text.replace("&#60;", "<").replace("&#x3c;", "<").replace("&#x3C;", "<")
    count = 0
    for match in _MARKUP.finditer(text):
        if match["name"]:
            count += 1
        elif match["entity"]:
            count += _elements_in(match["entity"], entities, within | {entity})
    return count


class Places:
    """The places of chosen elements of one document.

    The elements of the tree may have been read from anywhere; one that cannot be found in the file is given
    the line libxml2 knows, column 1.
    """

    def __init__(self, document: TeiDocument, elements: Iterable[etree._Element]) -> None:
        self._document = document
        self._wanted = list(elements)

    @cached_property
    def source(self) -> Source:
        """The characters of the file."""
        encoding = encoding_of(self._document.data)
        return Source(self._document.name, self._document.stem, characters(self._document.data, encoding))

    def element(self, element: etree._Element) -> Position:
        """Where the start tag of `element` begins."""
        tag = self._tags.get(element)
        return self.source.position(tag.start) if tag else _line_only(element)

    def attribute(self, element: etree._Element, name: str, offset: int | None = None) -> Position:
        """Where attribute `name` of `element` begins; with `offset`, the place that far into its value."""
        tag = self._tags.get(element)
        if tag is None:
            return _line_only(element)
        local = name.rpartition("}")[2]
        wanted = f"{local}" if "}" not in name else f":{local}"
        for match in _ATTRIBUTE.finditer(self.source.text, tag.start, tag.inside):
            written = match["name"]
            if written == wanted or (":" in wanted and written.endswith(wanted)):
                if offset is None:
                    return self.source.position(match.start("name"))
                return self.source.position(match.start("value") + 1 + offset)
        return self.source.position(tag.start)

    def text(self, element: etree._Element, after: etree._Element | None = None) -> Position:
        """Where the first word within `element` stands that is not in a child: before all, or `after` one."""
        tag = self._tags.get(after if after is not None else element)
        if tag is None:
            return _line_only(element)
        offset = tag.end if after is not None else tag.inside
        blank = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*", re.DOTALL).match(self.source.text, offset)
        return self.source.position(blank.end() if blank else offset)

    def line(self, position: Position) -> str:
        """The line of the file at `position`."""
        return self.source.line(position.line)

    @cached_property
    def _tags(self) -> dict[etree._Element, Tag]:
        wanted = set(self._wanted)
        every = list(tags(self.source.text))
        found: dict[etree._Element, Tag] = {}
        count = 0
        for number, element in enumerate(self._document.root.iter("*")):
            count += 1
            if element in wanted and number < len(every):
                found[element] = every[number]
        return found if count == len(every) else {}


def _line_only(element: etree._Element) -> Position:
    return Position(getattr(element, "sourceline", None) or 1, 1)
