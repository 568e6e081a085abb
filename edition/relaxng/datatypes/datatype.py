"""What a datatype is: which texts it accepts, and which of them say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Namespaces = Mapping[str, str]
WhiteSpace = Literal["preserve", "replace", "collapse"]


class DatatypeError(Exception):
    """A datatype that cannot be had: unknown library, type or parameter, or a parameter with a bad value."""


class PatternLimitError(DatatypeError):
    """A pattern that would take too long on a text: raised by `Datatype.accepts`, so that nothing hangs."""


def _whole(text: str) -> str:
    return text


def _replaced(text: str) -> str:
    return text.translate(_TO_SPACES)


def collapsed(text: str) -> str:
    """`text` with runs of XML's white space as one space, and none at its ends."""
    if not _UNTIDY(text):
        return text
    # Not split(): that knows white space which XML does not.
    return " ".join(word for word in _replaced(text).split(" ") if word)


_TO_SPACES = str.maketrans("\t\r\n", "   ")
_UNTIDY = re.compile(r"[\t\r\n]|^ |  | $").search

_NORMALIZERS: dict[WhiteSpace, Callable[[str], str]] = {
    "preserve": _whole,
    "replace": _replaced,
    "collapse": collapsed,
}


@dataclass(frozen=True)
class Primitive:
    """A type before parameters: its lexical space, its values, and what parameters may ask of them.

    All functions get texts whose white space is already normalized. `value` gets texts that `allows`
    accepted; without it the text is the value. `less` says whether one value is surely less than another
    (types without it are not ordered), `length` how long a value is, in the unit of the type (types without
    it have none). `digits` is true of decimal and all that derives from it. `qualified` types (QName,
    NOTATION) are judged by the namespaces in scope.
    """

    name: str
    allows: Callable[[str], bool]
    whitespace: WhiteSpace = "collapse"
    value: Callable[[str], Hashable] = _whole
    less: Callable[[Any, Any], bool] | None = None
    length: Callable[[Any], int] | None = None
    digits: bool = False
    qualified: bool = False
    identifies: Literal["", "ID", "IDREF", "IDREFS"] = ""


Check = Callable[[str], bool]
"""Whether a parameter lets a text pass that the type allows, its white space normalized."""


class Datatype:
    """A type with its parameters.

    `library` and `name` are those of the schema, `parameters` its pairs of name and value in order.
    `identifies` says whether its values are identifiers ("ID"), or point to them ("IDREF", "IDREFS"). If
    `needs_namespaces` is true (QName and NOTATION), answers depend on the namespaces in scope: a mapping from
    prefixes to names, "" for no prefix.
    """

    __slots__ = (
        "_allows",
        "_checks",
        "_normalize",
        "_primitive",
        "identifies",
        "library",
        "name",
        "needs_namespaces",
        "parameters",
    )

    def __init__(
        self,
        library: str,
        primitive: Primitive,
        parameters: tuple[tuple[str, str], ...],
        checks: tuple[Check, ...],
    ) -> None:
        self.library = library
        self.name = primitive.name
        self.parameters = parameters
        self.identifies: str = primitive.identifies
        self.needs_namespaces = primitive.qualified
        self._primitive = primitive
        self._normalize = _NORMALIZERS[primitive.whitespace]
        self._allows = primitive.allows
        self._checks = checks

    def __repr__(self) -> str:
        return (
            f"<Datatype {self.name} {dict(self.parameters)}>"
            if self.parameters
            else f"<Datatype {self.name}>"
        )

    def accepts(self, text: str, namespaces: Namespaces) -> bool:
        """Whether `text`, as it stands in the document, is of this type.

        Raises PatternLimitError if a pattern of the schema cannot be decided in bounded time on this text.
        """
        text = self._normalize(text)
        if not self._allows(text):
            return False
        if self.needs_namespaces and qualified_name(text, namespaces) is None:
            return False
        return all(check(text) for check in self._checks)

    def same(self, text: str, namespaces: Namespaces, other: str, other_namespaces: Namespaces) -> bool:
        """Whether two texts that the type accepts have one value, each read with the namespaces where it
        stands.
        """
        text, other = self._normalize(text), self._normalize(other)
        if self.needs_namespaces:
            return qualified_name(text, namespaces) == qualified_name(other, other_namespaces)
        return text == other or self._primitive.value(text) == self._primitive.value(other)


def qualified_name(text: str, namespaces: Namespaces) -> tuple[str, str] | None:
    """Namespace and local name of a QName; None if its prefix is not declared."""
    prefix, colon, local = text.rpartition(":")
    if not colon:
        return namespaces.get("", ""), local
    if prefix == "xml":
        return "http://www.w3.org/XML/1998/namespace", local
    namespace = namespaces.get(prefix)
    return None if namespace is None else (namespace, local)
