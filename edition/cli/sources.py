"""`edition sources`: what texts and TEI documents cite, as a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from edition.bibliography import Entry, merged, sources_of_document, sources_of_text
from edition.bibliography.formats import as_csl_json, as_csv, as_ris, as_text
from edition.cli.listing import listed
from edition.cli.options import reading, settings_for, working
from edition.cli.report import exit_code, say
from edition.converter.pipeline import Converted
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
    settings = settings_for(sources, **flags)
    entries, findings, _ = listed(
        sources, settings, of_text=_of_text, of_document=sources_of_document, quiet=quiet
    )
    cited = merged(entries)
    if cited or form in ("csl-json", "csv"):
        click.echo(_FORMATS[form](cited), nl=False)
    if form == "text" and not quiet:
        say("1 source" if len(cited) == 1 else f"{len(cited) or 'no'} sources")
    return exit_code(findings)


def _of_text(text: Converted) -> list[Entry]:
    if text.data is None or text.summary is None:
        return []
    document, _ = parse(text.data, name=text.name, stem=text.stem)
    return sources_of_text(text.name, document, text.summary.citations) if document is not None else []
