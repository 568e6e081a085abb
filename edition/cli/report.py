"""What a command says, on standard error: findings, a short summary, progress on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli.decisions import decision_line
from edition.cli.results import listed
from edition.diagnostics import Diagnostic, Severity
from edition.diagnostics.render import as_text

if TYPE_CHECKING:
    from edition.converter.summary import Summary

_FEW = 20  # sources that are each described
_NAMED = 6  # speakers that are named


def coloured() -> bool:
    """Whether standard error takes colours: a terminal, and nobody asked for none (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def say(text: str = "") -> None:
    """A line on standard error. The work goes on when nobody reads it any more (`2>&1 | head`)."""
    try:
        click.echo(text, err=True, color=coloured())
    except BrokenPipeError:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open to the end)


def show(diagnostics: Iterable[Diagnostic], *, quiet: bool = False) -> None:
    """Findings as text; quiet shows errors only."""
    shown = [finding for finding in diagnostics if finding.severity is Severity.ERROR or not quiet]
    if shown:
        say(as_text(shown, colour=coloured()).rstrip("\n"))


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """0 without errors, 1 with errors, 3 when one of them is a fault of ours."""
    errors = [finding for finding in diagnostics if finding.severity is Severity.ERROR]
    if any(finding.ours for finding in errors):
        return 3
    return 1 if errors else 0


@contextmanager
def progress(label: str, count: int, *, hidden: bool) -> Iterator[click._termui_impl.ProgressBar[int]]:
    """A progress bar for long work; it hides itself where standard error is no terminal."""
    stream = sys.stderr
    with click.progressbar(
        length=count, label=label, file=stream, hidden=hidden or not stream.isatty()
    ) as bar:
        yield bar


class Report:
    """What a run over sources says, and the exit code it ends with.

    Few sources are each described; many get a progress bar and one line in all: nobody reads three
    hundred summaries. What there is to say while the bar is on the terminal waits until it is gone.
    """

    def __init__(self, sources: int, folder: str, *, quiet: bool, verbose: bool) -> None:
        self._sources, self._folder = sources, folder
        self._quiet, self._verbose = quiet, verbose
        self._many = sources > _FEW and not verbose
        self._findings: list[Diagnostic] = []
        self._files = self._quotations = self._dates = self._mentions = 0
        self._register = ""
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    @contextmanager
    def running(self, label: str) -> Iterator[None]:
        """Around the work. However it ends, all findings have been shown afterwards."""
        try:
            with progress(label, self._sources, hidden=self._quiet or not self._many) as self._bar:
                yield
        finally:
            if self._many:
                show(self._findings, quiet=self._quiet)
        if self._many and not self._quiet:
            self._say_all()

    def add(
        self, source: str, results: Sequence[str], findings: Sequence[Diagnostic], summary: Summary | None
    ) -> None:
        """What became of one source: the names of its results, what there is to say, what was found."""
        self._findings.extend(findings)
        self._files += len(results)
        if results and summary is not None:
            self._quotations += summary.quotations
            self._dates += summary.dates
            self._mentions += summary.mentions
        if self._bar is not None:
            self._bar.update(1)
        if self._many:
            return
        show(findings, quiet=self._quiet)
        if results and not self._quiet:
            say(f"{click.style(source, bold=True)} → {click.style(listed(results), fg='green')}")
            if summary is not None:
                describe(summary, verbose=self._verbose)

    def add_findings(self, findings: Sequence[Diagnostic]) -> None:
        """What there is to say beside the sources."""
        self._findings.extend(findings)
        if not self._many:
            show(findings, quiet=self._quiet)

    def add_register(self, results: Sequence[str], findings: Sequence[Diagnostic]) -> None:
        """What became of the register of all sources: the names of its files, what there is to say."""
        self.add_findings(findings)
        self._register = listed(results)
        if results and not self._many and not self._quiet:
            say(f"{click.style('register', bold=True)} → {click.style(self._register, fg='green')}")

    def add_site(self, results: Sequence[str], findings: Sequence[Diagnostic]) -> None:
        """What became of the pages of the edition: the names of its files, what there is to say."""
        self.add_findings(findings)
        if results and not self._many and not self._quiet:
            say(f"{click.style('edition', bold=True)} → {click.style(listed(results), fg='green')}")

    @property
    def exit_code(self) -> int:
        """The exit code for all findings."""
        return exit_code(self._findings)

    def _say_all(self) -> None:
        found = [
            _counted(self._quotations, "quotation"),
            _counted(self._mentions, "mention") + " of persons",
            _counted(self._dates, "date"),
        ]
        results = click.style(f"{_counted(self._files, 'file')} in {self._folder}", fg="green")
        register = " and a register" if self._register else ""
        say(f"{_counted(self._sources, 'source')} → {results}{register}: {', '.join(found)}")


def describe(summary: Summary, *, verbose: bool) -> None:
    """What was found in a text: a few lines, or every conclusion with its place and rule."""
    known = [summary.genre, summary.language or "language unknown", summary.date]
    say(f"  {summary.title}")
    say(click.style(f"  {' · '.join(filter(None, known))}", dim=True))
    by = f" by {_named(summary.speakers)}" if summary.speakers else ""
    say(
        "  "
        + ", ".join(
            [
                *([_counted(summary.turns, "turn") + by] if summary.turns else []),
                *([_counted(summary.stages, "stage direction")] if summary.stages else []),
                *([_counted(summary.quotations, "quotation") + by] if not summary.turns else []),
                f"{_counted(summary.persons, 'person')} ({_counted(summary.mentions, 'mention')})",
                _counted(summary.dates, "date"),
                _counted(summary.sources, "source"),
            ]
        )
    )
    if verbose:
        say(
            click.style(
                f"  {summary.genre}, because: {summary.evidence}; read as {summary.encoding}", dim=True
            )
        )
        for found in summary.conclusions:
            words, rule = decision_line(found)
            say(f"  {words}" + click.style(f"  {rule}", dim=True))


def _named(people: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(people) - _NAMED
    return ", ".join(people[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
