"""What an editor writes from the habit of another language, and what TEI has: tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def tei_elements() -> frozenset[str]:
    """The names of all elements of TEI P5, whether a schema takes them or not."""
    text = files("edition.validator").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["elements"])


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("edition.validator").joinpath("habits.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def element_habit(name: str) -> str | None:
    """What TEI has for an element of HTML or another language; None where `name` is no such habit."""
    return _table()["elements"].get(name.lower())


def attribute_habit(name: str) -> str | None:
    """What TEI has for an attribute of HTML or another language."""
    return _table()["attributes"].get(name.lower())


def renamed(name: str) -> str | None:
    """The attribute of TEI that differs from the one of HTML in its name only, as it is written."""
    return _table()["renamed"].get(name.lower())
