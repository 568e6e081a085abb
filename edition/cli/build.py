"""`edition build`: a whole edition from texts or TEI documents."""

from __future__ import annotations

from itertools import compress
from pathlib import Path
from typing import Any

import click

from edition.building import Built, build_all
from edition.cli.materials import materials, texts_apart
from edition.cli.options import loudness, output, reading, settings_for, working
from edition.cli.report import Report
from edition.config import TARGETS
from edition.engine import behind
from edition.files import STDIN, Input, Outputs, Written, find_inputs
from edition.registers import is_register
from edition.site import is_sitemap
from edition.whole import Made, Whole


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
    "--to",
    "targets",
    type=_Targets(),
    metavar="tei,html,pdf,epub,typ",
    help="What to make.  [default: tei,html,pdf]",
)
@output
@reading
@working
@loudness
def command(sources: tuple[str, ...], quiet: bool, verbose: bool, **flags: Any) -> int:
    """Make a whole edition: encode, validate, and set as web and book pages.

    SOURCE is a text file, a TEI file (*.xml, whose encoding is left alone; of a corpus each text), a folder
    of both, or - for a text on standard input. For each one DIR holds NAME.xml, NAME.html and NAME.pdf;
    several make an edition with a front page (index.html) and registers: whom and what the texts name, and
    where.
    With epub there are e-books too: NAME.epub, or of several texts edition.epub.

    \b
      edition build speech.txt
      edition build tei/ -o site --to html
    """
    if flags.get("output") == Path(STDIN):
        raise click.UsageError("-o names a folder: an edition is several files, - cannot take them")
    settings = settings_for(sources, decisions=verbose, **flags)
    inputs = find_inputs(sources, suffixes={".txt", ".xml"}, output=settings.output)
    read = materials(inputs, tei=True)
    own = [one.data is None or not one.is_tei or not _is_made(one.data) for one in read]
    pairs = list(texts_apart(list(compress(inputs, own)), list(compress(read, own))))
    inputs, read = [item for item, _ in pairs], [material for _, material in pairs]
    outputs = Outputs(settings.output, force=settings.force)
    whole = Whole(settings, {item.stem for item in inputs})
    report = Report(len(inputs), str(settings.output), quiet=quiet, verbose=verbose)

    def write(made: tuple[Input, Built]) -> tuple[Written, Written]:
        item, built = made
        return outputs.write(built.files, unless=item.path), outputs.copy(built.pictures)

    def write_whole(made: Made) -> list[Written]:
        replaced = [outputs.replace(folder, files) for folder, files in made.folders.items()]
        return [outputs.write(made.files), *replaced]

    with report.running("Building"):
        each = zip(inputs, build_all(read, settings), strict=True)
        for (_, built), (written, copied) in behind(write, each):
            findings = (*built.diagnostics, *written.diagnostics, *copied.diagnostics)
            summary = built.converted.summary if built.converted is not None else None
            report.add(built.name, [str(path) for path in written.paths], findings, summary)
            whole.add(built)
        for made, written_whole in behind(write_whole, whole.make()):
            said = (finding for one in written_whole for finding in one.diagnostics)
            results = [str(path) for path in written_whole[0].paths]
            add = report.add_register if made.kind == "register" else report.add_site
            add(results, (*made.diagnostics, *said))
    return report.exit_code


def _is_made(data: bytes) -> bool:
    """Whether a file was made of an edition, and is none of its texts."""
    return is_register(data) or is_sitemap(data)
