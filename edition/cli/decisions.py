"""The decisions of a conversion as a report: the doubtful ones first, then all in the order of the text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.converter.summary import Conclusion, Summary

_DOUBTFUL = ("low", "medium")
_FIELDS = ("file", "line", "column", "element", "words", "value", "rule", "certainty")


def decision_line(found: Conclusion) -> tuple[str, str]:
    """A decision for a reader: its place and what was made of it, and the rule with how sure it is."""
    place = f"{found.position.line}:{found.position.column}"
    value = f" {found.value}" if found.value else ""
    certainty = f", {found.certainty}" if found.certainty else ""
    return f"{place:>8}  {found.element:<9} {found.words}{value}", f"[{found.rule}{certainty}]"


def decisions_report(texts: Sequence[tuple[str, Summary]], suffix: str) -> bytes:
    """What was decided in each of the named texts: a table for ".csv", a list for ".json", else to read."""
    form = {".csv": _as_csv, ".json": _as_json}.get(suffix.lower(), _as_text)
    return form(texts).encode("utf-8")


def _as_text(texts: Sequence[tuple[str, Summary]]) -> str:
    lines: list[str] = []
    for name, summary in texts:
        lines += [name, f"  {summary.genre}, because: {summary.evidence}", ""]
        doubtful = [found for found in summary.conclusions if found.certainty in _DOUBTFUL]
        doubtful.sort(key=lambda found: _DOUBTFUL.index(found.certainty))
        lines.append(f"  Doubtful: {len(doubtful)} of {len(summary.conclusions)} decisions")
        lines += [f"  {line}  {rule}" for line, rule in map(decision_line, doubtful)]
        lines += ["", "  All decisions"]
        lines += [f"  {line}  {rule}" for line, rule in map(decision_line, summary.conclusions)]
        lines.append("")
    lines.append("What a rule does: edition explain RULE")
    return "\n".join(lines) + "\n"


def _rows(texts: Sequence[tuple[str, Summary]]) -> Iterator[tuple[str | int, ...]]:
    for name, summary in texts:
        for found in summary.conclusions:
            yield (
                name,
                found.position.line,
                found.position.column,
                found.element,
                found.words,
                found.value,
                found.rule,
                found.certainty,
            )


def _as_csv(texts: Sequence[tuple[str, Summary]]) -> str:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_FIELDS)
    table.writerows(_rows(texts))
    return written.getvalue()


def _as_json(texts: Sequence[tuple[str, Summary]]) -> str:
    found = [dict(zip(_FIELDS, row, strict=True)) for row in _rows(texts)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
