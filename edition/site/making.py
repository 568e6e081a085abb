"""All files that an edition of several texts has beside theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from edition.config import EditionFacts
from edition.diagnostics import Diagnostic, diagnose
from edition.registers import TextRecords
from edition.registers.gathering import RecordKind
from edition.site.about_page import ABOUT, about_page
from edition.site.chronology_page import CHRONOLOGY, chronology_page, has_dates
from edition.site.correspondent_entry import Correspondents
from edition.site.frame import HOME, Frame, Way, address
from edition.site.front import front_page
from edition.site.listing import Item, Listing
from edition.site.ordering import in_order
from edition.site.record_entry import record_item
from edition.site.registers import Registers, pointed_at
from edition.site.search_page import SEARCH, Searchable, search_page
from edition.site.sitemap import SITEMAP, sitemap
from edition.site.source_entry import source_items
from edition.site.speaker_entry import speaker_items
from edition.site.tables import tables
from edition.site.text import SiteText
from edition.site.words import interface_language

_RECORDS: Mapping[RecordKind, str] = {
    "person": "persons",
    "place": "places",
    "org": "organisations",
    "work": "works",
}
"""The registers, by the kind of their records: the word for each, which is in the name of its page too."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """`files` by relative name ("index.html"), and what there is to say."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


def reserved(stem: str, names: Iterable[str]) -> bool:
    """Whether one of the texts' `names` takes the place of a page called `stem`, on any disk."""
    return stem in _on_disk(names)


class Site:
    """The pages of an edition beside its texts. Which there are is known before they are made, so that the
    texts can lead to them.

    `records` are whom and what the texts name, `css` is a style sheet of the edition's own, `search` what its
    index offers, where it has one. `names` are the stems of all sources: no page takes the name of one of
    them, and that is told.
    """

    def __init__(
        self,
        texts: Sequence[SiteText],
        facts: EditionFacts,
        *,
        names: Iterable[str],
        records: Sequence[TextRecords] = (),
        css: str = "",
        search: Searchable | None = None,
    ) -> None:
        self._css = css
        self._facts = facts
        self._names = _on_disk(names)
        self._texts = in_order(texts)
        self._by_stem = {text.stem: text for text in texts}
        self._records = {one.stem: one for one in records}
        self._said: list[Diagnostic] = []
        self.registers = Registers(self._texts, records)
        self._listings: dict[str, Listing] = {}
        self._by_record: dict[str, str] = {}
        self._has_home = self._is_free(HOME)
        self._search: Searchable | None = None
        if self._has_home:  # without it nothing leads to other pages
            self._list_all()
            if search is not None and self._is_free(SEARCH):
                self._search = search

    @property
    def search(self) -> str:
        """The address of the page that searches all texts; empty where there is none."""
        return address(SEARCH) if self._search is not None else ""

    def links(self, stem: str) -> dict[str, str]:
        """The ways from a text to the registers: by each pointer of the text the address of the entry."""
        text, records = self._by_stem.get(stem), self._records.get(stem)
        if text is None or records is None:
            return {}
        found = {}
        for pointer, key in pointed_at(text, records).items():
            registered = self.registers.of(key)
            if registered is not None and (to := self._by_record.get(registered.gathered.id)):
                found[pointer] = to
        return found

    def make(self, beside: Mapping[str, bytes] | None = None) -> SiteFiles:
        """The files, and what there is to say of them; with further files `beside` them, for programs."""
        if not self._has_home:
            return SiteFiles({}, tuple(self._said))
        ways = [Way(SEARCH, "search")] if self._search is not None else []
        ways += [Way(one.stem, one.key, len(one.items)) for one in self._listings.values()]
        chronology = has_dates(self._texts) and self._is_free(CHRONOLOGY)
        about = self._is_free(ABOUT)
        if chronology:
            ways.append(Way(CHRONOLOGY, "chronology", sum(len(text.dates) for text in self._texts)))
        if about:
            ways.append(Way(ABOUT, "about"))
        language = interface_language(text.language for text in self._texts)
        frame = Frame(self._facts.title, language, self._facts.site, tuple(ways), self._css)
        data = tables(self._texts, self.registers.merged) | dict(beside or {})
        pages = {HOME: front_page(self._texts, self._facts, frame, data=list(data))}
        for listing in self._listings.values():
            pages |= dict(listing.pages(frame))
        if chronology and (dates := chronology_page(self._texts, frame)) is not None:
            pages[CHRONOLOGY] = dates
        if about:
            pages[ABOUT] = about_page(self._texts, self._facts, frame, data=list(data))
        listed = list(pages)[1:]
        if self._search is not None:  # it has no words of its own, and is not listed
            pages[SEARCH] = search_page(self._texts, frame, self._search)
        files = {f"{stem}.html": made for stem, made in pages.items()} | data
        if self._facts.site and self._is_free(SITEMAP, "xml"):
            every = ["", *(address(stem) for stem in (*listed, *(text.stem for text in self._texts)))]
            files[f"{SITEMAP}.xml"] = sitemap(f"{self._facts.site}{one}" for one in every)
        return SiteFiles(files, tuple(self._said))

    def _list_all(self) -> None:
        """The alphabetical lists that have an entry, in the order of the ways to them."""
        for kind, key in _RECORDS.items():
            records = [one for one in self.registers.records if one.gathered.kind == kind]
            self._list(f"register-{key}", key, [record_item(one) for one in records])
            if (listing := self._listings.get(key)) is not None:
                self._by_record |= {item.anchor: listing.href(item.anchor) for item in listing.items}
        self._list("register-sources", "sources", source_items(self._texts))
        href = self._by_record.get
        speakers = speaker_items(self._texts, self.registers, lambda anchor: href(anchor, ""))
        self._list("register-speakers", "of-speakers", speakers)
        correspondents = Correspondents(self._texts, self.registers, lambda anchor: href(anchor, ""))
        self._list("register-letters", "letters", correspondents.items())

    def _list(self, stem: str, key: str, items: Sequence[Item]) -> None:
        if items:
            listing = Listing(stem, key, items)
            free = [self._is_free(one) for one in listing.stems]  # each that is taken is told
            if all(free):
                self._listings[key] = listing

    def _is_free(self, stem: str, suffix: str = "html") -> bool:
        """Whether no text has the name of a page; it is told if one has."""
        if stem not in self._names:
            return True
        file = f"{stem}.{suffix}"
        self._said.append(diagnose("SITE-STEM", path=file, stem=stem, page=file))
        return False


def _on_disk(names: Iterable[str]) -> set[str]:
    """Names as disks tell them apart: some know no capitals and no two spellings of an accent."""
    return {unicodedata.normalize("NFC", name).casefold() for name in names}
