"""The list of sources that the texts of a volume cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.bibliography import Entry
from edition.book.typst_source import array, call, literal
from edition.site.alphabet import filing
from edition.site.text import SiteText
from edition.site.words import word


def source_list(title: str, texts: Sequence[SiteText], language: str) -> Iterator[str]:
    """Each source once, in the order of its authors' names; nothing where no source has a title."""
    entries = {
        (one.entry.authors, one.entry.title, one.entry.container, one.entry.date): one.entry
        for text in texts
        for one in text.sources
        if one.entry.title or one.entry.container
    }
    ordered = sorted(entries.values(), key=lambda entry: (*filing(_first(entry)), entry.date))
    if ordered:
        yield call(
            "plain-part", literal(title), *(array(('""', _reference(one, language), '""')) for one in ordered)
        )


def _first(entry: Entry) -> str:
    return "; ".join(one.sorted for one in entry.authors) or entry.title or entry.container


def _reference(entry: Entry, language: str) -> str:
    """A source in the order of a bibliography, as content."""
    authors = "; ".join(one.sorted for one in entry.authors)
    piece = bool(entry.title and entry.container)
    title = entry.title or entry.container
    published = ": ".join(filter(None, (entry.place, entry.publisher)))
    rest = (entry.series, entry.volume, entry.issue, published, entry.words or entry.date, entry.pages)
    words = f"#{literal(f'{authors}: ')};" if authors else ""
    if piece:
        quoted = f"{word('open-quote', language)}{title}{word('close-quote', language)}"
        lead = literal(f"{quoted}, {word('in', language)} ")
        words += f"#{lead};#emph[#{literal(entry.container)};];"
    else:
        words += f"#emph[#{literal(title)};];"
    words += "".join(f"#{literal(f', {one}')};" for one in rest if one)
    return f"[{words}]"
