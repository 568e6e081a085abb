"""Diagnostics as workflow commands, which GitHub shows in the changed file."""

from __future__ import annotations

from collections.abc import Iterable

from edition.diagnostics.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """A line each; empty for none."""
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in diagnostics)


def _line(diagnostic: Diagnostic) -> str:
    properties = {"file": diagnostic.path}
    position = diagnostic.position
    if position:
        properties |= {
            "line": str(position.line),
            "col": str(position.column),
            "endColumn": str(position.column + diagnostic.length),
        }
    properties["title"] = diagnostic.code
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    text = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return f"::{_COMMANDS[diagnostic.severity]} {said}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
