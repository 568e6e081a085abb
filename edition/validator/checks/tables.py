"""The tables of the checks: one TOML file a subject, beside the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table in `<name>.toml`. Raises FileNotFoundError where there is none."""
    text = files("edition.validator.checks").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
