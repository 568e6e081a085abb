"""Where a document leaves its schema."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edition.relaxng.patterns import Definition
from edition.relaxng.states import State


class Wrong(StrEnum):
    """The ways in which a document can be invalid."""

    ELEMENT = "element"  # an element that cannot stand there
    TEXT = "text"  # text that cannot stand there
    INCOMPLETE = "incomplete"  # an element that ends too early
    FORM = "form"  # all the text of an element is not of the form required
    ATTRIBUTE = "attribute"  # an attribute that the element does not have
    VALUE = "value"  # an attribute with a value it cannot have
    CONFLICT = "conflict"  # an attribute that cannot stand with the others
    MISSING = "missing"  # attributes are missing
    ID_TWICE = "id-twice"
    ID_DANGLING = "id-dangling"


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where the document is not what the schema asks for.

    `element` counts the elements of the document in its order, from 0. For ELEMENT it is the element that
    cannot stand there, else the one whose attributes or content are wrong. `state` is what was possible at
    the place, `opened` what was at the beginning of the content around it; both are of the parent for
    ELEMENT. `before` is the number of the sibling that ended last, None at the beginning of the content.
    `definitions` are those of the element around. `name` is the expanded name of the element or attribute,
    `value` the value or text, `names` the names of all attributes in their order.
    """

    wrong: Wrong
    element: int
    state: State
    opened: State
    definitions: tuple[Definition, ...]
    name: str = ""
    value: str = ""
    before: int | None = None
    names: tuple[str, ...] = ()
