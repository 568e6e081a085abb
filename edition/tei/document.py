"""Parsing of XML that comes from outside: no network, no files, no entity bombs."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from edition.diagnostics import Diagnostic
from edition.model import Position
from edition.tei.positions import decoded, encoding_of


@dataclass(frozen=True)
class TeiDocument:
    """A well-formed XML document and the bytes it was parsed from.

    `name` is what messages call it; `stem` names its outputs (`stem.html`, `stem.pdf`).
    """

    name: str
    stem: str
    data: bytes
    root: etree._Element

    @property
    def utf8(self) -> bytes:
        """The characters of the file in UTF-8, whatever its encoding; what it says of that is not changed."""
        encoding = encoding_of(self.data)
        if encoding.lower().replace("_", "-") in _UTF8:
            return self.data
        return decoded(self.data, encoding).encode("utf-8", "replace")


_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii", "utf-8-sig")


def parse(data: bytes, *, name: str, stem: str) -> tuple[TeiDocument | None, list[Diagnostic]]:
    """The document in `data`, or None and the findings that say why it is not well-formed.

    Entities that the document declares itself are expanded; nothing is read from outside
    (FACTS of lxml: `resolve_entities=False` would lose text silently).
    """
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        entry = parser.error_log[0] if len(parser.error_log) else None
        reason = entry.message if entry else str(error)
        line, column = (entry.line, entry.column) if entry else error.position
        position = Position(max(line, 1), max(column, 1))
        return None, _explained(data, name, reason, position)
    except (OSError, ValueError) as error:
        return None, _explained(data, name, str(error), Position(1, 1))
    return TeiDocument(name, stem, data, root), []


def read_back(data: bytes) -> etree._Element:
    """The tree of a document that this program wrote, of any size, without the blanks between elements.

    Raises XMLSyntaxError where it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False, remove_blank_text=True
    )
    return etree.fromstring(data, parser)


def _explained(data: bytes, name: str, reason: str, position: Position) -> list[Diagnostic]:
    from edition.tei.malformed import explain_malformed  # noqa: PLC0415  (sound files need none of it)

    return explain_malformed(data, name=name, reason=reason, position=position)


def plain_xml(root: etree._Element) -> str:
    """The tree as text without XML declaration and DOCTYPE, entities expanded: what Saxon is handed."""
    return etree.tostring(root, encoding="unicode", with_tail=False)
