"""How issues of periodicals are labelled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class PeriodicalWords:
    """How issues, volumes, pages and prices are labelled; words that name periodicals.

    The other words, in small letters and without accents, stand in the head of a number: `coins` in its
    price, `years` beside the count of its years ("51. Jahrgang"), `editions` ("City Edition"); lines that
    begin with `terms` say how to subscribe and who edits it.
    """

    issue: tuple[str, ...] = ()
    volume: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    price: tuple[str, ...] = ()
    coins: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
