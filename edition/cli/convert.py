"""`edition convert`: plain texts as TEI."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from edition.building import build_register, convert_all
from edition.cli.decisions import decisions_report
from edition.cli.materials import materials
from edition.cli.options import loudness, output, reading, settings_for, working
from edition.cli.report import Report
from edition.files import STDIN, Outputs, find_inputs

if TYPE_CHECKING:
    from edition.converter.summary import Summary
    from edition.registers import TextRecords


@click.command("convert", short_help="Encode plain texts as TEI.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="SOURCE...")
@click.option(
    "--report",
    "decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="List every decision with its place, rule and certainty, the doubtful first; .csv and .json too.",
)
@output
@reading
@working
@loudness
def command(
    sources: tuple[str, ...],
    output: Path | None,
    decisions: Path | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Encode plain texts as TEI P5, with structure, speakers, dates and sources.

    SOURCE is a text file, a folder (its *.txt, all the way down), or - for standard input, which is
    written to standard output (so is any single text with -o -). Each text becomes DIR/NAME.xml, and several
    get a register of whom and what they name, DIR/register.xml. No character is lost, and what is written
    is valid.

    \b
      edition convert speech.txt
      edition convert texts/ -o tei --lang de
      edition convert - < speech.txt > speech.xml
    """
    piped = output == Path(STDIN)
    to_stdout = piped or (tuple(sources) == (STDIN,) and output is None)
    settings = settings_for(
        sources, output=None if piped else output, decisions=verbose or decisions is not None, **flags
    )
    inputs = find_inputs(sources, suffixes={".txt"}, output=settings.output)
    outputs = Outputs(settings.output, force=settings.force)
    if piped and len(inputs) > 1:
        raise click.UsageError("-o - is standard output, which takes one text; name a folder for several")
    decided: list[tuple[str, Summary]] = []
    records: list[TextRecords | None] = []
    report = Report(len(inputs), str(settings.output), quiet=quiet, verbose=verbose)
    with report.running("Converting"):
        for result in convert_all(materials(inputs, tei=False), settings):
            findings = result.diagnostics
            results: list[str] = []
            if result.data is not None and to_stdout:
                sys.stdout.buffer.write(result.data)
                results = ["standard output"]
            elif result.data is not None:
                written = outputs.write({f"{result.stem}.xml": result.data})
                findings = (*findings, *written.diagnostics)
                results = [str(path) for path in written.paths]
            report.add(result.name, results, findings, result.summary)
            records.append(result.records)
            if decisions is not None and result.summary is not None:
                decided.append((result.name, result.summary))
        tei = replace(settings, targets=("tei",))
        register = build_register(records, tei, names={item.stem for item in inputs})
        if register is not None:
            kept = outputs.write(register.files)
            report.add_register(
                [str(path) for path in kept.paths], (*register.diagnostics, *kept.diagnostics)
            )
        if decisions is not None:
            beside = Outputs(decisions.parent, force=settings.force)
            written = beside.write({decisions.name: decisions_report(decided, decisions.suffix)})
            report.add_findings(written.diagnostics)
    return report.exit_code
