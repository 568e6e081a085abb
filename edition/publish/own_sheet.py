"""The XSLT sheet of an edition's own, with all that it includes, as one text that is compiled without a file.

An edition travels, and its sheet with it. What XSLT works out while a sheet is compiled (`static="yes"`,
`use-when`, shadow attributes; XSLT 3.0, 3.13 and 9.7) could read files like anything else: so Saxon is given
this text where it can read nothing (`edition.saxon.locked`), and sheets that are included are gathered here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.saxon.handed import module, table
from edition.tei import TeiDocument, parse, plain_xml
from edition.tei.positions import Places

_XSL = "http://www.w3.org/1999/XSL/Transform"
_ASKING = (f"{{{_XSL}}}include", f"{{{_XSL}}}import")
_DECLARATION = re.compile(r"\A\ufeff?(<\?xml\s[^>]*\?>)?")
_TABLE = re.compile(r"(?<=unparsed-text\(')([\w.-]+)(?='\))")
_MOST = 200
"""Sheets that one may bring along, each counted as often as it is included."""


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """The `text` of a sheet with all it needs, and the names of the `files` that the edition wrote for it."""

    text: str
    files: tuple[str, ...]


def own_sheet(path: Path, entry: Path) -> OwnSheet:
    """The sheet at `path`, its templates before those of our sheet at `entry`.

    Raises CannotRunError (PUBLISH-OWN-SHEET), with the place, for a sheet that is not there or not well-
    formed, or includes what does not lie in its own folder or below, or itself.

    (XSLT 3.0, 3.11.3: what is included has the import precedence of the including sheet.)
    """
    ours = _Gathering(entry.parent, "edition/xslt/", ours=True)
    own = _Gathering(path.parent)
    imported, included = ours.module(entry, None), own.module(path, None)
    return OwnSheet(
        f'<xsl:stylesheet version="3.0" xmlns:xsl="{_XSL}">'
        f'<xsl:import href="{imported}"/><xsl:include href="{included}"/></xsl:stylesheet>',
        tuple(own.names),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """An element that asks for a sheet, in its document."""

    document: TeiDocument
    places: Places
    element: etree._Element

    def refused(self, reason: str, attribute: str = "") -> CannotRunError:
        place = (
            self.places.attribute(self.element, attribute) if attribute else self.places.element(self.element)
        )
        return _refused(self.document.name, reason, place, self.places.line(place))


class _Gathering:
    """Sheets of one folder, each with the sheets that it includes inside it; their `names` in order."""

    def __init__(self, folder: Path, prefix: str = "", *, ours: bool = False) -> None:
        self._folder = folder.resolve()
        self._prefix = prefix
        self._ours = ours
        self._above: list[Path] = []
        self._count = 0
        self.names: dict[str, None] = {}

    def module(self, path: Path, asked: _Asked | None) -> str:
        """The address that holds the sheet at `path`, for which `asked` asks; None for the outermost."""
        document = self._read(path, asked)
        self._above.append(path.resolve())
        elements = list(document.root.iterchildren(*_ASKING))
        places = Places(document, elements)
        asking = [_Asked(document, places, element) for element in elements]
        addresses = [self.module(self._target(path, one), one) for one in asking]
        self._above.pop()
        text = _as_written(asking, addresses, document)
        return module(self._of_ours(text, path) if self._ours else text, document.name)

    def _read(self, path: Path, asked: _Asked | None) -> TeiDocument:
        name = self._prefix + (path.resolve().relative_to(self._folder).as_posix() if asked else path.name)
        self._count += 1
        try:
            if asked and self._count > _MOST:
                raise asked.refused(f"with this, more than {_MOST} sheets are included")
            document, findings = parse(path.read_bytes(), name=name, stem=path.stem)
        except OSError as error:
            missing = isinstance(error, FileNotFoundError)
            reason = "there is no such file" if missing else error.strerror or str(error)
            raise (
                asked.refused(f"{path.name}: {reason}", "href") if asked else _refused(name, reason)
            ) from None
        if document is None:
            first = findings[0]
            raise _refused(name, first.message, first.position, first.excerpt or "")
        self.names[name] = None
        return document

    def _target(self, path: Path, asked: _Asked) -> Path:
        """The file that an element asks for."""
        element = asked.element
        written = _written(element)
        href = element.get("href")
        if href is None:
            raise asked.refused(f"{written} has no href; one that is worked out (_href) is not followed")
        if element.get("_href") is not None:
            raise asked.refused(f"the address of {written} is worked out (_href), and so is not followed")
        if element.base:
            raise asked.refused(f"{written} counts from xml:base; write its href as it counts from this file")
        split = urlsplit(href.strip())
        target = path.parent / unquote(split.path)
        elsewhere = not split.path or split.scheme or split.netloc or split.query or split.fragment
        if elsewhere or PurePosixPath(split.path).is_absolute() or not self._holds(target):
            said = (
                f"{written} asks for {href.strip() or 'nothing'}, which is no file in the folder of the sheet"
            )
            raise asked.refused(said, "href")
        if target.resolve() in self._above:
            raise asked.refused(f"{href.strip()} includes itself", "href")
        return target

    def _holds(self, target: Path) -> bool:
        try:
            return target.resolve().is_relative_to(self._folder)
        except (OSError, RuntimeError, ValueError):  # links in a circle, NUL
            return False

    def _of_ours(self, text: str, path: Path) -> str:
        """The text of one of our sheets, with the tables that it reads, and a base for the addresses in it:
        working them out from one that holds the sheet takes Saxon three times as long as all the rest.
        """
        text = text.replace("<xsl:stylesheet", '<xsl:stylesheet xml:base="edition:/"', 1)
        return _TABLE.sub(lambda found: table((path.parent / found[1]).read_text(encoding="utf-8")), text)


def _as_written(asking: Sequence[_Asked], addresses: Sequence[str], document: TeiDocument) -> str:
    """The sheet without XML declaration and DOCTYPE, with the addresses it is to ask for.

    Each line stays where it is; but where entities have to be put in, a start tag of several lines becomes
    one of one, and lines after it are counted from there.
    """
    written = [one.places.written_attribute(one.element, "href") for one in asking]
    if document.root.getroottree().docinfo.internalDTD is not None or None in written:
        for one, address in zip(asking, addresses, strict=True):
            one.element.set("href", address)
        line: int = getattr(document.root, "sourceline", None) or 1
        return "\n" * (line - 1) + plain_xml(document.root)
    data, done, pieces = document.utf8, 0, list[bytes]()
    for attribute, address in zip(written, addresses, strict=True):
        if attribute is not None:
            pieces += [data[done : attribute.value[0]], address.encode()]
            done = attribute.value[1]
    text = b"".join([*pieces, data[done:]]).decode("utf-8", "replace")
    return _DECLARATION.sub(lambda found: " " * len(found[1] or ""), text, count=1)


def _written(element: etree._Element) -> str:
    return f"<xsl:{etree.QName(element).localname}>"


def _refused(name: str, reason: str, position: Position | None = None, excerpt: str = "") -> CannotRunError:
    return CannotRunError(
        diagnose("PUBLISH-OWN-SHEET", path=name, position=position, excerpt=excerpt, reason=reason)
    )
