"""The whole conversion, step by step. Read this first.

    bytes --read--> Source --segment--> blocks --annotate--> annotations --write--> TEI document

Each step is a function from values to values; nothing here touches the disk. What comes out is read
again and checked twice: no character of the source is missing, and the document is valid.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from lxml import etree

from edition.config import Settings
from edition.converter.annotate import NO_LISTS, annotate
from edition.converter.forms.memory import forget_all
from edition.converter.languages import detect_language, known_languages, language
from edition.converter.metadata import gather
from edition.converter.read import read_source
from edition.converter.segment import segment
from edition.converter.segment.conventions import Conventions
from edition.converter.segment.passages import mark_passages
from edition.converter.summary import Summary, summarise
from edition.converter.write import lost_text, write_document
from edition.diagnostics import Diagnostic, OwnFaultError, diagnose
from edition.model import Certainty, Document, Register, Source
from edition.ner import NameModel
from edition.registers import TextRecords, records_of
from edition.tei import read_back

# Says why a tree is not valid, or None: handed in, since `validate` is a neighbour and not below us.
Gate = Callable[[bytes], str | None]
_LONG = 2_000_000  # characters
_BEGINNING = 10_000  # characters


@dataclass(frozen=True)
class Converted:
    """A converted text: the TEI as `data`, a summary of what was found, and what there is to say.

    `data`, `summary` and `records` (whom and what the text names) are None when the source could not be read
    as a text.
    """

    name: str
    stem: str
    data: bytes | None
    summary: Summary | None
    diagnostics: tuple[Diagnostic, ...]
    records: TextRecords | None = None


def convert_bytes(
    data: bytes,
    *,
    name: str,
    stem: str,
    settings: Settings,
    version: str,
    gate: Gate,
    register: Register = NO_LISTS,
    model: NameModel | None = None,
) -> Converted:
    """Encode the text in `data`; `register` holds the lists of the edition, `model` finds names where no rule
    does.

    Raises OwnFaultError where the result would lose text or be invalid.
    """
    source, findings = read_source(data, name=name, stem=stem, encoding=settings.encoding)
    if source is None:
        return Converted(name, stem, None, None, tuple(findings))
    long = len(source.text) > _LONG
    if long:
        # Tables and patterns that stay are loaded before the text's blocks, or they would lie scattered among
        # them and hold the memory that those give back.
        _encode(replace(source, text=source.text[:_BEGINNING]), settings, version, register, None)
    with _without_collection():
        written, summary, said = _encode(source, settings, version, register, model)
    lost = lost_text(written, source)
    if lost is not None:
        position = source.position(min(lost, len(source.text)))
        raise OwnFaultError(diagnose("CONVERT-TEXT-LOST", path=name, position=position))
    del source
    if long:
        # Makes room: the tree that is checked needs it.
        forget_all()
        gc.collect()
    records = records_of(_checked(written, name, gate), stem)
    return Converted(name, stem, written, summary, (*findings, *said), records)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Python's search for cycles, put off until blocks and annotations have been let go.

    A text has up to a million of them and not one cycle: the search takes a tenth of the time.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _encode(
    source: Source, settings: Settings, version: str, register: Register, model: NameModel | None
) -> tuple[bytes, Summary, list[Diagnostic]]:
    """The TEI document of a source, what was found in it, and what there is to say."""
    code, said = _language(source, settings.lang)
    words = language(code)
    segmented = segment(source, words, settings.genre, Conventions(*settings.conventions))
    blocks = mark_passages(segmented.blocks, source, words)
    annotated = annotate(
        blocks,
        source,
        words,
        segmented.marks,
        register,
        written=settings.date,
        genre=segmented.genre,
        model=model,
    )
    # A language that was not named was concluded from the commonest words.
    certainty = Certainty.HIGH if settings.lang == "auto" else None
    metadata = gather(
        blocks,
        annotated,
        source,
        language=code,
        language_certainty=certainty,
        date=settings.date,
        title=segmented.title,
        author=segmented.author,
    )
    if model is not None:
        metadata = replace(metadata, model=model.name)
    document = Document(source, segmented.genre, blocks, annotated.annotations, metadata)
    if settings.date and metadata.overruled_date:
        written = metadata.overruled_date
        said.append(diagnose("CONVERT-DATE-GIVEN", path=source.name, written=written, given=settings.date))
    summary = summarise(document, segmented.evidence, decisions=settings.decisions)
    return write_document(document, settings.facts, version), summary, said


def _language(source: Source, wanted: str) -> tuple[str | None, list[Diagnostic]]:
    if wanted == "auto":
        code = detect_language(source.text)
        said = [] if code else [diagnose("CONVERT-LANGUAGE-UNKNOWN", path=source.name)]
        return code, said
    known = wanted.split("-", maxsplit=1)[0].lower() in known_languages()
    no_table = diagnose("CONVERT-LANGUAGE-NO-TABLE", path=source.name, lang=wanted)
    return wanted, [] if known else [no_table]


def _checked(written: bytes, name: str, gate: Gate) -> etree._Element:
    """Read what was written as a stranger would: it is well-formed and valid."""
    try:
        reason = gate(written)
        tree = read_back(written)
    except etree.XMLSyntaxError as error:
        raise OwnFaultError(diagnose("CONVERT-INVALID", path=name, reason=str(error))) from None
    if reason is not None:
        raise OwnFaultError(diagnose("CONVERT-INVALID", path=name, reason=reason))
    return tree
