"""Parsing of XML that comes from outside: no network, no files, no entity bombs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
    (`resolve_entities=False` would lose text silently). A document that asks for another file, a DTD for
    example, is refused: without it there might be text missing, and with it private files could get in.
    """
    refusing = _Refusing()
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
    )
    parser.resolvers.add(refusing)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if refusing.asked_for:
            return None, [_asking(data, name, refusing.asked_for[0])]
        entry = parser.error_log[0] if len(parser.error_log) else None
        reason = entry.message if entry else str(error)
        line, column = (entry.line, entry.column) if entry else error.position
        position = Position(max(line, 1), max(column, 1))
        return None, _explained(data, name, reason, position)
    except (OSError, ValueError) as error:
        return None, _explained(data, name, str(error), Position(1, 1))
    if refusing.asked_for:
        return None, [_asking(data, name, refusing.asked_for[0])]
    return TeiDocument(name, stem, data, root), []


class _Refusing(etree.Resolver):
    """Answers for every file that a document asks for, so that none is opened; notes which."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for: list[str] = []

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # type: ignore[override]
        """An empty file in place of the one asked for."""
        self.asked_for.append(str(system_url or public_id or ""))
        return self.resolve_string("", context)  # type: ignore[call-arg]


def _asking(data: bytes, name: str, href: str) -> Diagnostic:
    from edition.tei.malformed import external  # noqa: PLC0415  (sound files need none of it)

    return external(data, name=name, href=href)


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
