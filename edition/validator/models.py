"""The schemas that a document names itself, in `xml-model` (W3C, Associating Schemas with XML documents)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

_PSEUDO = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"


@dataclass(frozen=True, slots=True)
class Model:
    """One schema that a document names: `href` as it is written, and whether it is Schematron or RELAX NG."""

    href: str
    is_schematron: bool

    @property
    def is_remote(self) -> bool:
        """Whether it is on a network."""
        split = urlsplit(self.href)
        return bool(split.netloc) or split.scheme not in ("", "file")

    def path(self, folder: Path) -> Path:
        """Where it is on this machine, seen from the folder of the document."""
        return folder / unquote(urlsplit(self.href).path)


def models(root: etree._Element) -> Iterator[Model]:
    """The RELAX NG and Schematron schemas named before the root, in their order; no others."""
    named = [
        pi
        for pi in root.itersiblings(preceding=True)
        if isinstance(pi, etree._ProcessingInstruction) and pi.target == "xml-model"
    ]
    for pi in reversed(named):
        said = {name: double or single for name, double, single in _PSEUDO.findall(pi.text or "")}
        href, kind, language = said.get("href", ""), said.get("type", ""), said.get("schematypens", "")
        if not href:
            continue
        if language == _SCHEMATRON or (not language and href.endswith(".sch")):
            yield Model(href, is_schematron=True)
        elif language == _RELAXNG or "relax-ng" in kind or (not language and href.endswith((".rng", ".rnc"))):
            yield Model(href, is_schematron=False)
