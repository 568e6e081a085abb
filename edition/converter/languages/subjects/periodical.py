"""How issues of periodicals are labelled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class PeriodicalWords:
    """How issues, volumes, pages and prices are labelled; words that name periodicals."""

    issue: tuple[str, ...] = ()
    volume: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    price: tuple[str, ...] = ()
