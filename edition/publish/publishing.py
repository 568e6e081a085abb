"""The way from TEI documents to pages: one pass through Saxon for all targets, then one through typst."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from edition.diagnostics import CannotRunError, Diagnostic, diagnose
from edition.engine import Outcome, ordered_map
from edition.publish.cutting import Split
from edition.publish.design import Design, design
from edition.publish.findings import failed, findings, not_tei, refuse_unsound
from edition.publish.page import Citation, Neighbours, dressed, page_parameters
from edition.publish.parts import in_parts
from edition.publish.pictures import PictureNames, Pictures, pictures_of, printable
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
    documents: Sequence[TeiDocument],
    *,
    targets: Collection[str] = ("html", "pdf"),
    edition_title: str | None = None,
    tei_beside: bool = True,
    neighbours: Mapping[str, Neighbours] | None = None,
    registers: Mapping[str, Mapping[str, str]] | None = None,
    site: str = "",
    citations: Mapping[str, Citation] | None = None,
    split: Split = "auto",
    stylesheet: Path | None = None,
    css: str = "",
    folders: Mapping[str, Path] | None = None,
    picture_names: PictureNames | None = None,
    look: Design | None = None,
    parts: bool = False,
    jobs: int = 1,
) -> Iterator[Published]:
    """A `Published` for each of `documents`, in their order, made by up to `jobs` processes at a time.

    `targets` are keys of TARGETS; `edition_title` names on each page the edition the document is part of.
    With `tei_beside` each page links to the TEI document beside it (`stem.xml`). `neighbours` are the pages
    before and after it in the edition, by the stem of the document; `registers` are, by that stem too, the
    addresses of the entries of registers, by the pointers that mean them in the document;
    `site` is the address that all are published at; `citations` say by stem how to cite each. `split` says
    which texts are given in parts as well (`stem-1.html`, …). `stylesheet` is a sheet whose templates win
    over those of xslt/html.xsl, `css` a style sheet that follows that of the pages. `folders` are those the
    documents lie in, by stem: pictures that a page shows are looked for there, and get names that
    `picture_names` has not given to others.
    `look` is the design of the printed pages; with `parts` each document is made a part of a volume, too.
    The same documents give the same bytes. Raises ValueError for a target there is none of, CannotRunError
    for a stylesheet that is not sound.
    """
    unknown = sorted(set(targets) - set(TARGETS))
    if unknown:
        raise ValueError(f"no such target: {', '.join(unknown)}")
    if stylesheet is not None and not stylesheet.is_file():
        reason = "there is no such file"
        raise CannotRunError(diagnose("PUBLISH-OWN-SHEET", path=stylesheet.name, reason=reason))
    wanted = [name for name in TARGETS if name in targets]
    return _published(
        documents,
        _Frame(
            wanted,
            edition_title or "",
            tei_beside,
            neighbours or {},
            site,
            citations or {},
            split,
            stylesheet,
            css,
            folders or {},
            picture_names or PictureNames(),
            registers or {},
            look or design(),
            parts,
        ),
        jobs,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is to be made, and what pages are told besides their document."""

    targets: Sequence[str]
    edition_title: str
    tei_beside: bool
    neighbours: Mapping[str, Neighbours]
    site: str
    citations: Mapping[str, Citation]
    split: Split
    stylesheet: Path | None
    css: str
    folders: Mapping[str, Path]
    picture_names: PictureNames
    registers: Mapping[str, Mapping[str, str]]
    look: Design
    parts: bool


def _published(documents: Sequence[TeiDocument], frame: _Frame, jobs: int) -> Iterator[Published]:
    sheets = [*dict.fromkeys(TARGETS[target] for target in frame.targets), *(["part"] if frame.parts else [])]
    setup = Setup(
        prepare=str(resource("xslt", "prepare.xsl")),
        entries={sheet: str(resource("xslt", f"{_SHEETS.get(sheet, sheet)}.xsl")) for sheet in sheets},
        own={"html": str(frame.stylesheet)} if frame.stylesheet is not None and "html" in sheets else {},
    )
    publishable = [document for document in documents if _is_tei(document)] if sheets else []
    shown: dict[str, Pictures] = {}
    tasks = (_task(document, sheets, frame, shown) for document in publishable)
    names = {*frame.neighbours, *(document.stem for document in documents)}
    step = _BATCH if "print" in sheets else 1
    with closing(ordered_map(TRANSFORMER, tasks, setup=setup, jobs=jobs)) as outcomes:
        for start in range(0, len(documents), step):
            batch = documents[start : start + step]
            drafts = [
                _draft(document, outcomes if _is_tei(document) and sheets else None, frame, names, shown)
                for document in batch
            ]
            if start + step >= len(documents):
                outcomes.close()  # Saxon's processes end before typst's begin: their memory does not add up
            yield from _with_pdf(drafts, frame.look, jobs)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document on its way: all but the PDF is there, and what that is to be made from."""

    published: Published
    print_job: PrintJob | None = None


def _is_tei(document: TeiDocument) -> bool:
    return str(document.root.tag) == f"{{{TEI}}}TEI"


def _task(document: TeiDocument, sheets: Sequence[str], frame: _Frame, shown: dict[str, Pictures]) -> Task:
    """What Saxon is to do for a document; its pictures are looked for, and kept in `shown` under its stem."""
    parameters: dict[str, Mapping[str, Parameter]] = {sheet: {} for sheet in sheets}
    folder = frame.folders.get(document.stem)
    pictures = pictures_of(document, folder, frame.picture_names) if folder is not None else Pictures()
    shown[document.stem] = pictures
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
            part = document.stem if sheet == "part" else ""
            parameters[sheet] = {
                "part": part,
                "numbered": frame.look.numbered,
                "pictures": printable(pictures),
            }
    return Task(plain_xml(addressed(document.root)), parameters)


def _draft(
    document: TeiDocument,
    outcomes: Iterator[Outcome] | None,
    frame: _Frame,
    names: Collection[str],
    shown: dict[str, Pictures],
) -> _Draft:
    """What Saxon made of a document; `outcomes` is None for one that was not given to it.

    `names` are the stems of all texts, which no part of a text is called by; `shown` their pictures.
    """
    if outcomes is None:
        diagnostics = () if _is_tei(document) else (not_tei(document),)
        return _Draft(Published(document.stem, diagnostics=diagnostics))
    outcome = next(outcomes)
    pictures = shown.pop(document.stem, Pictures())
    if outcome.failure is not None:
        return _Draft(Published(document.stem, diagnostics=(failed(document, outcome.failure),)))
    transformed: Transformed = outcome.value
    refuse_unsound(transformed, frame.stylesheet)
    files = {}
    if "html" in transformed.results:
        pages = in_parts(document.stem, transformed.results["html"], frame.split, names)
        files = {name: dressed(page, frame.css).encode() for name, page in pages.items()}
    markup = transformed.results.get("print")
    job = None
    if markup is not None and "typ" in frame.targets:
        files[f"{SOURCES}/{document.stem}.typ"] = markup.encode()
        files |= {f"{SOURCES}/{name}": content.encode() for name, content in frame.look.files.items()}
    if markup is not None and "pdf" in frame.targets:
        job = PrintJob(
            document.stem,
            document.name,
            markup,
            document.data,
            f"{document.stem}.xml",
            {name: str(path) for name, path in pictures.files.items()},
        )
    said = (*pictures.diagnostics, *findings(document, transformed, frame.stylesheet))
    part = transformed.results.get("part", "")
    copied = pictures.files if "html" in transformed.results else {}
    ebook = transformed.results.get("epub", "")
    return _Draft(
        Published(document.stem, files, copied, said, part, ebook, pictures.files if part else {}), job
    )


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
