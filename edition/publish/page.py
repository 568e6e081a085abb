"""What the web page is given from outside the document: its style, its name, its TEI file."""

from __future__ import annotations

import base64
import hashlib
import re
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

    `search` is the page that searches all texts. What is empty there is not.
    """

    home: str = ""
    previous: str = ""
    previous_title: str = ""
    next: str = ""
    next_title: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite the text of a page: `markup` is XHTML (in a `div` a `p` a style and a `pre` a format, each
    with its name as title, the `pre` with the name of a file as id); `genre` as in edition.config.GENRES;
    `bylines` are words before an author's name that are no part of it ("By").
    """

    markup: str = ""
    genre: str = ""
    bylines: tuple[str, ...] = ()


_STYLE, _SCRIPT = "/* style */", "/* script */"  # what stands in their places until a page is dressed


def page_parameters(
    stem: str,
    edition_title: str,
    *,
    tei_beside: bool,
    neighbours: Neighbours,
    site: str = "",
    citation: Citation | None = None,
    css: str = "",
    pictures: str = "",
    registers: Mapping[str, str] | None = None,
) -> dict[str, Parameter]:
    """Parameters of xslt/html.xsl for the document that `stem` names the outputs of.

    The page links to `stem.xml` where that will lie beside it, and to its neighbours. `site` is the address
    that the edition is published at, with a stroke at its end; empty where nobody has said. `css` is a style
    sheet of the edition's own, `pictures` the table of the pictures that the document names. `registers` are
    the addresses of entries of registers, by the pointers of the document that mean them.
    """
    _, digest = style(css)
    _, program_digest = script()
    return {
        "style": _STYLE,
        "style-hash": digest,
        "script": _SCRIPT,
        "script-hash": program_digest,
        "site": site,
        "page-address": f"{site}{quote(stem, safe='')}.html" if site else "",
        "registers": "\n".join(f"{pointer} {to}" for pointer, to in (registers or {}).items()),
        "home-file": neighbours.home,
        "previous-file": neighbours.previous,
        "previous-title": neighbours.previous_title,
        "next-file": neighbours.next,
        "next-title": neighbours.next_title,
        "search-file": neighbours.search,
        "pictures": pictures,
        "tei-file": f"{stem}.xml" if tei_beside else "",
        "edition-title": edition_title,
        **_cited(citation or Citation()),
        "generator": f"edition {edition.__version__}",
    }


def _cited(citation: Citation) -> dict[str, Parameter]:
    return {
        "citations": citation.markup,
        "genre": citation.genre,
        "bylines": "|".join(map(re.escape, citation.bylines)),
    }


def dressed(page: str, css: str = "") -> str:
    """A page that was made with these parameters, with its style and its script put in.

    All pages have the same, as long as a short text: so XSLT need not copy them for each.
    """
    page = _accents_with_letters(page)
    page = page.replace(f"<style>{_STYLE}</style>", f"<style>{style(css)[0]}</style>", 1)
    return page.replace(f"<script>{_SCRIPT}</script>", f"<script>{script()[0]}</script>", 1)


def _accents_with_letters(page: str) -> str:
    """A page in which no element begins with an accent for the letter before it: that stands with its letter.

    Encoders mark the stroke of an abbreviation as an element of its own; text that begins with a combining
    character is none (Character Model for the World Wide Web, C016), and browsers set it anywhere.
    """
    if _ACCENT_FIRST.search(page) is None:
        return page
    return _ACCENT_IN_PHRASE.sub(r"\2\1", page)


_ACCENTS = r"[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+"
_ACCENT_FIRST = re.compile(f">{_ACCENTS}")
_PHRASE = r"<(?:span|i|b|em|q|cite|ins|del|sup|sub|a)(?: [^<>]*)?>"
_ACCENT_IN_PHRASE = re.compile(rf"(?<=[^\s>])((?:{_PHRASE})+)({_ACCENTS})")


@cache
def style(own: str = "") -> tuple[str, str]:
    """The style sheet of all pages, and the SHA-256 by which the page's Content-Security-Policy knows it.

    It is page.css and, in the order of their names, what the other sheets of xslt/page add; then that of the
    edition's `own`.
    """
    return _with_digest(_parts("css", first="page.css") + (f"\n{own}" if own else ""))


@cache
def script() -> tuple[str, str]:
    """The script of the pages of texts, which do without it as well, and its SHA-256 likewise."""
    return _with_digest(_parts("js"))


def _parts(suffix: str, first: str = "") -> str:
    files = sorted(
        resource("xslt", "page").glob(f"*.{suffix}"), key=lambda file: (file.name != first, file.name)
    )
    return "".join(_bare(file.read_text(encoding="utf-8")) for file in files)


def _bare(source: str) -> str:
    """A sheet or script of ours without its comments and indentation, which every page would carry."""
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _with_digest(text: str) -> tuple[str, str]:
    return text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
