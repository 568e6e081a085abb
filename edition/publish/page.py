"""What the web page is given from outside the document: its style, its name, its TEI file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

import edition
from edition.resources import resource
from edition.saxon import Parameter


def page_parameters(stem: str, edition_title: str, *, tei_beside: bool) -> dict[str, Parameter]:
    """Parameters of xslt/html.xsl for the document that `stem` names the outputs of.

    The page links to `stem.xml` where that will lie beside it.
    """
    style, style_hash = _style()
    return {
        "style": style,
        "style-hash": style_hash,
        "tei-file": f"{stem}.xml" if tei_beside else "",
        "edition-title": edition_title,
        "generator": f"edition {edition.__version__}",
    }


@cache
def _style() -> tuple[str, str]:
    """The style sheet, and the SHA-256 by which the page's Content-Security-Policy knows it."""
    text = resource("xslt", "page", "page.css").read_text(encoding="utf-8")
    return text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
