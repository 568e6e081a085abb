"""Diagnostics as JSON: one array of objects with path, line, column, code, severity, message, hint."""

from __future__ import annotations

import json
from collections.abc import Iterable

from edition.diagnostics.diagnostic import Diagnostic


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON array, an object a line, ending in a line end; `[]` for none."""
    objects = [json.dumps(diagnostic.as_dict(), ensure_ascii=False) for diagnostic in diagnostics]
    return "[\n  " + ",\n  ".join(objects) + "\n]\n" if objects else "[]\n"
