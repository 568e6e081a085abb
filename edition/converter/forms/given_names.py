"""Many names with one surname, found by their given names: a text may have thousands of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from edition.converter.forms.names import Name

_NONE = ""  # the sign of a name without given names
_LETTER, _END = "letter:", "end:"


class GivenNames:
    """Places of names by signs of their given names: the first one, its letter, and the last one.

    It narrows down; whether two names agree, `Name.may_be` says.
    """

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)

    def add(self, name: Name, place: int) -> None:
        """Files a name at a place; again, if more of the name becomes known."""
        for sign in _signs(name):
            self._places[sign].append(place)

    def near(self, name: Name) -> list[int]:
        """The places, in order, of all names that agree with a name which has given names, and of those of
        which one of these is a surname ("Ana Prado" beside "Ana Prado Cores").
        """
        found = (self._places.get(sign, ()) for sign in _asked(name))
        return sorted(set(chain.from_iterable(found)))


def _signs(name: Name) -> Iterator[str]:
    if not name.given:
        yield _NONE
        return
    first = name.given[0].casefold()
    yield first
    yield _LETTER + first[:1]
    yield from _ends(name)


def _asked(name: Name) -> Iterator[str]:
    first = name.given[0].casefold()
    yield _NONE
    yield from (first, first[:1]) if len(first) > 1 else (_LETTER + first,)
    yield from _ends(name)


def _ends(name: Name) -> Iterator[str]:
    """The first and the last given name as surnames are compared; no initials, which are none."""
    words = {word for word in (name.given[0], name.given[-1]) if len(word) > 1}
    yield from {_END + Name((), word).key for word in words}
