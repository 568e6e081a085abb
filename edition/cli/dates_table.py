"""A list of dates as it is written out: in columns to read, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

import click

from edition.chronology import Entry

FORMATS = ("table", "csv", "json")
_FIELDS = (
    "file", "line", "column", "element", "words", "value", "rule", "evidence", "certainty", "resp", "note",
)  # fmt: skip
_HEADING = ("place", "words", "value", "rule and evidence", "note")


def as_csv(entries: Sequence[Entry]) -> str:
    """A table for a spreadsheet, a date a row."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_FIELDS)
    table.writerows(_rows(entries))
    return written.getvalue()


def as_json(entries: Sequence[Entry]) -> str:
    """A list with an object for each date."""
    found = [dict(zip(_FIELDS, row, strict=True)) for row in _rows(entries)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_table(entries: Sequence[Entry], *, files: bool, colour: bool) -> str:
    """Columns to read, nothing where there is no date; with `files` each place names its file."""
    rows = [_HEADING, *(_shown(entry, files=files) for entry in entries)]
    if len(rows) == 1:
        return ""
    used = [number for number in range(len(_HEADING)) if any(row[number] for row in rows[1:])]
    widths = {number: max(len(row[number]) for row in rows) for number in used}
    lines = []
    for place, row in enumerate(rows):
        cells = [_styled(row[n].ljust(widths[n]), n, heading=not place, colour=colour) for n in used]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def _styled(cell: str, column: int, *, heading: bool, colour: bool) -> str:
    if not colour:
        return cell
    if heading:
        return click.style(cell, bold=True)
    if _HEADING[column] == "note":
        return click.style(cell, fg="yellow")
    return click.style(cell, dim=True) if _HEADING[column] == "rule and evidence" else cell


def _shown(entry: Entry, *, files: bool) -> tuple[str, ...]:
    place = f"{entry.position.line}:{entry.position.column}"
    told = ", ".join(filter(None, (entry.rule, entry.evidence, entry.certainty, entry.resp)))
    return f"{entry.file}:{place}" if files else place, entry.words, entry.value, told, entry.note


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[str | int, ...]]:
    for one in entries:
        told = (one.rule, one.evidence, one.certainty, one.resp, one.note)
        yield (one.file, *one.position, one.element, one.words, one.value, *told)
