"""How the names of written files are said on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

# A page of several: the name that all share, the number or the letter of the page, the ending.
_PAGE = re.compile(r"(.+-)(?:\d+|[^\W\d_]|u[0-9a-f]{4}|other)(\.\w+)")
_ALL_NAMED = 3  # pages that are each named


def listed(results: Sequence[str]) -> str:
    """Names with commas; of many pages in a row only the first and the last ("a-1.html … a-12.html")."""
    return ", ".join(_shortened(results))


def _shortened(results: Sequence[str]) -> Iterator[str]:
    for page, group in groupby(results, _series):
        names = list(group)
        if page is None or len(names) <= _ALL_NAMED:
            yield from names
        else:
            yield f"{names[0]} … {names[-1]}"


def _series(name: str) -> tuple[str, str] | None:
    page = _PAGE.fullmatch(name)
    return (page[1], page[2]) if page is not None else None
