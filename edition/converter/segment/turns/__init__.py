"""Turns: who speaks when, in plays, debates, interviews. Read `convention.py` first."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from edition.converter.segment.text import Text
from edition.converter.segment.turns.convention import Convention, find_convention

__all__ = ["Convention", "convention_of", "density"]

_KNOWN: WeakKeyDictionary[Text, Convention | None] = WeakKeyDictionary()


def convention_of(text: Text) -> Convention | None:
    """The convention by which a text marks its speakers, found once for each text."""
    if text not in _KNOWN:
        _KNOWN[text] = find_convention(text)
    return _KNOWN[text]


def density(text: Text) -> float:
    """How many turns there are for each stanza; 0 where speakers are not marked."""
    convention = convention_of(text)
    return convention.turns / max(len(text.stanzas), 1) if convention is not None else 0.0
