"""Many sources at once: converted in parallel where that pays, then published in their order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from edition import __version__
from edition.citing import Work, citations_of, work_of
from edition.config import Settings
from edition.converter import GENRES, Converted, convert_bytes
from edition.diagnostics import CannotRunError, Diagnostic, OwnFaultError, Severity, diagnose
from edition.ebook import Draft, make_ebook
from edition.model import Register
from edition.ner import NameModel, load_pipeline
from edition.publish import Frame, Neighbours, PictureNames, design, own_css, publish
from edition.registers import (
    KINDS,
    REGISTER,
    ListKind,
    TextRecords,
    read_register,
    records_of,
    register_document,
)
from edition.searching import Indexed, Indexing
from edition.site import HOME, Site, SiteText, address, describe, in_order, reserved
from edition.tei import Records, TeiDocument, parse
from edition.tei.prefixes import expand
from edition.validator import is_valid, load_schema, validate_bytes, validate_document

# A worker process costs about a second before it is as fast as one that has converted a text, and then takes
# 100 KB a second: below this much text in all one process is faster than two.
_WORTH_WORKERS = 500_000  # bytes
_BATCH = 200  # sources whose documents are held at a time


@dataclass(frozen=True, slots=True)
class Material:
    """A source: its bytes, and whether they are a TEI document or plain text.

    `data` is None where it could not be read; `findings` then say why. `folder` is where it lies, and the
    pictures that it names. `records` are those of the corpus that takes the text in, if one does.
    """

    name: str
    stem: str
    data: bytes | None
    is_tei: bool = False
    folder: Path | None = None
    findings: tuple[Diagnostic, ...] = ()
    records: Records | None = None


@dataclass(frozen=True)
class Built:
    """What was made from one source: `files` maps names ("speech.html") to their content.

    `pictures` maps further names to files that are to be copied; `printed_pictures` those that print shows.
    `converted` holds the conversion, where the source was plain text, `records` whom and what it names,
    `text` what the pages of the edition say of it, `work` how it is cited; `site` are the pages that the
    edition has beside its texts, `index` is what its search asks, the same for all of them. `part` is the
    source for typst of the text as a part of a volume, `draft` what it is in an e-book.
    """

    name: str
    stem: str
    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    converted: Converted | None = None
    records: TextRecords | None = None
    text: SiteText | None = None
    work: Work | None = None
    site: Site | None = None
    index: Indexed | None = None
    pictures: Mapping[str, Path] = field(default_factory=dict)
    printed_pictures: Mapping[str, Path] = field(default_factory=dict)
    part: str = ""
    draft: Draft | None = None

    @property
    def clean(self) -> bool:
        """Whether there is no error among the findings."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)


def convert_with(
    text: str | bytes,
    *,
    name: str,
    stem: str,
    settings: Settings,
    register: Register,
    model: NameModel | None = None,
) -> Converted:
    """One text encoded; what is written is whole and valid. `register` holds the lists of the edition.

    Raises OwnFaultError if it were not, ValueError for a genre there is not.
    """
    if settings.genre != "auto" and settings.genre not in GENRES:
        raise ValueError(f"no such genre: {settings.genre}")
    if isinstance(text, str):
        settings = replace(settings, encoding="utf-8")
        text = text.encode("utf-8", errors="surrogatepass")
    return convert_bytes(
        text,
        name=name,
        stem=stem,
        settings=settings,
        version=__version__,
        gate=invalid_because,
        register=register,
        model=model,
    )


def register_of(settings: Settings) -> tuple[Register, list[Diagnostic]]:
    """The records of the lists that edition.toml names, and what there is to say about the lists.

    Raises CannotRunError where there is an error in one: another list would tie the texts to other records.
    """
    lists: dict[ListKind, tuple[bytes, str]] = {}
    for kind in KINDS:
        path: Path | None = getattr(settings, kind)
        if path is not None:
            try:
                lists[kind] = (path.read_bytes(), path.name)
            except OSError as error:
                reason = error.strerror or str(error)
                raise CannotRunError(diagnose("REGISTER-UNREADABLE", path=path.name, reason=reason)) from None
    register, findings = read_register(lists)
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise CannotRunError(finding)
    return register, findings


def invalid_because(data: bytes) -> str | None:
    """Why a document is not valid against the schema of this program; None when it is."""
    if is_valid(data, load_schema()):
        return None
    found = validate_bytes(data, name="", stem="", schema=load_schema())
    return next((one.message for one in found if one.severity is Severity.ERROR), "no reason given")


def convert_all(materials: Sequence[Material], settings: Settings) -> Iterator[Converted]:
    """Each text converted, in order; the same bytes with one process as with many.

    What there is to say about the edition's own lists is said with the first text.
    """
    _, about_lists = register_of(settings)
    if settings.ner:
        load_pipeline(settings.ner)  # what is not installed is said once, and before the work
    texts = [material for material in materials if material.data is not None]
    jobs = _jobs(settings, texts)
    if jobs > 1:
        from edition.engine import ordered_map  # noqa: PLC0415  (one text needs no processes)

        outcomes = ordered_map(
            "edition.building:TextConverter", texts, setup=settings, jobs=jobs, timeout=3600
        )
        results = (
            outcome.value
            if outcome.failure is None
            else _failed(material, f"{outcome.failure.kind}: {outcome.failure.detail}")
            for material, outcome in zip(texts, outcomes, strict=True)
        )
    else:
        converter = TextConverter(settings)
        results = (converter(material) for material in texts)
    for material in materials:
        if material.data is None:
            converted = Converted(material.name, material.stem, None, None, material.findings)
        else:
            converted = next(results)
        yield replace(converted, diagnostics=(*about_lists, *converted.diagnostics))
        about_lists = []


class TextConverter:
    """Converts one text after the other; a fault of ours in one does not end the others."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._register, _ = register_of(settings)
        self._model = load_pipeline(settings.ner) if settings.ner else None

    def __call__(self, material: Material) -> Converted:
        """The text of `material` converted; what went wrong through our fault is in its findings."""
        assert material.data is not None
        try:
            return convert_with(
                material.data,
                name=material.name,
                stem=material.stem,
                settings=self._settings,
                register=self._register,
                model=self._model,
            )
        except OwnFaultError as fault:
            return Converted(material.name, material.stem, None, None, (fault.diagnostic,))


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A source on its way to pages: its document, or the bytes of it while it is `waiting`."""

    material: Material
    converted: Converted | None
    document: TeiDocument | None
    findings: tuple[Diagnostic, ...]
    records: TextRecords | None = None
    text: SiteText | None = None
    work: Work | None = None
    waiting: bytes | None = None


def build_all(materials: Sequence[Material], settings: Settings) -> Iterator[Built]:
    """Each source encoded (TEI is taken as it is) and published, in order; some at a time.

    The pages of several lead to the one before, the one after, the front page, the registers and the search:
    so all are encoded before the first is published.
    """
    settings = _for_ebooks(settings, len(materials))
    pictures = PictureNames()
    encoding = _encode(materials, settings)
    if len(materials) < 2 or not ("html" in settings.targets or settings.binds):
        apart = replace(settings, print=replace(settings.print, volumes="each"))
        while batch := list(islice(encoding, _BATCH)):
            yield from _published(batch, apart, {}, pictures)
        return
    many = len(materials) > _BATCH
    encoded = []
    with Indexing(settings) as indexing:
        for one in encoding:
            if one.text is not None and one.document is not None:
                indexing.add(one.text, one.document)
            encoded.append(_without_tree(one) if many else one)
        index = indexing.made()
    names = [material.stem for material in materials]
    texts = [one.text for one in encoded if one.text is not None]
    records = [one.records for one in encoded if one.records is not None]
    site = None
    if texts:
        own = _css(settings)
        site = Site(texts, settings.facts, names=names, records=records, css=own, search=index.offered)
    beside = _neighbours(texts, names, site.search if site is not None else "")
    for start in range(0, len(encoded), _BATCH):
        batch = list(map(_with_tree, encoded[start : start + _BATCH]))
        yield from _published(batch, settings, beside, pictures, site=site, index=index)


def _encode(materials: Sequence[Material], settings: Settings) -> Iterator[_Encoded]:
    texts = convert_all([material for material in materials if not material.is_tei], settings)
    for material in materials:
        converted = None if material.is_tei else next(texts)
        document, findings = _document(material, converted, settings)
        records = text = work = None
        if document is not None:
            told = converted.records if converted is not None else None
            records = told if told is not None else records_of(document.root, material.stem)
            summary = converted.summary if converted is not None else None
            text = describe(document, summary.genre if summary is not None else "")
            page = f"{settings.facts.site}{address(material.stem)}" if settings.facts.site else ""
            work = work_of(document, settings.facts, text.genre, page)
        yield _Encoded(material, converted, document, findings, records, text, work)


def _without_tree(encoded: _Encoded) -> _Encoded:
    """Of many texts only the bytes are kept while they wait: trees take ten times as much."""
    document = encoded.document
    return replace(encoded, document=None, waiting=document.data) if document is not None else encoded


def _with_tree(encoded: _Encoded) -> _Encoded:
    if encoded.waiting is None:
        return encoded
    material = encoded.material
    document, _ = parse(encoded.waiting, name=material.name, stem=material.stem)
    if document is not None:
        _lend(material, document)
    return replace(encoded, document=document, waiting=None)


def _neighbours(texts: Sequence[SiteText], names: Sequence[str], search: str) -> dict[str, Neighbours]:
    """For each text, by its stem, the pages that lead on from it; `search` is the page of the search."""
    home = "" if reserved(HOME, names) else f"{HOME}.html"
    ordered = [None, *in_order(texts), None]
    found = {}
    for before, text, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
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


def _document(
    material: Material, converted: Converted | None, settings: Settings
) -> tuple[TeiDocument | None, tuple[Diagnostic, ...]]:
    """The TEI document of a source, and everything said on the way to it."""
    if converted is not None:
        if converted.data is None:
            return None, converted.diagnostics
        document, _ = parse(converted.data, name=material.name, stem=material.stem)
        return document, converted.diagnostics
    if material.data is None:
        return None, material.findings
    document, findings = parse(material.data, name=material.name, stem=material.stem)
    if document is not None and settings.schema is not None:
        # Someone's own TEI is measured by their own schema, if they name one, and published all the same.
        findings = validate_document(document, load_schema(settings.schema))
    if document is not None:
        _lend(material, document)
    return document, tuple(findings)


def _lend(material: Material, document: TeiDocument) -> None:
    """Pointers by prefixes are written in full, and what the text points to in its corpus goes along at the
    end of its tree, where no element's place changes; the bytes of the document stay as they are.
    """
    if material.records is None:
        if b"prefixDef" in document.data:
            expand(document.root)
        return
    beside = material.records.lend(document.root)
    if beside is not None:
        document.root.append(beside)


def _published(
    encoded: Sequence[_Encoded],
    settings: Settings,
    neighbours: Mapping[str, Neighbours],
    picture_names: PictureNames,
    *,
    site: Site | None = None,
    index: Indexed | None = None,
) -> Iterator[Built]:
    apart = not settings.binds or settings.print.volumes == "both"
    targets = [
        target for target in settings.targets if target != "tei" and (apart or target not in ("pdf", "typ"))
    ]
    sound = [one.document for one in encoded if one.document is not None]
    pages = None
    works = {one.material.stem: one.work for one in encoded if one.work is not None}
    if (targets or settings.binds) and sound:
        frame = Frame(
            edition_title=settings.facts.title or "",
            site=settings.facts.site,
            tei_beside="tei" in settings.targets,
            split=settings.html.split,
            stylesheet=settings.html.stylesheet,
            css=_css(settings),
            look=design(settings.print),
            parts=settings.binds,
            neighbours=neighbours,
            registers={one.stem: site.links(one.stem) for one in sound} if site is not None else {},
            citations=citations_of(works) if "html" in targets else {},
            folders={
                one.material.stem: one.material.folder for one in encoded if one.material.folder is not None
            },
            picture_names=picture_names,
        )
        pages = publish(
            sound, targets=targets, frame=frame, jobs=_processes(settings) if len(sound) > 1 else 1
        )
    for one in encoded:
        files: dict[str, bytes] = {}
        pictures: Mapping[str, Path] = {}
        printed: Mapping[str, Path] = {}
        said, part, draft = one.findings, "", None
        if one.document is not None:
            if "tei" in settings.targets:
                files[f"{one.material.stem}.xml"] = one.document.data
            if pages is not None:
                page = next(pages)
                files.update(page.files)
                pictures, printed, part = page.pictures, page.printed_pictures, page.part
                said = (*said, *page.diagnostics)
                if page.ebook:
                    draft = Draft(
                        one.material.stem,
                        one.material.name,
                        page.ebook,
                        one.document.data,
                        one.material.folder,
                    )
            if draft is not None and settings.epub.volumes != "one":
                book = make_ebook([draft], settings.epub, settings.facts)
                files[f"{one.material.stem}.epub"] = book.data
                said = (*said, *book.diagnostics)
        yield Built(
            one.material.name,
            one.material.stem,
            files,
            said,
            converted=one.converted,
            records=one.records,
            text=one.text,
            work=one.work,
            site=site,
            index=index,
            pictures=pictures,
            printed_pictures=printed,
            part=part,
            draft=draft,
        )


def _for_ebooks(settings: Settings, count: int) -> Settings:
    """One text makes a book of its own, whatever is wanted of several."""
    return replace(settings, epub=settings.epub._replace(volumes="each")) if count == 1 else settings


def build_register(
    texts: Sequence[TextRecords | None],
    settings: Settings,
    *,
    names: Collection[str],
    site: Site | None = None,
) -> Built | None:
    """The register of an edition of several texts as TEI; None where it would say nothing.

    `names` are the stems of all sources: the register takes the name of none of them. `site` has the records
    of the texts as one already.
    """
    known = [text for text in texts if text is not None]
    if len(known) < 2 or {"tei", "epub"}.isdisjoint(settings.targets):
        return None
    merged = site.registers.merged if site is not None else None
    data = register_document(known, settings.facts, __version__, merged)
    if data is None:
        return None
    if REGISTER in names:
        said = diagnose("REGISTER-STEM", path=f"{REGISTER}.xml")
        return Built(REGISTER, REGISTER, {}, (said,))
    document, findings = parse(data, name=f"{REGISTER}.xml", stem=REGISTER)
    reason = invalid_because(data) if document is not None else findings[0].message
    if document is None or reason is not None:
        raise OwnFaultError(diagnose("CONVERT-INVALID", path=f"{REGISTER}.xml", reason=reason))
    files = {f"{REGISTER}.xml": data} if "tei" in settings.targets else {}
    if "epub" not in settings.targets:
        return Built(document.name, REGISTER, files, ())
    book = replace(settings, targets=("epub",), epub=settings.epub._replace(volumes="one"))
    material = Material(document.name, REGISTER, data, is_tei=True)
    (made,) = _published([_Encoded(material, None, document, ())], book, {}, PictureNames())
    return replace(made, files=files)


def _failed(material: Material, reason: str) -> Converted:
    fault = diagnose("CONVERT-FAILED", path=material.name, reason=reason)
    return Converted(material.name, material.stem, None, None, (fault,))


def _css(settings: Settings) -> str:
    return own_css(settings.html.css) if settings.html.css is not None else ""


def _processes(settings: Settings) -> int:
    return settings.jobs or os.cpu_count() or 1


def _jobs(settings: Settings, texts: Sequence[Material]) -> int:
    if len(texts) < 2 or sum(len(text.data or b"") for text in texts) < _WORTH_WORKERS:
        return settings.jobs if settings.jobs > 1 and len(texts) > 1 else 1
    return min(_processes(settings), len(texts))
