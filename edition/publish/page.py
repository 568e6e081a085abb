"""What the web page is given from outside the document: its style, its name, its TEI file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import edition
from edition.resources import resource
from edition.saxon import Parameter


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages of the edition that a page leads to: file names, with the titles of the two texts beside it.

    What is empty there is not.
    """

    home: str = ""
    previous: str = ""
    previous_title: str = ""
    next: str = ""
    next_title: str = ""


def page_parameters(
    stem: str,
    edition_title: str,
    *,
    tei_beside: bool,
    neighbours: Neighbours,
    site: str = "",
    registers: Mapping[str, str] | None = None,
) -> dict[str, Parameter]:
    """Parameters of xslt/html.xsl for the document that `stem` names the outputs of.

    The page links to `stem.xml` where that will lie beside it, and to its neighbours. `site` is the address
    that the edition is published at, with a stroke at its end; empty where nobody has said. `registers` are
    the addresses of entries, by the pointers of the document that mean them.
    """
    css, digest = style()
    return {
        "style": css,
        "style-hash": digest,
        "site": site,
        "page-address": f"{site}{quote(stem, safe='')}.html" if site else "",
        "registers": "\n".join(f"{pointer} {to}" for pointer, to in (registers or {}).items()),
        "home-file": neighbours.home,
        "previous-file": neighbours.previous,
        "previous-title": neighbours.previous_title,
        "next-file": neighbours.next,
        "next-title": neighbours.next_title,
        "tei-file": f"{stem}.xml" if tei_beside else "",
        "edition-title": edition_title,
        "generator": f"edition {edition.__version__}",
    }


@cache
def style() -> tuple[str, str]:
    """The style sheet of all pages, and the SHA-256 by which the page's Content-Security-Policy knows it."""
    text = resource("xslt", "page", "page.css").read_text(encoding="utf-8")
    return text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
