"""One finding, worded once: the record that text, JSON and exit codes are made from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from edition.model import Position


class Severity(StrEnum):
    """How much a finding weighs: only an error or a warning makes a result unclean."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong (`message`), where (`path`, `position`), and what to do next (`hint`).

    `code` is stable for ever. `path` is the name the user knows the file by. `length` is how many
    characters from `position` on are meant. `excerpt` is the line of the file at `position`, where it is at
    hand. `ours` marks a fault of this program. `subject` is the identifier or file that it is about, where
    other documents may have it.
    """

    code: str
    severity: Severity
    message: str
    path: str = ""
    position: Position | None = None
    hint: str = ""
    excerpt: str = ""
    ours: bool = False
    length: int = 1
    subject: str = ""

    def as_dict(self) -> dict[str, str | int | None]:
        """The fields of the JSON form; `line` and `column` are None where there is no place."""
        return {
            "path": self.path,
            "line": self.position.line if self.position else None,
            "column": self.position.column if self.position else None,
            "length": self.length if self.position else None,
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
        }


def diagnose(
    code: str,
    *,
    path: str = "",
    position: Position | None = None,
    excerpt: str = "",
    **facts: object,
) -> Diagnostic:
    """A diagnostic worded from the table: `facts` fill the braces of its message and hint.

    Raises KeyError for a code that is not in the table or a fact that the wording needs.
    """
    entry = _table(code.partition("-")[0].lower())[code]
    return Diagnostic(
        code=code,
        severity=Severity(entry["severity"]),
        message=entry["message"].format_map(facts),
        path=path,
        position=position,
        hint=entry.get("hint", "").format_map(facts),
        excerpt=excerpt,
        ours=bool(entry.get("ours")),
    )


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """The heaviest severity among `diagnostics`, None where there are none."""
    return max((d.severity for d in diagnostics), key=_WEIGHT.__getitem__, default=None)


@cache
def _table(area: str) -> dict[str, dict[str, Any]]:
    """Codes of one area (the first word of the code), from codes/<area>.toml."""
    text = files("edition.diagnostics").joinpath("codes", f"{area}.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = tomllib.loads(text)
    return table
