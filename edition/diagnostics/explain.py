"""What a code means, at length, from the same table its messages are worded from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def codes(area: str | None = None) -> dict[str, dict[str, str]]:
    """Every code of one area ("XML", "TEI", ...), or of all, with its wording; in alphabetical order."""
    found: dict[str, dict[str, str]] = {}
    for file in files("edition.diagnostics").joinpath("codes").iterdir():
        if file.name.endswith(".toml") and area in (None, file.name.removesuffix(".toml").upper()):
            found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return dict(sorted(found.items()))


def explain(code: str) -> str:
    """Title, reason and advice for a code, some lines of text.

    Raises KeyError for a code that does not exist.
    """
    entry = codes()[code.upper()]
    parts = [f"{code.upper()}: {entry['title']} ({entry['severity']})"]
    if entry.get("why"):
        parts += ["", entry["why"]]
    parts += ["", f"message: {entry['message']}"]
    if entry.get("hint"):
        parts.append(f"hint:    {entry['hint']}")
    return "\n".join(parts) + "\n"
