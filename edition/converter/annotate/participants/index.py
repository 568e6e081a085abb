"""Which of many names have to do with one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

_BEGINNING = 2  # letters
_SHARED_BY = 200  # names: a word that more of them share tells none from the others


class Index:
    """Which of many names share a word with a name, or begin like it.

    A word that too many share identifies nobody: then there are no candidates, and a hundred thousand
    labels take no longer each than ten.
    """

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)

    def add(self, place: int, words: Iterable[str], core: Sequence[str]) -> None:
        """Enter a name by all its `words`, and by the first letters of the first two of its `core`."""
        beginnings = (f"{word[:_BEGINNING]}…" for word in core[:2])
        for key in dict.fromkeys((*words, *beginnings)):
            self._places[key].append(place)

    def near(self, core: Sequence[str]) -> list[int]:
        """Places of the names that may have to do with the name `core`, in the order they were entered."""
        keys = dict.fromkeys((core[0], core[-1], f"{core[0][:_BEGINNING]}…"))
        found = [self._places.get(key, []) for key in keys]
        return sorted({place for places in found if len(places) <= _SHARED_BY for place in places})
