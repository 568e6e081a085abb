"""What stands in one row of a list, or in one record of it, before it is known to be sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.diagnostics import Diagnostic
from edition.model import Position

ListKind = Literal["persons", "places", "organisations", "works"]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as its list has it; everything may be empty. `group` tells groups from persons."""

    position: Position
    forms: tuple[str, ...] = ()
    id: str = ""
    note: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    group: bool = False
    surname: str = ""
    coordinates: str = ""
    author: str = ""
    date: str = ""
    kind: str = ""


Rows = Iterator[Row | Diagnostic]
"""The rows of a list in its order, and between them what there is to say of what is no row."""
