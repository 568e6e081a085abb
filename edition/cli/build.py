"""`edition build`: a whole edition from texts or TEI documents."""

from __future__ import annotations

from typing import Any

import click

from edition.cli.options import loudness, output, reading, settings_for, working
from edition.config import TARGETS


class _Targets(click.ParamType[tuple[str, ...]]):
    """A list such as `tei,html`."""

    name = "targets"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        wanted = [item.strip() for item in str(value).split(",") if item.strip()]
        unknown = [item for item in wanted if item not in TARGETS]
        if unknown or not wanted:
            self.fail(f"{', '.join(unknown) or 'nothing'} is not one of {', '.join(TARGETS)}.", param, ctx)
        return tuple(target for target in TARGETS if target in wanted)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        return [
            click.shell_completion.CompletionItem(f"{before}{comma}{target}")
            for target in TARGETS
            if target.startswith(last) and target not in before.split(",")
        ]


@click.command("build", short_help="Make a whole edition: TEI, web page and book page.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="SOURCE...")
@click.option(
    "--to", "targets", type=_Targets(), metavar="tei,html,pdf", help="What to make.  [default: tei,html,pdf]"
)
@output
@reading
@working
@loudness
def command(sources: tuple[str, ...], quiet: bool, verbose: bool, **flags: Any) -> int:
    """Make a whole edition: encode, validate, and set as web and book pages.

    SOURCE is a text file, a TEI file (*.xml, whose encoding is left alone), a folder of both, or - for
    a text on standard input. For each one DIR holds NAME.xml, NAME.html and NAME.pdf.

    \b
      edition build speech.txt
      edition build tei/ -o site --to html
    """
    from edition.building import build_all  # noqa: PLC0415
    from edition.cli.materials import materials  # noqa: PLC0415
    from edition.cli.report import Tally, describe, exit_code, name_results, progress, show  # noqa: PLC0415
    from edition.files import Outputs, find_inputs  # noqa: PLC0415

    settings = settings_for(sources, **flags)
    inputs = find_inputs(sources, suffixes={".txt", ".xml"}, output=settings.output)
    outputs = Outputs(settings.output, force=settings.force)
    findings = []
    tally = Tally(len(inputs), str(outputs.folder))
    with progress("Building", len(inputs), quiet=quiet) as bar:
        for item, built in zip(inputs, build_all(materials(inputs, tei=True), settings), strict=True):
            said = list(built.diagnostics)
            written = outputs.write(built.files, unless=item.path)
            said.extend(written.diagnostics)
            bar.update(1)
            show(said, quiet=quiet)
            findings.extend(said)
            summary = built.converted.summary if built.converted is not None else None
            tally.add(len(written.paths), summary if written.paths else None)
            if written.paths and not quiet and (verbose or not tally.needed):
                name_results(built.name, [str(path) for path in written.paths])
                if summary is not None:
                    describe(summary, verbose=verbose)
    if tally.needed and not quiet:
        tally.say()
    return exit_code(findings)
