"""`edition validate`: what is wrong in TEI documents, where, and what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from edition.cli.options import settings_for
from edition.cli.report import coloured, exit_code, progress, say
from edition.diagnostics.render import as_json, as_text
from edition.files import find_inputs, read_input
from edition.validator import load_schema, validate_bytes


@click.command("validate", short_help="Check TEI documents, and say what to do.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="PATH...")
@click.option(
    "--schema",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.rng",
    help="A RELAX NG schema in XML syntax.  [default: the strict subset of TEI that comes with edition]",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), help="Form of the findings.  [default: text]"
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the findings.")
@click.option("-v", "--verbose", is_flag=True, help="Name each document, those without findings too.")
def command(paths: tuple[str, ...], format_: str | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Check TEI documents: well-formed, valid, and consistent in themselves.

    PATH is a TEI file, a folder (its *.xml, all the way down), or - for standard input. Each finding
    says what is wrong, where (file:line:column), and what to do. The findings go to standard output, as
    text or as JSON.

    \b
      edition validate letters/042.xml
      edition validate tei/ --format json
      edition validate play.xml --schema tei_all.rng
    """
    settings = settings_for(paths, format=format_, **flags)
    inputs = find_inputs(paths, suffixes={".xml"}, by_stem=False)
    schema = load_schema(settings.schema)
    findings = []
    with progress("Validating", len(inputs), hidden=quiet or verbose or len(inputs) < 2) as bar:
        for item in inputs:
            data, unread = read_input(item)
            found = unread
            if data is not None:
                found = validate_bytes(data, name=item.name, stem=item.stem, schema=schema)
            findings.extend(found)
            bar.update(1)
            if verbose and not quiet:
                say(f"{item.name}: {_counted(found)}")
    if settings.format == "json":
        click.echo(as_json(findings), nl=False)
    elif findings:
        colour = sys.stdout.isatty() and coloured()
        click.echo(as_text(findings, colour=colour).rstrip("\n"), color=colour)
    if not quiet and settings.format == "text":
        say(_verdict(len(inputs), findings))
    return exit_code(findings)


def _verdict(count: int, findings: list[Any]) -> str:
    documents = "1 document" if count == 1 else f"{count} documents"
    return click.style(f"{documents}, {_counted(findings)}", fg="yellow" if findings else "green")


def _counted(findings: list[Any]) -> str:
    if not findings:
        return "nothing to complain of"
    return "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
