"""What a command lists of its inputs: of texts as they are converted, of TEI documents as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from edition.building import convert_all
from edition.cli.materials import materials
from edition.cli.report import show
from edition.config import Settings
from edition.converter.pipeline import Converted
from edition.diagnostics import Diagnostic
from edition.files import Input, find_inputs, read_input
from edition.tei import TeiDocument, parse

Listed = TypeVar("Listed")


def listed(
    sources: tuple[str, ...],
    settings: Settings,
    *,
    of_text: Callable[[Converted], list[Listed]],
    of_document: Callable[[TeiDocument], list[Listed]],
    quiet: bool,
) -> tuple[list[Listed], list[Diagnostic], int]:
    """All that the inputs hold, in their order; the findings, shown as they come; and how many inputs."""
    settings = replace(settings, decisions=True)
    inputs = find_inputs(sources, suffixes={".txt", ".xml"}, output=settings.output, by_stem=False)
    entries: list[Listed] = []
    findings: list[Diagnostic] = []
    for found, said in _each(inputs, settings, of_text, of_document):
        entries += found
        findings += said
        show(said, quiet=quiet)
    return entries, findings, len(inputs)


def _each(
    inputs: Sequence[Input],
    settings: Settings,
    of_text: Callable[[Converted], list[Listed]],
    of_document: Callable[[TeiDocument], list[Listed]],
) -> Iterator[tuple[list[Listed], tuple[Diagnostic, ...]]]:
    """What each input holds in turn, and what there is to say of it."""
    texts = convert_all(materials([item for item in inputs if not item.is_xml], tei=False), settings)
    for item in inputs:
        if not item.is_xml:
            text = next(texts)
            yield of_text(text), text.diagnostics
            continue
        data, findings = read_input(item)
        document, malformed = parse(data, name=item.name, stem=item.stem) if data is not None else (None, [])
        yield of_document(document) if document is not None else [], (*findings, *malformed)
