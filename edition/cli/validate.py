"""`edition validate`: what is wrong in TEI documents, where, and what to do."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from edition import __version__
from edition.checking import (
    Checked,
    Order,
    Paper,
    check_all,
    check_edition,
    processes_for,
    without_included,
)
from edition.cli.options import settings_for
from edition.cli.report import coloured, exit_code, progress, say
from edition.config import FORMATS
from edition.diagnostics import Diagnostic, Severity
from edition.diagnostics.render import as_github, as_json, as_sarif, as_text
from edition.files import STDIN, Input, find_inputs, read_input, replace_whole
from edition.tei.positions import characters

_FEW = 5
"""Findings of one kind in one document that are shown as text; the rest are counted."""


@click.command("validate", short_help="Check TEI documents, and say what to do.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="PATH...")
@click.option(
    "--schema",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A RELAX NG schema (.rng or .rnc).  [default: the one that a document names in xml-model, else the "
    "strict subset of TEI that comes with edition]",
)
@click.option(
    "--rules",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Schematron rules (.sch, or in an .rng or .odd).  [default: those that the schema holds]",
)
@click.option("--phase", metavar="ID", help="The phase of the rules to check.  [default: the rules' own]")
@click.option("--no-rules", is_flag=True, help="Leave Schematron out.")
@click.option("--fix", is_flag=True, help="Repair what leaves no doubt, in the files themselves.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Form of the findings.  [default: text]"
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes.  [default: 1 a processor]"
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the findings.")
@click.option("-v", "--verbose", is_flag=True, help="Name each document, those without findings too.")
def command(
    *,
    paths: tuple[str, ...],
    format_: str | None,
    no_rules: bool,
    fix: bool,
    diff: bool,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Check TEI documents: well-formed, valid, and consistent in themselves and with each other.

    PATH is a TEI file, a folder (its *.xml, all the way down), or - for standard input. Each finding
    says what is wrong, where (file:line:column), and what to do. The findings go to standard output, as
    text, JSON, SARIF, or as GitHub shows them. As text, of many that are alike in one document the
    first few are shown and the rest counted; the other forms have all.

    \b
      edition validate letters/042.xml
      edition validate tei/ --format json
      edition validate play.xml --schema tei_all.rng
      edition validate play.xml --diff
    """
    if fix and STDIN in paths:
        raise click.UsageError("--fix repairs files; for standard input there is --diff.")
    settings = settings_for(paths, format=format_, **flags)
    inputs = find_inputs(paths, suffixes={".xml"}, by_stem=False)
    order = Order(settings.schema, settings.rules, settings.phase, not no_rules, repair=fix or diff)
    checked: list[Checked] = []
    repairs = 0
    with progress("Validating", len(inputs), hidden=quiet or verbose or len(inputs) < 2) as bar:
        size = sum(item.path.stat().st_size for item in inputs if item.path is not None)
        jobs = processes_for(len(inputs), size, settings.jobs)
        for item, one in zip(inputs, check_all(map(_paper, inputs), order, jobs=jobs), strict=True):
            checked.append(replace(one, repaired=None))
            bar.update(1)
            if verbose and not quiet:
                say(f"{item.name}: {_counted(one.findings)}")
            if one.repaired is not None:
                repairs += 1
                before, after = one.repaired
                if diff:
                    click.echo(_difference(item.name, before, after), nl=False)
                elif item.path is not None:
                    replace_whole(item.path, after)
    checked = without_included(checked)
    findings = _in_order(checked, check_edition(checked))
    findings, ignored = settings.weights.weigh(findings)
    if not diff or settings.format != "text":
        _print(findings, settings.format)
    if not quiet and settings.format == "text":
        if fix:
            say(f"{_documents(repairs)} repaired")
        say(_verdict(len(inputs), findings, ignored))
    return exit_code(findings)


def _paper(item: Input) -> Paper:
    data, unread = read_input(item)
    folder = item.path.parent if item.path is not None else None
    return Paper(item.name, item.stem, folder, data, tuple(unread))


def _in_order(checked: Sequence[Checked], together: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings by document, in the order of the documents, and by place."""
    of_edition: dict[str, list[Diagnostic]] = {}
    for finding in together:
        of_edition.setdefault(finding.path, []).append(finding)
    found: list[Diagnostic] = []
    for one in checked:
        own = [*one.findings, *of_edition.pop(one.name, ())]
        found += sorted(own, key=lambda finding: finding.position or (0, 0))
    return [*found, *(finding for rest in of_edition.values() for finding in rest)]


def _print(findings: Sequence[Diagnostic], form: str) -> None:
    match form:
        case "json":
            click.echo(as_json(findings), nl=False)
        case "sarif":
            click.echo(as_sarif(findings, version=__version__), nl=False)
        case "github":
            click.echo(as_github(findings), nl=False)
        case _ if findings:
            colour = sys.stdout.isatty() and coloured()
            click.echo(as_text(findings, colour=colour, more=True, few=_FEW).rstrip("\n"), color=colour)
        case _:
            pass


def _difference(name: str, before: bytes, after: bytes) -> str:
    old, new = (characters(data).splitlines(keepends=True) for data in (before, after))
    lines = difflib.unified_diff(old, new, name, f"{name} (repaired)")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _verdict(count: int, findings: Sequence[Diagnostic], ignored: int) -> str:
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    colour = "red" if errors else "yellow" if findings else "green"
    aside = f" ({ignored} ignored, as edition.toml asks)" if ignored else ""
    return click.style(f"{_documents(count)}, {_counted(findings)}{aside}", fg=colour)


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"


def _counted(findings: Sequence[Diagnostic]) -> str:
    if not findings:
        return "nothing to complain of"
    counts = [
        f"{number} {severity}{'s' if number > 1 else ''}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    notes = sum(finding.severity is Severity.INFO for finding in findings)
    if notes:
        counts.append(f"{notes} note{'s' if notes > 1 else ''}")
    return ", ".join(counts)
