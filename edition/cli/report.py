"""What a command says, on standard error: findings, a short summary, progress on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from edition.converter.summary import Summary


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
    from edition.diagnostics.render import as_text  # noqa: PLC0415

    shown = [finding for finding in diagnostics if finding.severity is Severity.ERROR or not quiet]
    if shown:
        say(as_text(shown, colour=coloured()).rstrip("\n"))


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """0 without errors, 1 with errors, 3 when one of them is a fault of ours."""
    errors = [finding.code for finding in diagnostics if finding.severity is Severity.ERROR]
    if any(code.startswith(_OUR_FAULTS) for code in errors):
        return 3
    return 1 if errors else 0


_OUR_FAULTS = ("INTERNAL", "CONVERT-TEXT-LOST", "CONVERT-INVALID", "CONVERT-FAILED", "SAXON")


@contextmanager
def progress(label: str, count: int, *, quiet: bool) -> Iterator[click._termui_impl.ProgressBar[int]]:
    """A progress bar for long work; it hides itself where standard error is no terminal."""
    stream = sys.stderr
    with click.progressbar(
        length=count, label=label, file=stream, hidden=quiet or count < 2 or not stream.isatty()
    ) as bar:
        yield bar


def name_results(source: str, paths: Sequence[str]) -> None:
    """Where the results of a source went."""
    say(f"{click.style(source, bold=True)} → {click.style(', '.join(paths), fg='green')}")


def describe(summary: Summary, *, verbose: bool) -> None:
    """What was found in a text: a few lines, or every conclusion with its place and rule."""
    known = [summary.genre, summary.language or "language unknown", summary.date]
    say(f"  {summary.title}")
    say(click.style(f"  {' · '.join(filter(None, known))}", dim=True))
    by = f" by {', '.join(summary.speakers)}" if summary.speakers else ""
    say(
        "  "
        + ", ".join(
            [
                _counted(summary.quotations, "quotation") + by,
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
            place = f"{found.position.line}:{found.position.column}"
            certainty = f", {found.certainty}" if found.certainty else ""
            value = f" {found.value}" if found.value else ""
            say(
                f"  {place:>8}  {found.element:<9} {found.words}{value}"
                + click.style(f"  [{found.rule}{certainty}]", dim=True)
            )


class Tally:
    """What became of many sources, in one line: nobody reads three hundred summaries."""

    def __init__(self, sources: int, folder: str) -> None:
        self._sources, self._folder = sources, folder
        self._files = self._quotations = self._dates = self._mentions = 0

    @property
    def needed(self) -> bool:
        """Whether there are too many sources to describe each."""
        return self._sources > _FEW

    def add(self, files: int, summary: Summary | None) -> None:
        """Count the results of one source."""
        self._files += files
        if summary is not None:
            self._quotations += summary.quotations
            self._dates += summary.dates
            self._mentions += summary.mentions

    def say(self) -> None:
        """The line."""
        found = [
            _counted(self._quotations, "quotation"),
            _counted(self._mentions, "mention") + " of persons",
            _counted(self._dates, "date"),
        ]
        results = click.style(f"{_counted(self._files, 'file')} in {self._folder}", fg="green")
        say(f"{_counted(self._sources, 'source')} → {results}: {', '.join(found)}")


_FEW = 20


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
