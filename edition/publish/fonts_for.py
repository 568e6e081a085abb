"""Which Python packages have fonts for letters that the fonts at hand lack."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def packages_for(characters: Iterable[str]) -> list[str]:
    """The packages with fonts for some of `characters`, in the order of the table; none for rare scripts.

    Of a letter with its marks the first sign counts.
    """
    signs = {ord(character[0]) for character in characters if character}
    return [
        name for name, ranges in _table().items() if any(sign in among for sign in signs for among in ranges)
    ]


@cache
def _table() -> dict[str, tuple[range, ...]]:
    listed = tomllib.loads(files("edition.publish").joinpath("fonts_for.toml").read_text(encoding="utf-8"))
    return {one["name"]: tuple(map(_range, one["ranges"])) for one in listed["package"]}


def _range(words: str) -> range:
    first, _, last = words.partition("-")
    return range(int(first, 16), int(last, 16) + 1)
