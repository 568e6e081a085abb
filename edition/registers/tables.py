"""A list as a table (CSV): a heading row, and a row for each entry.

`name` is needed; `id`, `spellings` (parted by |) and `note` may be there, `surname` for persons,
`coordinates` (or `latitude` and `longitude`) for places, `author`, `date` and `kind` for works. Every
other column is an authority (gnd, viaf, wikidata, geonames, …) with the identifier there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from edition.diagnostics import diagnose
from edition.model import Position
from edition.registers.rows import ListKind, Row, Rows

_COLUMNS = frozenset({"name", "id", "spellings", "note"})
_COLUMNS_OF: dict[ListKind, frozenset[str]] = {
    "persons": _COLUMNS | {"surname"},
    "places": _COLUMNS | {"coordinates", "latitude", "longitude"},
    "organisations": _COLUMNS,
    "works": _COLUMNS | {"author", "date", "kind"},
}
_LONGEST_CELL = 10_000_000  # characters; csv's own limit is shorter than some notes


def rows_of_table(data: bytes, kind: ListKind, *, name: str) -> Rows:
    """The rows of a table; `name` is what messages call it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield diagnose("REGISTER-ENCODING", path=name, position=Position(line, 1))
        return
    heading = text.partition("\n")[0]
    csv.field_size_limit(_LONGEST_CELL)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(heading))
    columns = [column.strip().casefold() for column in next(table, [])]
    if "name" not in columns:
        yield diagnose("REGISTER-COLUMN", path=name, position=Position(1, 1))
        return
    line = table.line_num + 1
    for values in table:
        position = Position(line, 1)
        line = table.line_num + 1
        if len(values) > len(columns) and any(map(str.strip, values[len(columns) :])):
            yield diagnose(
                "REGISTER-CELLS", path=name, position=position, cells=len(values), columns=len(columns)
            )
            continue
        cells = {column: " ".join(value.split()) for column, value in zip(columns, values, strict=False)}
        if any(cells.values()):
            yield _row(cells, position, _COLUMNS_OF[kind])


def _delimiter(heading: str) -> str:
    """What parts the columns: the sign of the three in use that the heading has most of."""
    return max((",", ";", "\t"), key=heading.count)


def _row(cells: Mapping[str, str], position: Position, own: frozenset[str]) -> Row:
    spellings = [spelling.strip() for spelling in cells.get("spellings", "").split("|")]
    forms = tuple(dict.fromkeys(filter(None, (cells.get("name", ""), *spellings))))
    return Row(
        position,
        forms=forms if cells.get("name") else (),
        id=cells.get("id", ""),
        note=cells.get("note", ""),
        identifiers=tuple(
            (_type_of(authority), value)
            for authority, value in cells.items()
            if authority and authority not in own and value
        ),
        surname=cells.get("surname", ""),
        coordinates=_coordinates(cells),
        author=cells.get("author", ""),
        date=cells.get("date", ""),
        kind=cells.get("kind", ""),
    )


def _coordinates(cells: Mapping[str, str]) -> str:
    parted = [cells.get(column, "") for column in ("latitude", "longitude")]
    return cells.get("coordinates", "") or (" ".join(parted) if any(parted) else "")


def _type_of(authority: str) -> str:
    """An authority as a value of @type: no blanks, in capitals where it is an abbreviation."""
    word = "-".join(authority.split())
    return word.upper() if len(word) <= 4 else word
