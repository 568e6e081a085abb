"""Builds a TEI tree from the top down: the one place that knows where text goes in lxml."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from edition.tei.names import TEI, XML_ID, XML_LANG, tei

_INDENT = "  "
_XML_NAMES = {"xml:id": XML_ID, "xml:lang": XML_LANG}


class TeiBuilder:
    """Elements are opened, filled and closed in the order of the document.

    `division` elements stand on lines of their own, `line` elements too but hold mixed content, and
    `phrase` elements run with the text, so that no blank is added where blanks count.
    """

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder()
        self._depth = 0
        self._inline = 0

    @contextmanager
    def division(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element that holds other elements only."""
        self._open(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._new_line()
        self._builder.end(tei(name))

    @contextmanager
    def line(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element on a line of its own that holds text."""
        self._open(name, attributes)
        self._inline += 1
        yield
        self._inline -= 1
        self._builder.end(tei(name))

    @contextmanager
    def phrase(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element inside text."""
        self._builder.start(tei(name), _given(attributes))
        self._inline += 1
        yield
        self._inline -= 1
        self._builder.end(tei(name))

    def leaf(self, name: str, text: str, **attributes: str | None) -> None:
        """An element on a line of its own with nothing but `text`."""
        with self.line(name, **attributes):
            self.text(text)

    def text(self, text: str) -> None:
        """Characters. Raises ValueError for what XML cannot hold."""
        self._builder.data(text)

    def root(self) -> etree._Element:
        """The finished tree. The builder is spent."""
        return self._builder.close()

    def _open(self, name: str, attributes: dict[str, str | None]) -> None:
        if self._depth == 0:
            self._builder.start(tei(name), _given(attributes), {None: TEI})  # type: ignore[call-arg]
            return
        self._new_line()
        self._builder.start(tei(name), _given(attributes))

    def _new_line(self) -> None:
        if not self._inline:
            self._builder.data("\n" + _INDENT * self._depth)


def _given(attributes: dict[str, str | None]) -> dict[str | bytes, str | bytes]:
    """Attributes that have a value; `xml_id`, `xml_lang`, `type_` as XML writes them, in the order given."""
    given: dict[str | bytes, str | bytes] = {}
    for key, value in attributes.items():
        if value is not None:
            name = key.rstrip("_").replace("xml_", "xml:", 1) if key.startswith("xml_") else key.rstrip("_")
            given[_XML_NAMES.get(name, name)] = value
    return given


def serialise(root: etree._Element) -> bytes:
    """The document as UTF-8 bytes with an XML declaration and a final line end."""
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"
