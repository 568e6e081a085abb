"""The way from TEI documents to pages: one pass through Saxon for all targets, then one through typst."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, starmap
from pathlib import Path

from edition.diagnostics import Diagnostic
from edition.engine import Outcome, ordered_map, passing
from edition.publish.design import Design
from edition.publish.findings import failed, findings, not_tei, refuse_unsound
from edition.publish.frame import Frame
from edition.publish.own_sheet import OwnSheet, own_sheet
from edition.publish.page import Neighbours, dressed, page_parameters
from edition.publish.parts import in_parts
from edition.publish.pictures import Pictures, pictures_of, printable
from edition.publish.printing import PrintJob, typeset
from edition.resources import resource
from edition.saxon import TRANSFORMER, Parameter, Setup, Task, Transformed
from edition.tei import TEI, TeiDocument, plain_xml
from edition.tei.addresses import addressed

TARGETS: Mapping[str, str] = {"html": "html", "pdf": "print", "typ": "print", "epub": "epub"}
"""What can be published, with the sheet that does it."""

SOURCES = "typst"
"""The folder of sources for typst, with the design beside them."""

_SHEETS = {"part": "print"}
_BATCH = 100
"""Documents whose print sources are held at a time, while Saxon's turn changes with typst's."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of one document: `files` by relative name, e.g. `letter-1.html`, and the findings.

    `pictures` are files to be copied, by the name they get beside the page; `printed_pictures` those that the
    `part` shows. `part` is the source for typst of
    the document as a part of a volume, if that was asked for; `ebook` is the matter of an e-book, as
    xslt/epub.xsl makes it; empty where none was asked for or it failed.

    A target that failed has no file, and a diagnostic that says why.
    """

    stem: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    part: str = ""
    ebook: str = ""
    printed_pictures: Mapping[str, Path] = field(default_factory=dict)


def publish(
    documents: Iterable[TeiDocument],
    *,
    targets: Collection[str] = ("html", "pdf"),
    frame: Frame | None = None,
    jobs: int = 1,
) -> Generator[Published]:
    """A `Published` for each of `documents`, in their order, made by up to `jobs` processes at a time.

    Where the frame has the names of all texts, documents are taken as they come, some ahead. `targets` are
    keys of TARGETS. The same documents give the same bytes. Raises ValueError for a target there is none of,
    CannotRunError for a stylesheet that is not sound.
    """
    frame = frame or Frame()
    unknown = sorted(set(targets) - set(TARGETS))
    if unknown:
        raise ValueError(f"no such target: {', '.join(unknown)}")
    own = None
    if frame.stylesheet is not None and "html" in targets:
        own = own_sheet(frame.stylesheet, _entry("html"))
    names = set(frame.names)
    if not names:
        documents = list(documents)
        names = {document.stem for document in documents}
    publisher = _Publisher([name for name in TARGETS if name in targets], frame, names, own)
    return _published(publisher, documents, jobs)


def _published(publisher: _Publisher, documents: Iterable[TeiDocument], jobs: int) -> Generator[Published]:
    step = _BATCH if "print" in publisher.sheets else 1
    with closing(passing(documents, publisher.takes, partial(publisher.outcomes, jobs=jobs))) as transformed:
        drafts = starmap(publisher.draft, transformed)
        # After the last document Saxon's processes end before typst's begin: their memory does not add up.
        while batch := list(islice(drafts, step)):
            yield from _with_pdf(batch, publisher.frame.look, jobs)


def _entry(sheet: str) -> Path:
    """The file of ours that makes what `sheet` names."""
    return Path(str(resource("xslt", f"{_SHEETS.get(sheet, sheet)}.xsl")))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document on its way: all but the PDF is there, and what that is to be made from."""

    published: Published
    print_job: PrintJob | None = None


def _is_tei(document: TeiDocument) -> bool:
    return str(document.root.tag) == f"{{{TEI}}}TEI"


@dataclass(frozen=True, slots=True)
class _Publisher:
    """Says what Saxon is to do for a document, and makes a draft of what it did.

    `names` are the stems of all texts, which no part of a text is called by; `own` is the edition's own sheet
    for web pages. Pictures that were looked for are kept from the one to the other, by stem.
    """

    targets: Sequence[str]
    frame: Frame
    names: Collection[str]
    own: OwnSheet | None = None
    shown: dict[str, Pictures] = field(default_factory=dict)

    @property
    def sheets(self) -> list[str]:
        """The names of the sheets that are run on each document."""
        part = ["part"] if self.frame.parts else []
        return [*dict.fromkeys(TARGETS[target] for target in self.targets), *part]

    @property
    def setup(self) -> Setup:
        """The files of those sheets."""
        return Setup(
            prepare=str(resource("xslt", "prepare.xsl")),
            entries={sheet: str(_entry(sheet)) for sheet in self.sheets},
            own={"html": self.own.text} if self.own is not None else {},
        )

    def takes(self, document: TeiDocument) -> bool:
        """Whether there is anything for Saxon to do for a document."""
        return bool(self.sheets) and _is_tei(document)

    def outcomes(self, documents: Iterator[TeiDocument], *, jobs: int) -> Generator[Outcome]:
        """What Saxon makes of each of the documents."""
        return ordered_map(TRANSFORMER, map(self.task, documents), setup=self.setup, jobs=jobs)

    def task(self, document: TeiDocument) -> Task:
        """What Saxon is to do for a document; its pictures are looked for."""
        frame = self.frame
        parameters: dict[str, Mapping[str, Parameter]] = {sheet: {} for sheet in self.sheets}
        folder = frame.folders.get(document.stem)
        pictures = pictures_of(document, folder, frame.picture_names) if folder is not None else Pictures()
        self.shown[document.stem] = pictures
        if "html" in parameters:
            parameters["html"] = page_parameters(
                document.stem,
                frame.edition_title,
                tei_beside=frame.tei_beside,
                neighbours=frame.neighbours.get(document.stem, Neighbours()),
                site=frame.site,
                citation=frame.citations.get(document.stem),
                css=frame.css,
                pictures=pictures.table,
                registers=frame.registers.get(document.stem, {}),
            )
        if "epub" in parameters:
            parameters["epub"] = {"edition-title": frame.edition_title}
        for sheet in ("print", "part"):
            if sheet in parameters:
                parameters[sheet] = {
                    "part": document.stem if sheet == "part" else "",
                    "numbered": frame.look.numbered,
                    "pictures": printable(pictures),
                }
        return Task(plain_xml(addressed(document.root)), parameters)

    def draft(self, document: TeiDocument, outcome: Outcome | None) -> _Draft:
        """What Saxon made of a document; `outcome` is None for one that was not given to it."""
        if outcome is None:
            diagnostics = () if _is_tei(document) else (not_tei(document),)
            return _Draft(Published(document.stem, diagnostics=diagnostics))
        pictures = self.shown.pop(document.stem, Pictures())
        if outcome.failure is not None:
            return _Draft(Published(document.stem, diagnostics=(failed(document, outcome.failure),)))
        transformed: Transformed = outcome.value
        refuse_unsound(transformed, self.own)
        results = transformed.results
        part = results.get("part", "")
        published = Published(
            document.stem,
            {**self._pages(document.stem, results), **self._sources(document.stem, results)},
            pictures.files if "html" in results else {},
            (*pictures.diagnostics, *findings(document, transformed, self.own)),
            part,
            results.get("epub", ""),
            pictures.files if part else {},
        )
        job = None
        if "print" in results and "pdf" in self.targets:
            shown = {name: str(path) for name, path in pictures.files.items()}
            stem = document.stem
            job = PrintJob(stem, document.name, results["print"], document.data, f"{stem}.xml", shown)
        return _Draft(published, job)

    def _pages(self, stem: str, results: Mapping[str, str]) -> dict[str, bytes]:
        if "html" not in results:
            return {}
        pages = in_parts(stem, results["html"], self.frame.split, self.names)
        return {name: dressed(page, self.frame.css).encode() for name, page in pages.items()}

    def _sources(self, stem: str, results: Mapping[str, str]) -> dict[str, bytes]:
        """For typst, with the design beside them."""
        if "print" not in results or "typ" not in self.targets:
            return {}
        design = {f"{SOURCES}/{name}": content.encode() for name, content in self.frame.look.files.items()}
        return {f"{SOURCES}/{stem}.typ": results["print"].encode(), **design}


def _with_pdf(drafts: Sequence[_Draft], look: Design, jobs: int) -> Iterator[Published]:
    """The drafts, in order, each with its PDF if it is to have one."""
    printed = typeset([draft.print_job for draft in drafts if draft.print_job], jobs=jobs, look=look)
    for draft in drafts:
        published = draft.published
        if draft.print_job:
            result = next(printed)
            files = dict(published.files)
            if result.pdf is not None:
                files[f"{published.stem}.pdf"] = result.pdf
            published = replace(
                published, files=files, diagnostics=published.diagnostics + result.diagnostics
            )
        yield published
