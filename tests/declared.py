"""What a schema declares, in one form for RELAX NG and ODD, so that the two can be compared.

A form is a nested tuple: what it is, then its parts. Those of a choice are sorted: their order says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

Form = tuple[object, ...]

EMPTY: Form = ("empty",)
TEXT: Form = ("text",)


@dataclass(slots=True)
class Element:
    """One element: its attributes (with what excludes what), its content, and what is said about it.

    `words` has the description of the element (""), of each attribute ("@type") and value ("@type=letter").
    """

    attributes: frozenset[Form] = frozenset()
    content: Form = EMPTY
    words: dict[str, str] = field(default_factory=dict)


def element(name: str) -> Form:
    """An element in content."""
    return ("element", name)


def attribute(name: str, value: Form, *, required: bool) -> Form:
    """An attribute with the form of its value."""
    form: Form = ("attribute", name, value)
    return form if required else ("optional", form)


def value(text: str) -> Form:
    """One word of a list of values."""
    return ("value", text)


def data(name: str, restrictions: Iterable[tuple[str, str]]) -> Form:
    """A datatype of XML Schema with its restrictions."""
    return ("data", name, *sorted(restrictions))


def words(form: Form) -> Form:
    """One or several, parted by spaces."""
    return ("list", form)


def group(parts: Iterable[Form]) -> Form:
    """One after the other; a group in a group is no other thing than its parts."""
    flat = [inner for part in parts for inner in (_parts(part) if part[0] == "group" else (part,))]
    kept = [part for part in flat if part != EMPTY]
    if not kept:
        return EMPTY
    return ("group", *kept) if len(kept) > 1 else kept[0]


def choice(parts: Iterable[Form]) -> Form:
    """One of several."""
    flat = {inner for part in parts for inner in (_parts(part) if part[0] == "choice" else (part,))}
    return ("choice", *sorted(flat, key=repr)) if len(flat) > 1 else flat.pop()


def times(form: Form, *, optional: bool, many: bool) -> Form:
    """`form` as often as that."""
    if many:
        form = ("more", form)
    return ("optional", form) if optional else form


def _parts(form: Form) -> tuple[Form, ...]:
    return cast("tuple[Form, ...]", form[1:])
