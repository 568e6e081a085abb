"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from edition.diagnostics.diagnostic import Diagnostic, Severity
from edition.diagnostics.explain import codes

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(diagnostics: Sequence[Diagnostic], *, version: str) -> str:
    """One SARIF log with one run; `version` is that of this program."""
    named = sorted({diagnostic.code for diagnostic in diagnostics})
    table = codes()
    rules = [
        {
            "id": code,
            "shortDescription": {"text": table[code]["title"]},
            "fullDescription": {"text": table[code].get("why", table[code]["title"])},
        }
        for code in named
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "edition", "version": version, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(diagnostic, named) for diagnostic in diagnostics],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(diagnostic: Diagnostic, named: list[str]) -> dict[str, Any]:
    text = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": named.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
    }
    if diagnostic.path:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(diagnostic.path.replace("\\", "/"))}}
        position = diagnostic.position
        if position:
            place["region"] = {
                "startLine": position.line,
                "startColumn": position.column,
                "endColumn": position.column + diagnostic.length,
            }
        result["locations"] = [{"physicalLocation": place}]
    return result
