"""The edition for machines: tables as CSV (RFC 4180, UTF-8, with a heading row) and as JSON Lines.

Both hold the same rows. Cells stand as the texts have them, also those that a spreadsheet takes for a formula
(`=`, `+`, `-`, `@` at the beginning): data/README.md says how to open them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

from edition.registers.merging import Gathered
from edition.site.chronology_page import in_time
from edition.site.text import SiteText

Cell = str | int | tuple[str, ...]
Row = Mapping[str, Cell]
"""Cells by the names of their columns; several values in one cell are parted by | in CSV."""

FOLDER = "data"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "texts": ("text", "title", "authors", "date", "genre", "language"),
    "speeches": ("text", "number", "kind", "speakers", "name", "words", "address"),
    "dates": ("text", "when", "value", "words", "before", "after", "element", "certainty", "address"),
    "persons": ("id", "kind", "name", "forms", "identifiers", "mentions", "texts"),
    "sources": (
        *("text", "key", "kind", "authors", "editors", "title", "container", "series", "edition", "place"),
        *("publisher", "date", "volume", "issue", "pages", "identifiers", "url", "citations"),
    ),
}


def tables(texts: Sequence[SiteText], records: Sequence[Gathered]) -> dict[str, bytes]:
    """The files of the folder `data` by their names; a table without rows is left out. `records` are those of
    all texts, made one.
    """
    found: dict[str, bytes] = {}
    rows = {
        "texts": _texts(texts),
        "speeches": _speeches(texts),
        "dates": _dates(texts),
        "persons": _persons(records),
        "sources": _sources(texts),
    }
    for name, made in rows.items():
        listed = list(made)
        if listed:
            found[f"{FOLDER}/{name}.csv"] = as_csv(listed, COLUMNS[name])
            found[f"{FOLDER}/{name}.jsonl"] = as_json_lines(listed, COLUMNS[name])
    found[f"{FOLDER}/README.md"] = files("edition.site").joinpath("data.md").read_bytes()
    return found


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """A table with a heading row; lines end with a line feed."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        cells = (row[column] for column in columns)
        table.writerow("|".join(cell) if isinstance(cell, tuple) else cell for cell in cells)
    return written.getvalue().encode("utf-8", "replace")


def as_json_lines(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """An object a line, its members in the order of the columns; several values are an array."""
    lines = (json.dumps({column: row[column] for column in columns}, ensure_ascii=False) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _texts(texts: Iterable[SiteText]) -> Iterator[Row]:
    for text in texts:
        yield {
            "text": text.stem,
            "title": text.title,
            "authors": text.authors,
            "date": text.date,
            "genre": text.genre,
            "language": text.language,
        }


def _speeches(texts: Iterable[SiteText]) -> Iterator[Row]:
    for one in (speech for text in texts for speech in text.speeches):
        yield {
            "text": one.stem,
            "number": one.number,
            "kind": one.kind,
            "speakers": one.speakers,
            "name": one.name,
            "words": one.words,
            "address": one.address,
        }


def _dates(texts: Iterable[SiteText]) -> Iterator[Row]:
    for one in in_time(texts):
        yield {
            "text": one.stem,
            "when": one.when,
            "value": one.value,
            "words": one.words,
            "before": one.before.strip(),
            "after": one.after.strip(),
            "element": one.element,
            "certainty": one.certainty,
            "address": one.address,
        }


def _persons(records: Sequence[Gathered]) -> Iterator[Row]:
    for gathered in records:
        if gathered.kind not in ("person", "group"):
            continue
        record = gathered.fullest
        others = [form for _, other in gathered.notes for form in other.forms]
        pairs = dict.fromkeys(pair for _, other in gathered.notes for pair in other.identifiers)
        yield {
            "id": gathered.id,
            "kind": gathered.kind,
            "name": record.forms[0],
            "forms": tuple(dict.fromkeys((record.forms[0], *sorted(others)))),
            "identifiers": tuple(f"{authority}:{value}" for authority, value in pairs),
            "mentions": sum(other.mentions for _, other in gathered.notes),
            "texts": tuple(
                text.stem if other.external else f"{text.stem}#{other.id}" for text, other in gathered.notes
            ),
        }


def _sources(texts: Iterable[SiteText]) -> Iterator[Row]:
    for text in texts:
        for source in text.sources:
            one = source.entry
            row: dict[str, Cell] = {column: str(getattr(one, column, "")) for column in COLUMNS["sources"]}
            row |= {
                "text": text.stem,
                "authors": tuple(name.sorted for name in one.authors),
                "editors": tuple(name.sorted for name in one.editors),
                "identifiers": tuple(f"{kind}:{value}" for kind, value in one.identifiers),
                "url": one.address,
                "citations": len(source.passages),
            }
            yield row
