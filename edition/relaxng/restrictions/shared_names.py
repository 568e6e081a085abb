"""Names that two patterns share (RELAX NG specification, sections 7.3 and 7.4), and how messages say them."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.relaxng.names import (
    AnyName,
    EitherName,
    NameClass,
    OneName,
    expanded,
    mentioned,
    named,
    open_classes,
    parts_of,
)
from edition.relaxng.patterns import Pattern


@dataclass(slots=True)
class Names:
    """The names that patterns of one kind have: listed ones, each with a pattern, and open classes."""

    listed: dict[str, Pattern] = field(default_factory=dict)
    open: tuple[tuple[NameClass, Pattern], ...] = ()

    def add(self, names: NameClass, pattern: Pattern) -> None:
        """Notes the names of one pattern."""
        for name in named(names):
            self.listed.setdefault(name, pattern)
        self.open += tuple((one, pattern) for one in open_classes(names))

    def joined(self, other: Names) -> Names:
        """The names of both."""
        if not other.listed and not other.open:
            return self
        if not self.listed and not self.open:
            return other
        more = tuple(pair for pair in other.open if pair not in self.open)
        return Names({**other.listed, **self.listed}, self.open + more)

    def common(self, other: Names) -> tuple[str, Pattern] | None:
        """A name that both have, in words, and a pattern that has it; None if there is none."""
        for name in other.listed:
            if name in self.listed:
                return shown(name), other.listed[name]
        for one, two in ((self, other), (other, self)):
            for names, pattern in one.open:
                for name in two.listed:
                    if names.contains(name):
                        return shown(name), two.listed[name] if two is other else pattern
        for names, _ in self.open:
            for others, pattern in other.open:
                shared = overlap(names, others)
                if shared is not None:
                    return shared, pattern
        return None


_ELSE = "\0"
"""Stands for a name, and for a namespace, that no schema mentions."""


def overlap(one: NameClass, other: NameClass) -> str | None:
    """A name that two classes share, in words; None if they share none.

    Of the names that the classes do not mention all are alike, so it is enough to try those mentioned, and
    one more of each namespace mentioned, and one of another (specification, 7.3).
    """
    known = {(namespace, local or _ELSE) for namespace, local in (*mentioned(one), *mentioned(other))}
    namespaces = sorted({namespace for namespace, _ in known})
    for namespace, local in (*sorted(known), *((ns, _ELSE) for ns in namespaces), (_ELSE, _ELSE)):
        name = expanded(namespace, local)
        if one.contains(name) and other.contains(name):
            return shown(name)
    return None


def shown(name: str) -> str:
    """A name in words."""
    namespace, local = parts_of(name)
    if namespace == _ELSE:
        return "of any name"
    if local == _ELSE:
        return f'of any name in the namespace "{namespace}"' if namespace else "of any name in no namespace"
    return f'"{local}"'


def described(names: NameClass) -> str:
    """A class of names in words."""
    if isinstance(names, OneName):
        return f'"{parts_of(names.name)[1]}"'
    if isinstance(names, EitherName):
        return " or ".join(described(one) for one in names.classes)
    but = " but some" if names.but is not None else ""
    if isinstance(names, AnyName):
        return f"any name{but}"
    return f'any name{but} of the namespace "{names.namespace}"'
