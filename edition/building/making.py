"""Sources made into an edition: all encoded, then published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from edition.building.encoding import Encoded, encode, without_tree
from edition.building.material import Built, Material
from edition.building.publishing import Surroundings, cited, edition_css, published
from edition.config import Settings
from edition.engine import Waiters
from edition.publish import Neighbours
from edition.searching import Indexed, Indexing
from edition.site import HOME, Site, SiteText, address, in_order, reserved


def build_all(materials: Sequence[Material], settings: Settings) -> Iterator[Built]:
    """Each source encoded (TEI is taken as it is) and published, in order; some at a time.

    The pages of several lead to the one before, the one after, the front page, the registers and the search:
    so all are encoded before the first is published.
    """
    settings = _for_ebooks(settings, len(materials))
    names = [material.stem for material in materials]
    folders = {one.stem: one.folder for one in materials if one.folder is not None}
    encoding: Iterable[Encoded] = encode(materials, settings)
    pages = "html" in settings.targets
    if len(materials) < 2 or not (pages or settings.binds):
        apart = replace(settings, print=replace(settings.print, volumes="each"))
        if pages:
            encoding = list(encoding)
        citations = cited(encoding) if pages else {}
        yield from published(encoding, apart, Surroundings(names, folders, citations=citations))
        return
    encoded = []
    with Indexing(settings) as indexing, Waiters(1) as thread:
        for one in encoding:
            if one.text is not None and one.document is not None:
                indexing.add(one.text, one.document)
            encoded.append(without_tree(one))
        indexed = thread.do(indexing.made)  # a program of its own works at it meanwhile
        citations = cited(encoded) if pages else {}
        index = indexed.result()
    site = _site(encoded, settings, names, index)
    neighbours = _neighbours(encoded, names, site.search if site is not None else "")
    yield from published(encoded, settings, Surroundings(names, folders, neighbours, citations, site, index))


def _site(
    encoded: Sequence[Encoded], settings: Settings, names: Sequence[str], index: Indexed
) -> Site | None:
    texts = [one.text for one in encoded if one.text is not None]
    if not texts:
        return None
    records = [one.records for one in encoded if one.records is not None]
    css = edition_css(settings)
    return Site(texts, settings.facts, names=names, records=records, css=css, search=index.offered)


def _neighbours(encoded: Sequence[Encoded], names: Sequence[str], search: str) -> dict[str, Neighbours]:
    """For each text, by its stem, the pages that lead on from it; `search` is the page of the search."""
    home = "" if reserved(HOME, names) else f"{HOME}.html"
    ordered: list[SiteText | None] = [*in_order([one.text for one in encoded if one.text is not None])]
    found = {}
    for before, text, after in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        if text is not None:
            found[text.stem] = Neighbours(
                home,
                address(before.stem) if before else "",
                before.title if before else "",
                address(after.stem) if after else "",
                after.title if after else "",
                search,
            )
    return found


def _for_ebooks(settings: Settings, count: int) -> Settings:
    """One text makes a book of its own, whatever is wanted of several."""
    return replace(settings, epub=settings.epub._replace(volumes="each")) if count == 1 else settings
