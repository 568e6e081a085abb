"""A bibliography in BibTeX, written by pybtex: Unicode as it is, TeX's own signs escaped."""

from __future__ import annotations

from collections.abc import Sequence

from pybtex.database import BibliographyData, Person
from pybtex.database import Entry as Record

from edition.bibliography.entry import Entry, Name
from edition.bibliography.formats import cited_at

_TYPES = {
    "article": "article", "newspaper": "article", "chapter": "incollection", "book": "book",
    "unpublished": "unpublished", "other": "misc",
}  # fmt: skip


def as_bibtex(entries: Sequence[Entry]) -> str:
    """All entries as one database."""
    database = BibliographyData()
    for entry in entries:
        people = {
            role: [Person(_person(name)) for name in names]
            for role, names in (("author", entry.authors), ("editor", _editors(entry)))
            if names
        }
        database.add_entry(entry.key, Record(_TYPES[entry.kind], _fields(entry), people))
    written: str = database.to_string("bibtex")
    return written


def _editors(entry: Entry) -> list[Name]:
    return [name for name in entry.editors if name.role != "translator"]


def _person(name: Name) -> str:
    """A name with its comma, in braces where there is no given name to tell."""
    family = _plain(f"{name.particle} {name.family}".strip())
    return f"{family}, {_plain(name.given)}" if name.given else f"{{{family}}}"


def _fields(entry: Entry) -> list[tuple[str, str]]:
    holder = "journal" if _TYPES[entry.kind] == "article" else "booktitle"
    translators = " and ".join(_plain(n.sorted) for n in entry.editors if n.role == "translator")
    fields = [
        ("title", _protected(entry.title)),
        (holder, _protected(entry.container)),
        ("series", _protected(entry.series)),
        ("edition", _plain(entry.edition)),
        ("translator", translators),
        ("address", _plain(entry.place)),
        ("publisher", _plain(entry.publisher)),
        ("year", entry.year),
        ("date", entry.date if "-" in entry.date.lstrip("-") else ""),
        ("volume", entry.volume),
        ("number", entry.issue),
        ("pages", entry.pages.replace("-", "--")),
        ("doi", entry.identifier("DOI")),
        ("isbn", entry.identifier("ISBN")),
        ("url", entry.address),
        ("note", f"cited: {cited_at(entry)}" if entry.cited else ""),
    ]
    return [(name, value) for name, value in fields if value]


def _plain(words: str) -> str:
    """Words without braces, which BibTeX counts, and backslashes, which begin commands."""
    return words.translate({ord("{"): "(", ord("}"): ")", ord("\\"): "/"})


def _protected(words: str) -> str:
    """A title in braces, so that no style changes its capitals."""
    return f"{{{_plain(words)}}}" if words else ""
