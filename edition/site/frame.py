"""The page around what an edition says of itself: head, landmarks, style, as on the pages of its texts."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from edition import __version__
from edition.publish import style
from edition.site.words import word

HOME = "index"
"""The stem of the front page."""


@dataclass(frozen=True, slots=True)
class Way:
    """A page that all pages lead to: its stem, the word of the interface for it, and how much is in it."""

    stem: str
    key: str
    count: int | None = None

    @property
    def to(self) -> str:
        """Its address."""
        return address(self.stem)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one edition have in common: its title, the language of the interface,
    the address it is published at, with a stroke at its end, and the ways to the other pages."""

    title: str
    language: str
    site: str = ""
    ways: tuple[Way, ...] = ()
    css: str = ""  # a style sheet of the edition's own, that follows that of all pages

    def word(self, key: str) -> str:
        """A word of the interface, for HTML."""
        return escape(word(key, self.language))

    @property
    def name(self) -> str:
        """What the edition is called; it has to be called something."""
        return self.title or word("edition", self.language)


def page(
    frame: Frame,
    *,
    title: str,
    content: str,
    stem: str,
    within: str = "",
    script: str = "",
    allowed: str = "",
) -> bytes:
    """A page in UTF-8. `title` and `content` are HTML, that of its main part; on all but the front page the
    title of the edition leads there, with the ways to the other pages beside it. `within` is the stem of the
    page that this one is a part of; `script` is a program of the page, `allowed` what its policy lets in
    besides.
    """
    css, digest = style(frame.css)
    name = escape(frame.name)
    home = f'<p class="edition-title"><a href="{HOME}.html">{name}</a></p>\n'
    back = f"<header>\n{home}{_ways(frame, stem, within)}</header>\n"
    whole = title if stem == HOME else f"{title} · {name}"
    # connect-src: Chromium reads robots.txt for its audits under the policy of the page.
    rules = "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; {rules}"
    if script:
        checksum = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy += f"; script-src 'sha256-{checksum}' {allowed}"
    program = f"<script>{script}</script>\n" if script else ""
    return f"""<!DOCTYPE html>
<html lang="{frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{whole}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<meta name="generator" content="edition {escape(__version__)}">
{_described(frame, title, stem)}<style>{css}</style>
{program}</head>
<body class="of-edition">
<a class="skip" href="#page:text">{frame.word("skip")}</a>
{"" if stem == HOME else back}<main id="page:text">
{content}</main>
</body>
</html>
""".encode()


def _ways(frame: Frame, stem: str, within: str) -> str:
    """The ways to the other pages; the one that the reader is on is marked."""
    if not frame.ways:
        return ""
    items = []
    for way in frame.ways:
        here = "page" if way.stem == stem else "true" if way.stem == within else ""
        current = f' aria-current="{here}"' if here else ""
        items.append(f'<li><a href="{escape(way.to)}"{current}>{frame.word(way.key)}</a></li>\n')
    listed = "".join(items)
    return f'<nav class="of-site" aria-label="{frame.word("further")}">\n<ul>\n{listed}</ul>\n</nav>\n'


def _described(frame: Frame, title: str, stem: str) -> str:
    """What search engines and those who pass a link on are told (ogp.me), and the one address of the page."""
    facts = {"og:title": title, "og:type": "website", "og:site_name": escape(frame.name)}
    said = title if stem == HOME else f"{title} · {escape(frame.name)}"
    found = [f'<meta name="description" content="{said}">']
    if frame.site:
        facts["og:url"] = where = escape(frame.site if stem == HOME else f"{frame.site}{address(stem)}")
        found.append(f'<link rel="canonical" href="{where}">')
    found += [f'<meta property="{name}" content="{value}">' for name, value in facts.items()]
    return "".join(f"{one}\n" for one in found)


def address(stem: str, suffix: str = ".html") -> str:
    """The page of a text as a relative address: what that cannot hold is written by code."""
    return quote(f"{stem}{suffix}", safe="")


def year_words(year: str, language: str) -> str:
    """A year as readers write it: "-0043", which counts a year 0, is 44 BCE."""
    number = int(year)
    return str(number) if number > 0 else f"{1 - number}\N{NO-BREAK SPACE}{word('bce', language)}"


def language_of(language: str, frame: Frame) -> str:
    """A lang attribute for words in `language` where that is another than that of the interface."""
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language):
        return ""
    if language.partition("-")[0].casefold() == frame.language:
        return ""
    return f' lang="{language}" dir="auto"'
