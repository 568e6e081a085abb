"""The files that rules come from: one, and those it includes from its own folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.diagnostics import CannotRunError, diagnose
from edition.model import Position
from edition.schematron.names import AT, sch, xsl
from edition.schematron.rules import Origin
from edition.tei import parse


def line_of(element: etree._Element) -> int:
    """The line in which the start tag of an element ends."""
    return getattr(element, "sourceline", None) or 1


class Folder:
    """Reads files of one folder, numbers their rules, and remembers where each stands."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent.resolve()
        self.origins: list[Origin] = []
        self._prefixes: dict[str, set[str]] = {}

    def read(self, path: Path) -> etree._Element:
        """The root of the file. Raises CannotRunError where it is not there or not well-formed."""
        name = str(path)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise CannotRunError(diagnose("RULE-MISSING", path=name, file=name)) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotRunError(diagnose("RULE-UNREADABLE", path=name, file=name, reason=reason)) from error
        document, findings = parse(data, name=name, stem=path.stem)
        if document is None:
            raise CannotRunError(findings[0])
        elements = list(document.root.iter(sch("*"), xsl("*")))
        for element in elements:
            for prefix, uri in element.nsmap.items():
                if prefix:
                    self._prefixes.setdefault(prefix, set()).add(uri)
        for element in elements:
            element.set(AT, self.number(element, name))
        return document.root

    def number(self, element: etree._Element, name: str) -> str:
        """A number for where an element of the file stands."""
        self.origins.append(Origin(name, line_of(element)))
        return str(len(self.origins) - 1)

    def target(self, href: str, path: Path, line: int) -> tuple[Path, str]:
        """The file and the fragment that `href` in line `line` of `path` means.

        Raises CannotRunError where it leads out of the folder, to another machine or to no file.
        """
        split = urlsplit(href.strip())
        target = path.parent / unquote(split.path)
        elsewhere = not split.path or split.scheme or split.netloc
        if elsewhere or not target.resolve().is_relative_to(self._folder):
            raise CannotRunError(
                diagnose(
                    "RULE-OUTSIDE",
                    path=str(path),
                    position=Position(line, 1),
                    what=f"they include {href.strip() or 'nothing'}, which is not in their own folder",
                )
            )
        return target, split.fragment

    def origin(self, element: etree._Element) -> Origin:
        """Where an element of the rules stands."""
        return self.origins[int(element.get(AT, "0"))]

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefixes that mean one namespace wherever rules stand."""
        return {prefix: next(iter(uris)) for prefix, uris in self._prefixes.items() if len(uris) == 1}
