"""Parts of one quotation point to each other: none to a part that was not kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from edition.model import Annotation

_CHAINING = ("next", "prev")


def sound_chains(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations, without `@next` and `@prev` to one that is not among them.

    A part is let go where something else crosses it (Guidelines 17.7: the pointers name the parts there are).
    """
    kept = tuple(annotations)
    there = {f"#{name}" for a in kept if (name := a.get("xml:id")) is not None}
    return tuple(
        replace(a, attributes=sound) if (sound := _sound(a, there)) != a.attributes else a for a in kept
    )


def _sound(annotation: Annotation, there: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, value) for name, value in annotation.attributes if name not in _CHAINING or value in there
    )
