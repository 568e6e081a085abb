"""A source on its way to pages: as a TEI document, with what the edition has to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.building.converting import convert_all
from edition.building.material import Material
from edition.citing import Work, work_of
from edition.config import Settings
from edition.converter import Converted
from edition.diagnostics import Diagnostic
from edition.registers import TextRecords, records_of
from edition.site import SiteText, address, describe
from edition.tei import TeiDocument, parse
from edition.tei.prefixes import expand
from edition.validator import load_schema, validate_document


@dataclass(frozen=True, slots=True)
class Encoded:
    """A source on its way to pages: its document, or the bytes of it while it is `waiting`."""

    material: Material
    converted: Converted | None
    document: TeiDocument | None
    findings: tuple[Diagnostic, ...]
    records: TextRecords | None = None
    text: SiteText | None = None
    work: Work | None = None
    waiting: bytes | None = None


def encode(materials: Sequence[Material], settings: Settings) -> Iterator[Encoded]:
    """Each source as a document, in order: texts are converted, TEI is taken as it is."""
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
        yield Encoded(material, converted, document, findings, records, text, work)


def without_tree(encoded: Encoded) -> Encoded:
    """While it waits for the others its bytes are kept only: a tree takes ten times as much."""
    document = encoded.document
    return replace(encoded, document=None, waiting=document.data) if document is not None else encoded


def with_tree(encoded: Encoded) -> Encoded:
    """With its document again, if it has waited."""
    if encoded.waiting is None:
        return encoded
    material = encoded.material
    document, _ = parse(encoded.waiting, name=material.name, stem=material.stem)
    if document is not None:
        _lend(material, document)
    return replace(encoded, document=document, waiting=None)


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
