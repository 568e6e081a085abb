"""What the transforming worker is told, and what it answers: plain values that can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DEPTH = 256
"""Elements may be nested this deep (libxml2 draws its line at the same place)."""

Parameter = str | int | bool


@dataclass(frozen=True, slots=True)
class Setup:
    """The sheets to compile, by the paths of their files.

    `prepare` runs first, once a document; each of `entries` (name to path) on the tree it makes. `own` are
    sheets of an edition's own by the name of the entry, which they take the place of: texts with all that
    they import in them (`edition.saxon.handed`), because no file is read any more when they are compiled.
    """

    prepare: str
    entries: Mapping[str, str]
    depth: int = DEPTH
    own: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Task:
    """A document as text without a DOCTYPE, and for each sheet to be run on it its parameters."""

    xml: str
    sheets: Mapping[str, Mapping[str, Parameter]]


@dataclass(frozen=True, slots=True)
class Message:
    """A `d:diagnostic` that a sheet sent: its code, where in the document, and the facts for its wording.

    `place` counts the elements of the document in document order from 1; None where it is about no element.
    """

    code: str
    place: int | None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no result: the document goes beyond a limit, or the sheet failed on it.

    `sheet` is a name from the task, "prepare", or empty when the document was not even parsed. "own": a sheet
    of the edition's own could not be compiled, so there is a result for no document.
    """

    kind: Literal["too-deep", "parse", "sheet", "own"]
    sheet: str
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Transformed:
    """Results by name of sheet, and what the sheets had to say; a sheet that failed is in `faults`."""

    results: Mapping[str, str]
    messages: tuple[Message, ...] = ()
    faults: tuple[Fault, ...] = ()
