"""Lists that an edition brings along: its persons, places, organisations and works, under which names."""

from edition.registers.lists import KINDS, read_persons, read_register
from edition.registers.rows import ListKind

__all__ = ["KINDS", "ListKind", "read_persons", "read_register"]
