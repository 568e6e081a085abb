"""The pages of sources that are encoded, one after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edition.building.converting import processes
from edition.building.encoding import Encoded, with_tree
from edition.building.material import Built
from edition.citing import citations_of
from edition.config import Settings
from edition.ebook import Draft, make_ebook
from edition.engine import passing
from edition.publish import Citation, Frame, Neighbours, PictureNames, Published, design, own_css, publish
from edition.searching import Indexed
from edition.site import Site


@dataclass(frozen=True)
class Surroundings:
    """What the pages of a text are told of the edition: the stems of all texts as `names`, and by stem what
    `publish.Frame` says of it; the pages and the index that the edition has beside the texts.
    """

    names: Sequence[str] = ()
    folders: Mapping[str, Path] = field(default_factory=dict)
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    citations: Mapping[str, Citation] = field(default_factory=dict)
    site: Site | None = None
    index: Indexed | None = None


def cited(encoded: Iterable[Encoded]) -> dict[str, Citation]:
    """How to cite each of the texts, by its stem."""
    return citations_of({one.material.stem: one.work for one in encoded if one.work is not None})


def published(encoded: Iterable[Encoded], settings: Settings, around: Surroundings) -> Iterator[Built]:
    """What is made of each of the sources, in order; they are taken as they come, some ahead."""
    apart = not settings.binds or settings.print.volumes == "both"
    targets = [
        target for target in settings.targets if target != "tei" and (apart or target not in ("pdf", "typ"))
    ]
    if not targets and not settings.binds:
        for one in encoded:
            yield _built(one, None, settings, around)
        return
    registers = {name: around.site.links(name) for name in around.names} if around.site is not None else {}
    frame = Frame(
        edition_title=settings.facts.title or "",
        site=settings.facts.site,
        tei_beside="tei" in settings.targets,
        split=settings.html.split,
        stylesheet=settings.html.stylesheet,
        css=edition_css(settings),
        look=design(settings.print),
        parts=settings.binds,
        names=around.names,
        neighbours=around.neighbours,
        registers=registers,
        citations=around.citations,
        folders=around.folders,
        picture_names=PictureNames(),
    )
    jobs = processes(settings) if len(around.names) > 1 else 1

    def pages(sound: Iterator[Encoded]) -> Generator[Published]:
        documents = (one.document for one in sound if one.document is not None)
        return publish(documents, targets=targets, frame=frame, jobs=jobs)

    for one, page in passing(map(with_tree, encoded), lambda one: one.document is not None, pages):
        yield _built(one, page, settings, around)


def edition_css(settings: Settings) -> str:
    """The style sheet of the edition's own; empty where it has none."""
    return own_css(settings.html.css) if settings.html.css is not None else ""


def _built(one: Encoded, page: Published | None, settings: Settings, around: Surroundings) -> Built:
    files: dict[str, bytes] = {}
    said, draft = one.findings, None
    page = page or Published(one.material.stem)
    if one.document is not None:
        if "tei" in settings.targets:
            files[f"{one.material.stem}.xml"] = one.document.data
        files.update(page.files)
        said = (*said, *page.diagnostics)
        if page.ebook:
            draft = Draft(
                one.material.stem, one.material.name, page.ebook, one.document.data, one.material.folder
            )
        if draft is not None and settings.epub.volumes != "one":
            book = make_ebook([draft], settings.epub, settings.facts)
            files[f"{one.material.stem}.epub"] = book.data
            said = (*said, *book.diagnostics)
    return Built(
        one.material.name,
        one.material.stem,
        files,
        said,
        converted=one.converted,
        records=one.records,
        text=one.text,
        work=one.work,
        site=around.site,
        index=around.index,
        pictures=page.pictures,
        printed_pictures=page.printed_pictures,
        part=page.part,
        draft=draft,
    )
