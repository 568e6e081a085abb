"""What the notes at the foot go by: typst tells quickly what a note is called, slowly which it is of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

_Told = TypeVar("_Told")


class NoteNames:
    """The notes of a text by their names, in the order of their calls. Those that share a name (`doubled`) or
    have none go by their number, from 1.
    """

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.doubled = sorted(name for name, count in Counter(names).items() if name and count > 1)
        doubled = set(self.doubled)
        self._names = [
            str(number) if not name or name in doubled else name for number, name in enumerate(names, 1)
        ]
        self._numbers = {name: str(number) for number, name in enumerate(self._names, 1)}

    def named(self, told: Mapping[str, _Told]) -> dict[str, _Told]:
        """What is told by number, by name."""
        return {self._names[int(number) - 1]: value for number, value in told.items()}

    def numbered(self, told: Mapping[str, _Told]) -> dict[str, _Told]:
        """What is told by name, by number; nothing of notes that are no more."""
        return {self._numbers[name]: value for name, value in told.items() if name in self._numbers}
