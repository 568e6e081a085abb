"""The way from TEI documents to pages: one pass through Saxon for all targets, then one through typst."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from edition.diagnostics import Diagnostic
from edition.engine import Outcome, ordered_map
from edition.publish.findings import failed, findings, not_tei
from edition.publish.page import Neighbours, page_parameters
from edition.publish.printing import PrintJob, typeset
from edition.resources import resource
from edition.saxon import TRANSFORMER, Parameter, Setup, Task, Transformed
from edition.tei import TEI, TeiDocument, plain_xml
from edition.tei.addresses import addressed

TARGETS: Mapping[str, str] = {"html": "html", "pdf": "print", "epub": "epub"}
"""What can be published, with the sheet that does it."""

_BATCH = 100
"""Documents whose print sources are held at a time, while Saxon's turn changes with typst's."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of one document: `files` by relative name, e.g. `letter-1.html`, and the findings.

    A target that failed has no file, and a diagnostic that says why. `ebook` is the matter of an e-book, as
    xslt/epub.xsl makes it; empty where none was asked for or it failed.
    """

    stem: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    ebook: str = ""


def publish(
    documents: Sequence[TeiDocument],
    *,
    targets: Collection[str] = ("html", "pdf"),
    edition_title: str | None = None,
    tei_beside: bool = True,
    neighbours: Mapping[str, Neighbours] | None = None,
    site: str = "",
    jobs: int = 1,
) -> Iterator[Published]:
    """A `Published` for each of `documents`, in their order, made by up to `jobs` processes at a time.

    `targets` are keys of TARGETS; `edition_title` names on each page the edition the document is part of.
    With `tei_beside` each page links to the TEI document beside it (`stem.xml`). `neighbours` are the pages
    before and after it in the edition, by the stem of the document;
    `site` is the address that all are published at.
    The same documents give the same bytes. Raises ValueError for a target there is none of.
    """
    unknown = sorted(set(targets) - set(TARGETS))
    if unknown:
        raise ValueError(f"no such target: {', '.join(unknown)}")
    wanted = [name for name in TARGETS if name in targets]
    return _published(
        documents, wanted, _Frame(edition_title or "", tei_beside, neighbours or {}, site), jobs
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What pages are told besides their document."""

    edition_title: str
    tei_beside: bool
    neighbours: Mapping[str, Neighbours]
    site: str


def _published(
    documents: Sequence[TeiDocument], targets: Sequence[str], frame: _Frame, jobs: int
) -> Iterator[Published]:
    sheets = [TARGETS[target] for target in targets]
    setup = Setup(
        prepare=str(resource("xslt", "prepare.xsl")),
        entries={sheet: str(resource("xslt", f"{sheet}.xsl")) for sheet in sheets},
    )
    publishable = [document for document in documents if _is_tei(document)] if sheets else []
    tasks = (_task(document, sheets, frame) for document in publishable)
    step = _BATCH if "print" in sheets else 1
    with closing(ordered_map(TRANSFORMER, tasks, setup=setup, jobs=jobs)) as outcomes:
        for start in range(0, len(documents), step):
            batch = documents[start : start + step]
            drafts = [
                _draft(document, outcomes if _is_tei(document) and sheets else None) for document in batch
            ]
            if start + step >= len(documents):
                outcomes.close()  # Saxon's processes end before typst's begin: their memory does not add up
            yield from _with_pdf(drafts, jobs)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document on its way: all but the PDF is there, and what that is to be made from."""

    published: Published
    print_job: PrintJob | None = None


def _is_tei(document: TeiDocument) -> bool:
    return str(document.root.tag) == f"{{{TEI}}}TEI"


def _task(document: TeiDocument, sheets: Sequence[str], frame: _Frame) -> Task:
    parameters: dict[str, Mapping[str, Parameter]] = {sheet: {} for sheet in sheets}
    if "html" in parameters:
        parameters["html"] = page_parameters(
            document.stem,
            frame.edition_title,
            tei_beside=frame.tei_beside,
            neighbours=frame.neighbours.get(document.stem, Neighbours()),
            site=frame.site,
        )
    if "epub" in parameters:
        parameters["epub"] = {"edition-title": frame.edition_title}
    return Task(plain_xml(addressed(document.root)), parameters)


def _draft(document: TeiDocument, outcomes: Iterator[Outcome] | None) -> _Draft:
    """What Saxon made of a document; `outcomes` is None for one that was not given to it."""
    if outcomes is None:
        diagnostics = () if _is_tei(document) else (not_tei(document),)
        return _Draft(Published(document.stem, diagnostics=diagnostics))
    outcome = next(outcomes)
    if outcome.failure is not None:
        return _Draft(Published(document.stem, diagnostics=(failed(document, outcome.failure),)))
    transformed: Transformed = outcome.value
    files = {}
    if "html" in transformed.results:
        files[f"{document.stem}.html"] = transformed.results["html"].encode()
    markup = transformed.results.get("print")
    job = None
    if markup is not None:
        job = PrintJob(document.stem, document.name, markup, document.data, f"{document.stem}.xml")
    said = tuple(findings(document, transformed))
    return _Draft(Published(document.stem, files, said, transformed.results.get("epub", "")), job)


def _with_pdf(drafts: Sequence[_Draft], jobs: int) -> Iterator[Published]:
    """The drafts, in order, each with its PDF if it is to have one."""
    printed = typeset([draft.print_job for draft in drafts if draft.print_job], jobs=jobs)
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
