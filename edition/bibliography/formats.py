"""A bibliography written out: for people, for spreadsheets, for programs that manage references."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from edition.bibliography.entry import Entry, Name

_FIELDS = (
    "key", "kind", "authors", "editors", "title", "container", "series", "edition", "place", "publisher",
    "date", "volume", "issue", "pages", "identifiers", "address", "cited",
)  # fmt: skip
_CSL = {
    "article": "article-journal", "newspaper": "article-newspaper", "chapter": "chapter", "book": "book",
    "unpublished": "manuscript", "other": "document",
}  # fmt: skip
_RIS = {
    "article": "JOUR", "newspaper": "NEWS", "chapter": "CHAP", "book": "BOOK", "unpublished": "UNPB",
    "other": "GEN",
}  # fmt: skip


def cited_at(entry: Entry) -> str:
    """Where a source is cited, as places in files."""
    return "; ".join(f"{one.file}:{one.position.line}:{one.position.column}" for one in entry.cited)


def as_text(entries: Sequence[Entry]) -> str:
    """A list to read: the key, the source, where it is cited."""
    return "".join(
        f"{entry.key}\n  {in_words(entry)}\n  cited: {cited_at(entry) or '-'}\n" for entry in entries
    )


def in_words(entry: Entry) -> str:
    """A source in one line, by author, title, what holds it, and when and where it appeared."""
    editors = "; ".join(name.sorted for name in entry.editors)
    number = f"{entry.volume}({entry.issue})" if entry.volume and entry.issue else entry.volume or entry.issue
    parts = (
        "; ".join(name.sorted for name in entry.authors),
        entry.title,
        f"in: {entry.container}" if entry.container and entry.title else entry.container,
        f"ed. {editors}" if editors else "",
        entry.edition,
        number,
        ": ".join(filter(None, (entry.place, entry.publisher))),
        entry.words or entry.date,
        f"p. {entry.pages}" if entry.pages else "",
        *(value for _, value in entry.identifiers),
        entry.address,
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def as_csv(entries: Sequence[Entry]) -> str:
    """A table for a spreadsheet, a source a row."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_FIELDS)
    for entry in entries:
        values = {
            "authors": "; ".join(name.sorted for name in entry.authors),
            "editors": "; ".join(_with_role(name) for name in entry.editors),
            "identifiers": "; ".join(f"{kind}:{value}" for kind, value in entry.identifiers),
            "cited": cited_at(entry),
        }
        table.writerow(values.get(field, getattr(entry, field, "")) for field in _FIELDS)
    return written.getvalue()


def _with_role(name: Name) -> str:
    return f"{name.sorted} ({name.role})" if name.role else name.sorted


def as_csl_json(entries: Sequence[Entry]) -> str:
    """Records in the schema of the Citation Style Language (csl-data.json)."""
    return json.dumps([_csl(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _csl(entry: Entry) -> dict[str, Any]:
    record: dict[str, Any] = {"id": entry.key, "type": _CSL[entry.kind]}
    people = {
        "author": entry.authors,
        "editor": [name for name in entry.editors if name.role != "translator"],
        "translator": [name for name in entry.editors if name.role == "translator"],
    }
    for field, names in people.items():
        if names:
            record[field] = [csl_name(name) for name in names]
    date = [int(part) for part in entry.date.split("-") if part.isdigit()]
    fields = {
        "title": entry.title, "container-title": entry.container, "collection-title": entry.series,
        "edition": entry.edition, "publisher": entry.publisher, "publisher-place": entry.place,
        "issued": {"date-parts": [date]} if date and not entry.date.startswith("-") else {},
        "volume": entry.volume, "issue": entry.issue, "page": entry.pages, "DOI": entry.identifier("DOI"),
        "ISBN": entry.identifier("ISBN"), "ISSN": entry.identifier("ISSN"), "URL": entry.address,
        "note": f"cited: {cited_at(entry)}" if entry.cited else "",
    }  # fmt: skip
    return record | {name: value for name, value in fields.items() if value}


def csl_name(name: Name) -> dict[str, str]:
    """A name in the schema of the Citation Style Language; whole where it has no parts."""
    if not name.given:
        return {"literal": name.sorted}
    particle = {"non-dropping-particle": name.particle} if name.particle else {}
    return {"family": name.family, "given": name.given, **particle}


def as_ris(entries: Sequence[Entry]) -> str:
    """Records in the RIS format: a tag a line, ended by ER."""
    lines: list[str] = []
    for entry in entries:
        first, _, last = entry.pages.partition("-")
        date = "/".join([*entry.date.split("-"), "", ""][:3]) + "/" if "-" in entry.date.lstrip("-") else ""
        rows = [
            ("TY", _RIS[entry.kind]),
            ("ID", entry.key),
            *(("AU", name.sorted) for name in entry.authors),
            *(("A4" if name.role == "translator" else "A2", name.sorted) for name in entry.editors),
            ("TI", entry.title),
            ("JO" if entry.kind in ("article", "newspaper") else "T2", entry.container),
            ("T3", entry.series),
            ("ET", entry.edition),
            ("CY", entry.place),
            ("PB", entry.publisher),
            ("PY", entry.year),
            ("DA", date),
            ("VL", entry.volume),
            ("IS", entry.issue),
            ("SP", first),
            ("EP", last),
            ("DO", entry.identifier("DOI")),
            ("SN", entry.identifier("ISBN") or entry.identifier("ISSN")),
            ("UR", entry.address),
            *(("N1", f"cited: {cited_at(entry)}") for _ in entry.cited[:1]),
        ]
        lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
        lines += ["ER  - ", ""]
    return "\n".join(lines)
