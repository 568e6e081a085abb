"""`edition dates`: the dates of texts and TEI documents, with their values, as a table."""

from __future__ import annotations

import sys
from typing import Any

import click

from edition.chronology import Entry, chronological, dates_of_document, dates_of_text
from edition.cli.dates_table import FORMATS, as_csv, as_json, as_table
from edition.cli.listing import listed
from edition.cli.options import reading, settings_for, working
from edition.cli.report import coloured, exit_code, say
from edition.converter.pipeline import Converted


@click.command("dates", short_help="List the dates of texts and TEI documents with their values.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="FILE...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
              help="Form of the list.")  # fmt: skip
@click.option("--sort", "order", type=click.Choice(["text", "date"]), default="text", show_default=True,
              help="Order of the list: as they stand in the text, or by time.")  # fmt: skip
@reading
@working
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(sources: tuple[str, ...], form: str, order: str, quiet: bool, **flags: Any) -> int:
    """List the dates of texts and TEI documents: where they stand, their words, what they mean, and why.

    FILE is a plain text, which is read as convert reads it, a TEI document (*.xml), whose own values are
    shown, a folder of both, or - for a text on standard input. Nothing is written but the list, on standard
    output. A weekday that does not fit its day has a note.

    \b
      edition dates letters/042.txt
      edition dates tei/ --sort date
      edition dates diary.xml --format csv > dates.csv
    """
    settings = settings_for(sources, **flags)
    entries, findings, inputs = listed(
        sources, settings, of_text=_of_text, of_document=dates_of_document, quiet=quiet
    )
    if order == "date":
        entries = chronological(entries)
    if form == "table":
        colour = sys.stdout.isatty() and coloured()
        written = as_table(entries, files=inputs > 1, colour=colour)
        click.echo(written, nl=False, color=colour)
        if not quiet:
            say(_counted(len(entries)))
    else:
        click.echo({"csv": as_csv, "json": as_json}[form](entries), nl=False)
    return exit_code(findings)


def _of_text(text: Converted) -> list[Entry]:
    return dates_of_text(text.name, text.summary.conclusions if text.summary is not None else ())


def _counted(number: int) -> str:
    return "1 date" if number == 1 else f"{number or 'no'} dates"
