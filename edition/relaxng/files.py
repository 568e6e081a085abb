"""The files of a schema: read as XML, from the folder of the schema and below, never from a network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from edition.relaxng.errors import OutsideFolderError, SchemaError

_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One file of a schema: its place, what messages call it, and its root element."""

    path: Path
    name: str
    root: etree._Element


class SchemaFiles:
    """The files that one schema comes in."""

    def __init__(self, path: Path) -> None:
        self._folder = path.resolve().parent
        self._main = path

    def main(self) -> SchemaFile:
        """The file the schema begins with. Raises SchemaError, OSError where it is not there."""
        return SchemaFile(self._main.resolve(), str(self._main), parsed(self._main, str(self._main)))

    def beside(self, file: SchemaFile, href: str, line: int | None, *, base: str = "") -> SchemaFile:
        """The file that `href` in `file` names, counted from `base` (`base_of`).

        Raises OutsideFolderError where that is not in the schema's folder or below it, SchemaError where it
        is not there or is not XML.
        """
        split = urlsplit(href)
        if split.fragment or href.endswith("#"):
            reason = f'href="{href}" names a part of a file; only whole files can be taken in'
            raise SchemaError(reason, path=file.name, line=line, rule="4.5")
        split = urlsplit(_joined(base, href))
        path = (file.path.parent / unquote(split.path)).resolve()
        if split.scheme or split.netloc or not split.path or not path.is_relative_to(self._folder):
            raise OutsideFolderError(href, path=file.name, line=line)
        name = str(self._main.parent / path.relative_to(self._folder))
        try:
            return SchemaFile(path, name, parsed(path, name))
        except OSError as error:
            reason = f"it asks for {href}, which cannot be read: {error.strerror or error}"
            raise SchemaError(reason, path=file.name, line=line) from None


def base_of(element: etree._Element) -> str:
    """What pointers in `element` count from, by xml:base on it and around it; empty for its file (4.5)."""
    base = ""
    for holder in reversed((element, *element.iterancestors())):
        base = _joined(base, holder.get(_BASE) or "")
    return base


def _joined(base: str, reference: str) -> str:
    """A reference as counted from a base, both as paths where they are relative; `..` keeps leading out."""
    if not base or not reference or urlsplit(reference).scheme or reference.startswith("/"):
        return reference or base
    split = urlsplit(base)
    if split.scheme or split.netloc:
        return urljoin(base, reference)
    folder = split.path.rpartition("/")[0]
    return f"{folder}/{reference}" if folder else reference


def parsed(path: Path, name: str) -> etree._Element:
    """The root element of a schema file in XML or compact syntax (`.rnc`)."""
    data = path.read_bytes()
    if path.suffix.lower() == ".rnc":
        data = _in_xml_syntax(data, name)
    parser = etree.XMLParser(
        no_network=True,
        load_dtd=False,
        resolve_entities="internal",  # type: ignore[arg-type]
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    refusing = _Refusing()
    parser.resolvers.add(refusing)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        entry = parser.error_log[0] if len(parser.error_log) else None
        line, column = (entry.line, entry.column) if entry else error.position
        reason = entry.message if entry else str(error)
        raise NotXmlError(reason, path=name, line=max(line, 1), column=max(column, 1)) from None
    except (OSError, ValueError) as error:
        raise NotXmlError(str(error), path=name) from None
    if refusing.asked_for:
        raise OutsideFolderError(refusing.asked_for[0], path=name, line=1)
    return root


class _Refusing(etree.Resolver):
    """Answers for every file that a DOCTYPE asks for, so that none is opened; notes which."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for: list[str] = []

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # type: ignore[override]
        """An empty file in place of the one asked for."""
        self.asked_for.append(str(system_url or public_id or ""))
        return self.resolve_string("", context)  # type: ignore[call-arg]


def _in_xml_syntax(data: bytes, name: str) -> bytes:
    from edition.relaxng.compact import from_compact  # noqa: PLC0415  (seldom needed)
    from edition.relaxng.compact.tokens import CompactSyntaxError  # noqa: PLC0415  (only for .rnc)

    try:
        return from_compact(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotCompactError("it is not in UTF-8", path=name) from None
    except CompactSyntaxError as error:
        raise NotCompactError(error.reason, path=name, line=error.line, column=error.column) from None


class NotCompactError(SchemaError):
    """A file of the schema is called `.rnc` and is not in compact syntax."""


class NotXmlError(SchemaError):
    """A file of the schema is not well-formed XML."""


class NotRelaxngError(SchemaError):
    """The file is XML of another kind, of that `namespace`."""

    def __init__(self, reason: str, *, path: str, line: int | None, namespace: str) -> None:
        super().__init__(reason, path=path, line=line)
        self.namespace = namespace
