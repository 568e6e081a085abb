"""The page that searches all texts: a form, and by search.js what Pagefind finds with the words around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib.resources import files

from edition.config import GENRES
from edition.site.frame import Frame, address, page
from edition.site.ordering import oldest
from edition.site.text import SiteText
from edition.site.words import word

SEARCH = "search"
"""The stem of the page."""

_ALLOWED = "'self' 'wasm-unsafe-eval'; worker-src 'self'"
_SAID = ("found", "none", "more", "failed")


@dataclass(frozen=True, slots=True)
class Searchable:
    """What an index offers: its `languages`, that of most texts first, and the `speakers` it knows."""

    languages: tuple[str, ...]
    speakers: tuple[str, ...] = ()


def search_page(texts: Sequence[SiteText], frame: Frame, index: Searchable) -> bytes:
    """The page for an index; a choice that leaves nothing to choose is left out."""
    genres = [genre for genre in GENRES[1:] if any(text.genre == genre for text in texts)]
    years = sorted({int(text.year) for text in texts if text.year})
    dates = {address(text.stem): text for text in texts}
    title = frame.word("search")
    data = "".join(f' data-{key}="{frame.word(f"search-{key}")}"' for key in _SAID)
    content = (
        f"<h1>{title}</h1>\n<noscript><p>{frame.word('search-script')}</p></noscript>\n"
        f'<div id="page:no-server" hidden><p>{frame.word("search-server")}</p>\n'
        f"<pre><code>edition serve .</code></pre></div>\n"
        f'<form role="search" hidden data-languages="{escape(" ".join(index.languages))}"{data}>\n'
        f'<p class="words"><label for="page:words">{frame.word("search-words")}</label>'
        f'<input id="page:words" name="q" type="search" autocomplete="off" aria-describedby="page:hint">'
        f"<button>{title}</button></p>\n"
        f'<p id="page:hint">{frame.word("search-hint")}</p>\n<div class="narrowed">\n'
        f"{_choice('speaker', frame, ((name, name) for name in index.speakers))}"
        f"{_choice('text', frame, ((address(text.stem), text.title) for text in texts), dates)}"
        f"{_choice('genre', frame, ((genre, _genre(genre, frame)) for genre in genres))}"
        f"{_years(years, frame)}{_order(texts, frame)}</div>\n</form>\n"
        f'<p role="status" id="page:status"></p>\n<ol class="found" id="page:found"></ol>\n'
    )
    looks = replace(frame, css=f"{_file('search.css')}\n{frame.css}")
    return page(looks, title=title, content=content, stem=SEARCH, script=_file("search.js"), allowed=_ALLOWED)


def _genre(genre: str, frame: Frame) -> str:
    return word(f"genre-{genre}", frame.language)


def _choice(
    name: str, frame: Frame, values: Iterable[tuple[str, str]], texts: Mapping[str, SiteText] | None = None
) -> str:
    """Values with their words; the dates of `texts` are told beside what is found, and not in the choice."""
    listed = list(values)
    if len(listed) < 2:
        return ""
    dated = texts or {}
    options = "".join(
        f'<option value="{escape(value)}"{_dated(dated.get(value))}>{escape(words)}</option>\n'
        for value, words in listed
    )
    return (
        f'<p><label for="page:by-{name}">{frame.word(f"search-{name}")}</label><select id="page:by-{name}" '
        f'name="{name}"><option value="">{frame.word("search-all")}</option>\n{options}</select></p>\n'
    )


def _dated(text: SiteText | None) -> str:
    """The date of a text in words and as `oldest` sorts it."""
    words = (text.date_words or text.date) if text is not None else ""
    return f' data-date="{escape(words)}" data-when="{oldest(text)}"' if text is not None and words else ""


def _order(texts: Sequence[SiteText], frame: Frame) -> str:
    """The choice of an order; where all texts are of one date there is none to choose."""
    if len({oldest(text) for text in texts}) < 2:
        return ""
    options = "".join(
        f'<option value="{order}">{frame.word(f"search-{name}")}</option>\n'
        for order, name in (("", "best"), ("oldest", "oldest"), ("newest", "newest"))
    )
    return (
        f'<p><label for="page:order">{frame.word("search-order")}</label>'
        f'<select id="page:order" name="order">{options}</select></p>\n'
    )


def _years(years: Sequence[int], frame: Frame) -> str:
    if len(years) < 2:
        return ""
    return "".join(
        f'<p><label for="page:by-{name}">{frame.word(f"search-{name}")}</label><input id="page:by-{name}" '
        f'name="{name}" type="number" min="{years[0]}" max="{years[-1]}" placeholder="{edge}"></p>\n'
        for name, edge in (("from", years[0]), ("to", years[-1]))
    )


@cache
def _file(name: str) -> str:
    return files("edition.site").joinpath(name).read_text(encoding="utf-8")
