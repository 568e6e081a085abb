"""What a code means, at length, from the same table its messages are worded from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter


@cache
def codes(area: str | None = None) -> dict[str, dict[str, str]]:
    """Every code of one area ("XML", "TEI", ...), or of all, with its wording; in alphabetical order.

    Beside the wording an entry can have an example: what is `wrong` and the `right` form, and what is said
    of it (`says`) with the hint that is given (`advises`), where message and hint have places for facts.
    """
    found: dict[str, dict[str, str]] = {}
    for file in files("edition.diagnostics").joinpath("codes").iterdir():
        if file.name.endswith(".toml") and area in (None, file.name.removesuffix(".toml").upper()):
            found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return dict(sorted(found.items()))


def message_of(entry: dict[str, str]) -> str:
    """The message of a code as one reads it: that of its example, else with … for each fact.

    Empty where nothing but facts would be left.
    """
    return entry.get("says") or _readable(entry["message"])


def hint_of(entry: dict[str, str]) -> str:
    """The hint of a code as one reads it, like `message_of`."""
    return entry.get("advises") or _readable(entry.get("hint", ""))


def explain(code: str) -> str:
    """Title, reason, message, advice and an example for a code, some lines of text.

    Raises KeyError for a code that does not exist.
    """
    entry = codes()[code.upper()]
    parts = [f"{code.upper()}: {entry['title']} ({entry['severity']})"]
    if entry.get("why"):
        parts += ["", entry["why"]]
    said = [("message", message_of(entry)), ("hint", hint_of(entry))]
    parts += ["", *(f"{name + ':':<8} {text}" for name, text in said if text)]
    for name in ("wrong", "right"):
        if name in entry:
            parts += ["", f"{name}:", *(f"  {line}".rstrip() for line in entry[name].splitlines())]
    return "\n".join(parts).rstrip() + "\n"


def _readable(template: str) -> str:
    """A template with … for each place in braces."""
    parts = Formatter().parse(template)
    text = "".join(literal + ("" if field is None else "…") for literal, field, _, _ in parts)
    return text if text.strip(" …") else ""
