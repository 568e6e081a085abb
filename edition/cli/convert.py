"""`edition convert`: plain texts as TEI."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from edition.cli.options import loudness, output, reading, settings_for, working


@click.command("convert", short_help="Encode plain texts as TEI.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="SOURCE...")
@output
@reading
@working
@loudness
def command(sources: tuple[str, ...], output: Path | None, quiet: bool, verbose: bool, **flags: Any) -> int:
    """Encode plain texts as TEI P5, with structure, speakers, dates and sources.

    SOURCE is a text file, a folder (its *.txt, all the way down), or - for standard input, which is
    written to standard output. Each text becomes DIR/NAME.xml. No character is lost, and what is written
    is valid.

    \b
      edition convert speech.txt
      edition convert texts/ -o tei --lang de
      edition convert - < speech.txt > speech.xml
    """
    from edition.building import convert_all  # noqa: PLC0415
    from edition.cli.materials import materials  # noqa: PLC0415
    from edition.cli.report import Tally, describe, exit_code, name_results, progress, show  # noqa: PLC0415
    from edition.files import STDIN, Outputs, find_inputs  # noqa: PLC0415

    settings = settings_for(sources, output=output, **flags)
    inputs = find_inputs(sources, suffixes={".txt"}, output=settings.output)
    outputs = Outputs(settings.output, force=settings.force)
    to_stdout = tuple(sources) == (STDIN,) and output is None
    findings = []
    tally = Tally(len(inputs), str(outputs.folder))
    with progress("Converting", len(inputs), quiet=quiet) as bar:
        for result in convert_all(materials(inputs, tei=False), settings):
            said = list(result.diagnostics)
            paths: tuple[Path, ...] = ()
            if result.data is not None and to_stdout:
                sys.stdout.buffer.write(result.data)
            elif result.data is not None:
                written = outputs.write({f"{result.stem}.xml": result.data})
                said.extend(written.diagnostics)
                paths = written.paths
            bar.update(1)
            show(said, quiet=quiet)
            findings.extend(said)
            tally.add(len(paths), result.summary if paths else None)
            shown = not quiet and (paths or to_stdout) and (verbose or not tally.needed)
            if shown and result.summary is not None:
                name_results(result.name, [str(path) for path in paths] or ["standard output"])
                describe(result.summary, verbose=verbose)
    if tally.needed and not quiet:
        tally.say()
    return exit_code(findings)
