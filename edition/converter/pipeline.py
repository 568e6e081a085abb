"""The whole conversion, step by step. Read this first.

    bytes --read--> Source --segment--> blocks --annotate--> annotations --write--> TEI tree

Each step is a function from values to values; nothing here touches the disk. What comes out was
checked twice: no character of the source is missing, and the tree is valid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from edition.config import Settings
from edition.converter.annotate import annotate
from edition.converter.languages import detect_language, known_languages, language
from edition.converter.metadata import gather
from edition.converter.read import read_source
from edition.converter.segment import segment
from edition.converter.segment.conventions import Conventions
from edition.converter.segment.passages import mark_passages
from edition.converter.summary import Summary, summarise
from edition.converter.write import lost_text, write_tree
from edition.diagnostics import Diagnostic, OwnFaultError, diagnose
from edition.model import Certainty, Document, Person, Source
from edition.tei.build import serialise

# Says why a tree is not valid, or None: handed in, since `validate` is a neighbour and not below us.
Gate = Callable[[etree._Element], str | None]


@dataclass(frozen=True)
class Converted:
    """A converted text: the TEI as `data`, a summary of what was found, and what there is to say.

    `data` and `summary` are None when the source could not be read as a text.
    """

    name: str
    stem: str
    data: bytes | None
    summary: Summary | None
    diagnostics: tuple[Diagnostic, ...]


def convert_bytes(
    data: bytes,
    *,
    name: str,
    stem: str,
    settings: Settings,
    version: str,
    gate: Gate,
    persons: Sequence[Person] = (),
) -> Converted:
    """Encode the text in `data`; `persons` are those whom the edition names itself.

    Raises OwnFaultError where the result would lose text or be invalid.
    """
    source, findings = read_source(data, name=name, stem=stem, encoding=settings.encoding)
    if source is None:
        return Converted(name, stem, None, None, tuple(findings))
    code, said = _language(source, settings.lang)
    findings.extend(said)
    words = language(code)
    segmented = segment(source, words, settings.genre, Conventions(*settings.conventions))
    blocks = mark_passages(segmented.blocks, source, words)
    annotated = annotate(blocks, source, words, segmented.marks, persons)
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
    document = Document(source, segmented.genre, blocks, annotated.annotations, metadata)
    if settings.date and metadata.date_words:
        written = metadata.date_words
        findings.append(diagnose("CONVERT-DATE-GIVEN", path=name, written=written, given=settings.date))
    tree = write_tree(document, settings.facts, version)
    _check(tree, source, gate)
    summary = summarise(document, segmented.evidence, structure=settings.decisions)
    return Converted(name, stem, serialise(tree), summary, tuple(findings))


def _language(source: Source, wanted: str) -> tuple[str | None, list[Diagnostic]]:
    if wanted == "auto":
        code = detect_language(source.text)
        said = [] if code else [diagnose("CONVERT-LANGUAGE-UNKNOWN", path=source.name)]
        return code, said
    known = wanted.split("-", maxsplit=1)[0].lower() in known_languages()
    no_table = diagnose("CONVERT-LANGUAGE-NO-TABLE", path=source.name, lang=wanted)
    return wanted, [] if known else [no_table]


def _check(tree: etree._Element, source: Source, gate: Gate) -> None:
    lost = lost_text(tree, source)
    if lost is not None:
        position = source.position(min(lost, len(source.text)))
        raise OwnFaultError(diagnose("CONVERT-TEXT-LOST", path=source.name, position=position))
    reason = gate(tree)
    if reason is not None:
        raise OwnFaultError(diagnose("CONVERT-INVALID", path=source.name, reason=reason))
