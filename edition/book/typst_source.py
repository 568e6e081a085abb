"""Words of an edition as source for typst: string literals, so that none of them can become code."""

from __future__ import annotations

from collections.abc import Iterable


def literal(words: str) -> str:
    """A string of typst, with its quotation marks; only they and the backslash mean anything in one."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def content(words: str) -> str:
    """Words as content."""
    return f"[#{literal(words)};]"


def array(members: Iterable[str]) -> str:
    """A row of values, each of which is source already."""
    return "(" + "".join(f"{member}, " for member in members) + ")"


def call(name: str, *arguments: str) -> str:
    """A call of one of our functions, on a line of its own."""
    return f"#{name}({', '.join(arguments)})\n"
