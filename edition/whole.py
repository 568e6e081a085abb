"""What an edition of several texts has as a whole: register, pages, search, book, e-book."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from edition import __version__
from edition.building import Built, build_register
from edition.citing import records_of_all
from edition.config import Settings
from edition.diagnostics import Diagnostic, diagnose
from edition.ebook import VOLUME, make_ebook
from edition.searching import FOLDER
from edition.site import in_order, reserved


@dataclass(frozen=True, slots=True)
class Made:
    """Files by name; `folders` are those whose former files are to go. `kind` is what a report calls them."""

    kind: Literal["register", "edition"]
    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    folders: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


class Whole:
    """Takes the texts as they are built, then makes what they have together."""

    def __init__(self, settings: Settings, names: Collection[str]) -> None:
        self._settings = settings
        self._names = names  # the stems of all sources: nothing takes the name of one of them
        self._texts: list[Built] = []

    def add(self, built: Built) -> None:
        """The next text; its files are let go."""
        self._texts.append(replace(built, files={}, converted=None))

    def make(self) -> Iterator[Made]:
        """All that there is of the edition; nothing for a single text."""
        records = [one.records for one in self._texts]
        site = self._texts[0].site if self._texts else None
        if "html" in self._settings.targets:
            yield from self._index()
        register = build_register(records, self._settings, names=self._names, site=site)
        if register is not None:
            yield Made("register", register.files, register.diagnostics)
        if "html" in self._settings.targets:
            yield from self._pages()
        if self._settings.binds:
            yield from self._volume()
        if "epub" in self._settings.targets:
            yield from self._ebook(register)

    def _index(self) -> Iterator[Made]:
        site, index = (self._texts[0].site, self._texts[0].index) if self._texts else (None, None)
        if site is not None and index is not None:
            files = index.files if site.search else {}
            yield Made("edition", {}, index.diagnostics, {FOLDER: files})

    def _pages(self) -> Iterator[Made]:
        site = self._texts[0].site if self._texts else None
        if site is None:
            return
        works = [one.work for one in self._texts if one.work is not None]
        made = site.make(records_of_all(works, self._settings.facts))
        yield Made("edition", made.files, made.diagnostics)

    def _volume(self) -> Iterator[Made]:
        site = self._texts[0].site if self._texts else None
        if site is None:
            return
        from edition.book import make_volumes  # noqa: PLC0415  (one text needs no volume)

        made = make_volumes(
            [one.text for one in self._texts if one.text is not None],
            {one.stem: one.part for one in self._texts},
            site.registers,
            [one.records for one in self._texts if one.records is not None],
            settings=self._settings,
            version=__version__,
            names=self._names,
            pictures={
                one.stem: {name: str(path) for name, path in one.printed_pictures.items()}
                for one in self._texts
            },
        )
        yield Made("edition", made.files, made.diagnostics)

    def _ebook(self, register: Built | None) -> Iterator[Made]:
        """One e-book of all texts, the register last."""
        wanted = self._settings.epub
        drafts = {one.stem: one.draft for one in self._texts if one.draft is not None}
        if wanted.volumes == "each" or len(self._texts) < 2 or not drafts:
            return
        if wanted.volumes == "both" and reserved(VOLUME, drafts):
            yield Made("edition", {}, (diagnose("EBOOK-STEM", path=f"{VOLUME}.epub", stem=VOLUME),))
            return
        texts = in_order([one.text for one in self._texts if one.text is not None])
        ordered = [drafts[text.stem] for text in texts if text.stem in drafts]
        if register is not None and register.draft is not None:
            ordered.append(register.draft)
        book = make_ebook(ordered, wanted, self._settings.facts, stem=VOLUME)
        yield Made("edition", {f"{VOLUME}.epub": book.data}, book.diagnostics)
