"""What the worker that makes sheets is told, and what it answers: plain values that can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.saxon.task import DEPTH, Fault


@dataclass(frozen=True, slots=True)
class Derivation:
    """A sheet (by the path of its file) that makes sheets, and the XML text that it makes them from."""

    sheet: str
    source: str
    depth: int = DEPTH


@dataclass(frozen=True, slots=True)
class DerivedTask:
    """A document as text without a DOCTYPE, and the parameters for making the sheet that is run on it."""

    xml: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Derived:
    """The result as text, or the fault: its `sheet` is "make", "compile" or "run", or empty for the document.

    `warnings` is what Saxon had to say while the sheet was run. They name lines of the sheet that was made,
    as the reason does after a fault of "compile": it is in `made` then.
    """

    result: str = ""
    fault: Fault | None = None
    warnings: str = ""
    made: str = ""
