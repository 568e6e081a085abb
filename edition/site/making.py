"""All files that an edition of several texts has beside theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.config import EditionFacts
from edition.diagnostics import Diagnostic, diagnose
from edition.registers import TextRecords
from edition.site.chronology_page import CHRONOLOGY, chronology_page
from edition.site.frame import HOME, Frame, address
from edition.site.front import front_page
from edition.site.ordering import in_order
from edition.site.sitemap import SITEMAP, sitemap
from edition.site.tables import tables
from edition.site.text import SiteText
from edition.site.words import interface_language, word

_PAGES = {HOME: f"{HOME}.html", CHRONOLOGY: f"{CHRONOLOGY}.html", SITEMAP: f"{SITEMAP}.xml"}


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """`files` by relative name ("index.html"), and what there is to say."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


def reserved(stem: str, names: Iterable[str]) -> bool:
    """Whether one of the texts' `names` takes the place of a page called `stem`, on any disk."""
    return stem in {unicodedata.normalize("NFC", name).casefold() for name in names}


def make_site(
    texts: Sequence[SiteText],
    facts: EditionFacts,
    *,
    names: Iterable[str],
    register: bool,
    records: Sequence[TextRecords] = (),
    css: str = "",
) -> SiteFiles:
    """The front page of an edition and what it leads to; `register` says that it has a register;
    `records` are whom and what its texts name. `css` is a style sheet of the edition's own.

    `names` are the stems of all sources: no page takes the name of one of them, and that is told.
    """
    taken = {stem for stem in _PAGES if reserved(stem, names) and (stem != SITEMAP or facts.site)}
    said = [
        diagnose("SITE-STEM", path=_PAGES[stem], stem=stem, page=_PAGES[stem])
        for stem in _PAGES
        if stem in taken
    ]
    if HOME in taken:
        return SiteFiles({}, tuple(said[:1]))  # nothing leads to other pages then
    frame = Frame(facts.title, interface_language(text.language for text in texts), facts.site, css)
    ordered = in_order(texts)
    links = [("register.html", word("register", frame.language))] if register else []
    files: dict[str, bytes] = {}
    dates = None if CHRONOLOGY in taken else chronology_page(ordered, frame)
    if dates is not None:
        files[f"{CHRONOLOGY}.html"] = dates
        links.append((f"{CHRONOLOGY}.html", word("chronology", frame.language)))
    files |= tables(ordered, records)
    files = {f"{HOME}.html": front_page(ordered, facts, frame, links, data=list(files)), **files}
    if facts.site and SITEMAP not in taken:
        beside = [to for to, _ in links]
        pages = ["", *beside, *(address(text.stem) for text in ordered)]
        files[f"{SITEMAP}.xml"] = sitemap(f"{facts.site}{page}" for page in pages)
    return SiteFiles(files, tuple(said))
