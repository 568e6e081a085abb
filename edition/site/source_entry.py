"""The entry of a source that texts cite: the reference, its identifiers, and the places that cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from edition.bibliography import Entry
from edition.registers import is_address, web_address
from edition.site.alphabet import filing
from edition.site.cited import Cited
from edition.site.context import Passage
from edition.site.frame import Frame
from edition.site.listing import Item
from edition.site.record_entry import mentions_in_context, text_line
from edition.site.text import SiteText


def source_items(texts: Sequence[SiteText]) -> list[Item]:
    """An entry for each source of the texts; what is the same in several is one."""
    by_source: dict[tuple[object, ...], list[tuple[SiteText, Cited]]] = {}
    for text in texts:
        for one in text.sources:
            by_source.setdefault(_same(one.entry), []).append((text, one))
    used: set[str] = set()
    return [_item(several, used) for several in by_source.values()]


def _same(entry: Entry) -> tuple[object, ...]:
    return entry.authors, entry.title, entry.container, entry.year, entry.volume, entry.pages


def _item(several: Sequence[tuple[SiteText, Cited]], used: set[str]) -> Item:
    entry = several[0][1].entry
    anchor, number = entry.key, 1
    while anchor in used:
        number += 1
        anchor = f"{entry.key}-{number}"
    used.add(anchor)
    found: dict[str, tuple[SiteText, list[Passage], str]] = {}
    for text, one in several:
        found.setdefault(text.stem, (text, [], ""))[1].extend(one.passages)
    weight = 700 + sum(
        200 + sum(170 + len(one.before) + len(one.words) + len(one.after) for one in passages)
        for _, passages, _ in found.values()
    )
    name = "; ".join(one.sorted for one in entry.authors) or entry.title or entry.container
    title = entry.title or entry.container
    return Item(
        anchor,
        f"{name}: {title}" if entry.authors else name,
        (*filing(name), *filing(title), entry.date),
        weight,
        lambda frame: _entry(entry, list(found.values()), frame),
    )


def _entry(
    entry: Entry, found: Sequence[tuple[SiteText, Sequence[Passage], str]], frame: Frame
) -> Iterator[str]:
    yield f"<h3>{reference(entry, frame)}</h3>\n"
    links = []
    for authority, value in entry.identifiers:
        where = web_address((authority, value))
        words = f"{escape(authority)}\N{NO-BREAK SPACE}{escape(value)}".strip()
        links.append(f'<a href="{escape(where)}">{words}</a>' if where else f"<span>{words}</span>")
    if is_address(entry.address):
        links.append(f'<a href="{escape(entry.address)}">{escape(entry.address)}</a>')
    if links:
        yield f'<p class="identifiers">{" ".join(links)}</p>\n'
    yield from mentions_in_context(found, frame)
    for text, passages, _ in found:
        if not passages:  # on record in the header, and cited nowhere in so many words
            yield from _listed(text, frame)


def _listed(text: SiteText, frame: Frame) -> Iterator[str]:
    yield f'<ul class="by-text">\n<li>{text_line(text, 0, "", frame)}</li>\n</ul>\n'


def reference(entry: Entry, frame: Frame) -> str:
    """A source in the order of a bibliography, as HTML."""
    authors = escape("; ".join(one.sorted for one in entry.authors))
    title = entry.title or entry.container
    piece = bool(entry.title and entry.container)
    named = f"{frame.word('open-quote')}{escape(title)}{frame.word('close-quote')}" if piece else _cite(title)
    where = [f"{frame.word('in')} {_cite(entry.container)}"] if piece else []
    where += [escape(entry.series), escape(entry.volume), escape(entry.issue)]
    published = ": ".join(filter(None, (escape(entry.place), escape(entry.publisher))))
    where += [published, escape(entry.words or entry.date), escape(entry.pages)]
    lead = f'<span class="authors">{authors}</span>: ' if authors else ""
    return ", ".join(filter(None, (f"{lead}{named}", *where)))


def _cite(title: str) -> str:
    return f'<cite class="whole">{escape(title)}</cite>'
