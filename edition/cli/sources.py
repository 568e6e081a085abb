"""`edition sources`: what texts and TEI documents cite, as a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

import click

from edition.bibliography import Entry, merged, sources_of_document, sources_of_text
from edition.bibliography.formats import as_csl_json, as_csv, as_ris, as_text
from edition.building import convert_all
from edition.cli.materials import materials
from edition.cli.options import reading, settings_for, working
from edition.cli.report import exit_code, say, show
from edition.config import Settings
from edition.diagnostics import Diagnostic
from edition.files import Input, find_inputs, read_input
from edition.tei import parse


def _as_bibtex(entries: Sequence[Entry]) -> str:
    """BibTeX; pybtex is only loaded here, since it takes longer to load than all else."""
    written: str = import_module("edition.bibliography.bibtex").as_bibtex(entries)
    return written


_FORMATS: dict[str, Callable[[Sequence[Entry]], str]] = {
    "text": as_text,
    "bibtex": _as_bibtex,
    "csl-json": as_csl_json,
    "ris": as_ris,
    "csv": as_csv,
}


@click.command("sources", short_help="List the sources that texts and TEI documents cite.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE...")
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True,
              help="Form of the list.")  # fmt: skip
@reading
@working
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(sources: tuple[str, ...], form: str, quiet: bool, **flags: Any) -> int:
    """List the sources that texts and TEI documents cite: one entry a source, with where it is cited.

    FILE is a plain text, which is read as convert reads it, a TEI document (*.xml), a folder of both, or -
    for a text on standard input. Nothing is written but the list, on standard output. Sources of several
    files are one where authors, titles and year are the same.

    \b
      edition sources essay.txt
      edition sources tei/ --format bibtex > cited.bib
      edition sources essay.txt --format csl-json > cited.json
    """
    settings = replace(settings_for(sources, **flags), decisions=True)
    inputs = find_inputs(sources, suffixes={".txt", ".xml"}, output=settings.output, by_stem=False)
    findings: list[Diagnostic] = []
    entries: list[Entry] = []
    for found, said in _sources(inputs, settings):
        entries += found
        findings += said
        show(said, quiet=quiet)
    listed = merged(entries)
    if listed or form in ("csl-json", "csv"):
        click.echo(_FORMATS[form](listed), nl=False)
    if form == "text" and not quiet:
        say("1 source" if len(listed) == 1 else f"{len(listed) or 'no'} sources")
    return exit_code(findings)


def _sources(
    inputs: Sequence[Input], settings: Settings
) -> Iterator[tuple[list[Entry], tuple[Diagnostic, ...]]]:
    """The sources of each input in turn, and what there is to say of it."""
    texts = convert_all(materials([item for item in inputs if not item.is_xml], tei=False), settings)
    for item in inputs:
        if item.is_xml:
            yield _of_document(item)
            continue
        text = next(texts)
        if text.data is None or text.summary is None:
            yield [], text.diagnostics
            continue
        document, _ = parse(text.data, name=text.name, stem=text.stem)
        found = sources_of_text(text.name, document, text.summary.citations) if document is not None else []
        yield found, text.diagnostics


def _of_document(item: Input) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    data, findings = read_input(item)
    if data is None:
        return [], tuple(findings)
    document, malformed = parse(data, name=item.name, stem=item.stem)
    found = sources_of_document(document) if document is not None else []
    return found, (*findings, *malformed)
