"""Names in Clark's notation, and classes of names (RELAX NG specification, sections 4.16 and 6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

RELAXNG = "http://relaxng.org/ns/structure/1.0"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME = f"[{_START}][{_START}0-9.\\-\xb7\u0300-\u036f\u203f\u2040]*"
"""A name without a colon, as a regular expression: XML 1.0, fifth edition."""


def expanded(namespace: str, local: str) -> str:
    """The name as `{namespace}local`, or `local` outside all namespaces."""
    return f"{{{namespace}}}{local}" if namespace else local


def parts_of(name: str) -> tuple[str, str]:
    """The namespace ("" for none) and the local part of an expanded name."""
    if name.startswith("{"):
        namespace, _, local = name[1:].rpartition("}")
        return namespace, local
    return "", name


@dataclass(frozen=True, slots=True)
class OneName:
    """The class of one name, expanded."""

    name: str

    def contains(self, name: str) -> bool:
        """Whether the class holds this expanded name."""
        return self.name == name


@dataclass(frozen=True, slots=True)
class AnyName:
    """All names, but for those of the class `but`."""

    but: NameClass | None = None

    def contains(self, name: str) -> bool:
        """Whether the class holds this expanded name."""
        return self.but is None or not self.but.contains(name)


@dataclass(frozen=True, slots=True)
class NamespaceNames:
    """All names of one namespace, but for those of the class `but`."""

    namespace: str
    but: NameClass | None = None

    def contains(self, name: str) -> bool:
        """Whether the class holds this expanded name."""
        if parts_of(name)[0] != self.namespace:
            return False
        return self.but is None or not self.but.contains(name)


@dataclass(frozen=True, slots=True)
class EitherName:
    """The names of several classes."""

    classes: tuple[NameClass, ...]

    def contains(self, name: str) -> bool:
        """Whether the class holds this expanded name."""
        return any(one.contains(name) for one in self.classes)


NameClass = OneName | AnyName | NamespaceNames | EitherName


def named(names: NameClass) -> tuple[str, ...]:
    """The names that a class lists one by one, as written in the schema; none of a wildcard's."""
    if isinstance(names, OneName):
        return (names.name,)
    if isinstance(names, EitherName):
        return tuple(name for one in names.classes for name in named(one))
    return ()


def has_wildcard(names: NameClass) -> bool:
    """Whether the class is open: any name, or any of a namespace."""
    return any(True for _ in open_classes(names))


def open_classes(names: NameClass) -> Iterator[AnyName | NamespaceNames]:
    """The wildcards that a class is made of; not those in exceptions."""
    if isinstance(names, EitherName):
        for one in names.classes:
            yield from open_classes(one)
    elif not isinstance(names, OneName):
        yield names


def mentioned(names: NameClass) -> Iterator[tuple[str, str]]:
    """The names that a class mentions, also in exceptions: namespace and local part ("" for all)."""
    if isinstance(names, OneName):
        yield parts_of(names.name)
        return
    if isinstance(names, EitherName):
        for one in names.classes:
            yield from mentioned(one)
        return
    if isinstance(names, NamespaceNames):
        yield names.namespace, ""
    if names.but is not None:
        yield from mentioned(names.but)
