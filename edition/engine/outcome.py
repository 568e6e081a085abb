"""What came of one item: a value, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no value.

    `crashed`: the worker process ended twice over it. `timeout`: it took too long, twice.
    `raised`: the work raised an exception (the worker lives on). `detail` is for a bug report.
    """

    kind: Literal["crashed", "timeout", "raised"]
    detail: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value made from one item; `value` means nothing where there is a `failure`."""

    value: Any = None
    failure: Failure | None = None
