"""The table of what Schematron leaves open, language.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def language() -> dict[str, Any]:
    """The whole table."""
    text = files("edition.schematron").joinpath("language.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def code_of(role: str | None) -> str:
    """The code of a finding whose assertion has this role: an error, unless the role says something else."""
    code: str = language()["roles"].get((role or "").strip().lower(), "RULE-BROKEN")
    return code


def meaning_of(error: str) -> str:
    """What an error of XPath or XSLT means, for one of the common ones; else in general."""
    meaning: str = language()["errors"].get(error, "it cannot be used")
    return meaning
