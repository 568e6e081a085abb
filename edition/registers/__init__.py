"""Lists that an edition brings along: who its persons are, under which names and identifiers."""

from edition.registers.persons import read_persons

__all__ = ["read_persons"]
