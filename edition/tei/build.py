"""Writes a TEI document from the top down: the one place that knows XML's signs."""

from __future__ import annotations

import re
from io import BytesIO

from edition.tei.names import TEI

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_INDENT = "  "
_STRETCH = 1 << 15  # pieces that are joined at a time
_SIGNS = re.compile("[&<>\r]")
_SIGNS_IN_VALUE = re.compile('[&<>"\r\n\t]')
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ESCAPED_IN_VALUE = _ESCAPED | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


class TeiBuilder:
    """Elements are opened, filled and closed in the order of the document.

    `division` elements stand on lines of their own, `line` elements too but hold mixed content, and
    `phrase` elements run with the text, so that no blank is added where blanks count. What is written
    is kept as bytes: they take a fraction of the room of a tree.
    """

    def __init__(self) -> None:
        self._written = BytesIO()
        self._pieces = [_DECLARATION]
        self._tag = ""  # of the element that was opened last, while nothing is in it
        self._depth = 0
        self._inline = 0
        self._breaks = ["\n"]

    def division(self, name: str, **attributes: str | None) -> _Division:
        """An element that holds other elements only."""
        return _Division(self, name, attributes)

    def line(self, name: str, **attributes: str | None) -> _Line:
        """An element on a line of its own that holds text."""
        return _Line(self, name, attributes)

    def phrase(self, name: str, **attributes: str | None) -> _Phrase:
        """An element inside text."""
        return _Phrase(self, name, attributes)

    def leaf(self, name: str, text: str, **attributes: str | None) -> None:
        """An element on a line of its own with nothing but `text`."""
        with _Line(self, name, attributes):
            self.text(text)

    def plain(self, name: str, text: str) -> None:
        """An element on a line of its own with nothing but `text`, and no attribute."""
        self.new_line()
        escaped = text.translate(_ESCAPED) if _SIGNS.search(text) else text
        self._fill()
        self._pieces.append(f"<{name}>{escaped}</{name}>")

    def text(self, text: str) -> None:
        """Characters, each of which XML must be able to hold (`edition.model.characters`)."""
        if text:
            self._fill()
            self._pieces.append(text.translate(_ESCAPED) if _SIGNS.search(text) else text)

    def document(self) -> bytes:
        """The finished document as UTF-8, with XML declaration and a final line end. The builder is spent."""
        self._pieces.append("\n")
        self._join()
        return self._written.getvalue()

    def start(self, name: str, attributes: dict[str, str | None]) -> None:
        """Open an element. The first one is the document's and declares the namespace."""
        self._fill()
        declared = "" if self._depth else f' xmlns="{TEI}"'
        self._tag = f"<{name}{declared}{_written(attributes)}" if attributes else f"<{name}{declared}"

    def end(self, name: str) -> None:
        """Close the element that is open."""
        self._pieces.append(f"{self._tag}/>" if self._tag else f"</{name}>")
        self._tag = ""

    def new_line(self) -> None:
        """A line end and the indent, where no text is open."""
        if not self._inline:
            self._fill()
            self._pieces.append(self._breaks[self._depth])

    def deeper(self, step: int) -> None:
        """One level of divisions down (1), or up (-1)."""
        self._depth += step
        if self._depth == len(self._breaks):
            self._breaks.append("\n" + _INDENT * self._depth)

    def into_text(self, step: int) -> None:
        """Into an element that holds text (1), or out of it (-1)."""
        self._inline += step

    def _fill(self) -> None:
        """Finish the tag of an element that turns out not to be empty."""
        if self._tag:
            self._pieces.append(f"{self._tag}>")
            self._tag = ""
            if len(self._pieces) > _STRETCH:
                self._join()

    def _join(self) -> None:
        self._written.write("".join(self._pieces).encode())
        self._pieces = []


class _Element:
    """An element while it is open. (A context manager by `contextlib` takes three times as long.)"""

    __slots__ = ("_attributes", "_builder", "_name")

    def __init__(self, builder: TeiBuilder, name: str, attributes: dict[str, str | None]) -> None:
        self._builder = builder
        self._name = name
        self._attributes = attributes


class _Division(_Element):
    __slots__ = ()

    def __enter__(self) -> None:
        self._builder.new_line()
        self._builder.start(self._name, self._attributes)
        self._builder.deeper(1)

    def __exit__(self, *error: object) -> None:
        self._builder.deeper(-1)
        self._builder.new_line()
        self._builder.end(self._name)


class _Line(_Element):
    __slots__ = ()

    def __enter__(self) -> None:
        self._builder.new_line()
        self._builder.start(self._name, self._attributes)
        self._builder.into_text(1)

    def __exit__(self, *error: object) -> None:
        self._builder.into_text(-1)
        self._builder.end(self._name)


class _Phrase(_Element):
    __slots__ = ()

    def __enter__(self) -> None:
        self._builder.start(self._name, self._attributes)
        self._builder.into_text(1)

    def __exit__(self, *error: object) -> None:
        self._builder.into_text(-1)
        self._builder.end(self._name)


def _written(attributes: dict[str, str | None]) -> str:
    """Attributes that have a value, in the order given; `xml_id`, `xml_lang`, `type_` as XML writes them."""
    written = []
    for key, value in attributes.items():
        if value is not None:
            name = key.replace("xml_", "xml:", 1) if key.startswith("xml_") else key.rstrip("_")
            escaped = value.translate(_ESCAPED_IN_VALUE) if _SIGNS_IN_VALUE.search(value) else value
            written.append(f' {name}="{escaped}"')
    return "".join(written)
