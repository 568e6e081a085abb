"""The page around what an edition says of itself: head, landmarks, style, as on the pages of its texts."""

from __future__ import annotations

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
class Frame:
    """What all pages of one edition have in common: its title, the language of the interface, and
    the address it is published at, with a stroke at its end."""

    title: str
    language: str
    site: str = ""
    css: str = ""  # a style sheet of the edition's own, that follows that of all pages

    def word(self, key: str) -> str:
        """A word of the interface, for HTML."""
        return escape(word(key, self.language))

    @property
    def name(self) -> str:
        """What the edition is called; it has to be called something."""
        return self.title or word("edition", self.language)


def page(frame: Frame, *, title: str, content: str, stem: str) -> bytes:
    """A page in UTF-8. `content` is the HTML of its main part; on all but the front page the title of the
    edition leads there.
    """
    css, digest = style(frame.css)
    name = escape(frame.name)
    back = f'<header>\n<p class="edition-title"><a href="{HOME}.html">{name}</a></p>\n</header>\n'
    whole = title if title == frame.name else f"{title} · {frame.name}"
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f"""<!DOCTYPE html>
<html lang="{frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{escape(whole)}</title>
<meta name="color-scheme" content="light dark">
<meta name="generator" content="edition {escape(__version__)}">
{_described(frame, title, stem)}<style>{css}</style>
</head>
<body class="of-edition">
<a class="skip" href="#page:text">{frame.word("skip")}</a>
{"" if stem == HOME else back}<main id="page:text">
{content}</main>
</body>
</html>
""".encode()


def _described(frame: Frame, title: str, stem: str) -> str:
    """What search engines and those who pass a link on are told (ogp.me), and the one address of the page."""
    facts = {"og:title": title, "og:type": "website", "og:site_name": frame.name}
    said = title if stem == HOME else f"{title} · {frame.name}"
    found = [f'<meta name="description" content="{escape(said)}">']
    if frame.site:
        facts["og:url"] = where = frame.site if stem == HOME else f"{frame.site}{address(stem)}"
        found.append(f'<link rel="canonical" href="{escape(where)}">')
    found += [f'<meta property="{name}" content="{escape(value)}">' for name, value in facts.items()]
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
