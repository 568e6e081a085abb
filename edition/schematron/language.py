"""The table of what Schematron leaves open, language.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_CODES = {"error": "RULE-BROKEN", "warning": "RULE-WARNING", "info": "RULE-NOTE"}


@cache
def language() -> dict[str, Any]:
    """The whole table."""
    text = files("edition.schematron").joinpath("language.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def code_of(role: str | None) -> str:
    """The code of a finding whose assertion has this role: an error, unless the role says something else."""
    return _CODES[language()["roles"].get((role or "").strip().lower(), "error")]


def meaning_of(error: str) -> str:
    """What an error of XPath or XSLT means, for one of the common ones; else in general."""
    meaning: str = language()["errors"].get(error, "something is not right")
    return meaning
