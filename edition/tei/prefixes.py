"""Pointers by a prefix of the edition's own, as in psn:goethe, which a prefixDef declares.

TEI Guidelines, 17.2.3 (Using Abbreviated Pointers): a prefixDef has the prefix (`@ident`), a pattern that
what follows must match as a whole (`@matchPattern`), and what is written instead (`@replacementPattern`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from edition.tei.names import tei

PREFIXED = re.compile(r"(?P<prefix>[A-Za-z][A-Za-z0-9+-]+):(?P<rest>\S*)")
"""A pointer that begins with a prefix, or with the name of a scheme."""

_REFERENCE = re.compile(r"\$(\d)")
_POINTING = frozenset(
    (
        "ref",
        "target",
        "who",
        "facs",
        "url",
        "source",
        "corresp",
        "sameAs",
        "resp",
        "wit",
        "hand",
        "ana",
        "next",
        "prev",
    )
)
# A pattern comes from the document: one that could be tried in too many ways is not tried at all.
_LONGEST = 100
_REPEATED = re.compile(r"(?<!\\)[*+{]")
_GROUP_REPEATED = re.compile(r"\)[*+{]")
_MOST_REPEATED = 2


@dataclass(frozen=True)
class _Definition:
    pattern: re.Pattern[str] | None
    written: str
    replacement: str


class Prefixes:
    """The prefixes that `prefixDef` elements declare."""

    def __init__(self, declared: Iterable[etree._Element]) -> None:
        self._definitions: dict[str, list[_Definition]] = {}
        for element in declared:
            written = element.get("matchPattern", "")
            definition = _Definition(_compiled(written), written, element.get("replacementPattern", ""))
            self._definitions.setdefault(element.get("ident", ""), []).append(definition)
        self._known: dict[str, str | None] = {}

    @property
    def names(self) -> frozenset[str]:
        """The prefixes."""
        return frozenset(self._definitions)

    def expanded(self, word: str) -> str | None:
        """What a pointer with a declared prefix stands for; None for any other, and where it is not sure."""
        if not self._definitions or ":" not in word:
            return None
        if word not in self._known:
            self._known[word] = self._expanded(word)
        return self._known[word]

    def local(self, word: str) -> str | None:
        """The pointer within the document ("#goethe") that one with a declared prefix stands for."""
        expanded = self.expanded(word)
        return expanded if expanded and len(expanded) > 1 and expanded.startswith("#") else None

    def mismatched(self, word: str) -> str | None:
        """The pattern that what follows the declared prefix of `word` should match, and does not."""
        match = PREFIXED.fullmatch(word)
        definitions = self._definitions.get(match["prefix"], []) if match else []
        if match is None or not definitions or len(match["rest"]) > _LONGEST:
            return None
        patterns = [definition.pattern for definition in definitions]
        if any(pattern is None or pattern.fullmatch(match["rest"]) for pattern in patterns):
            return None
        return definitions[0].written

    def _expanded(self, word: str) -> str | None:
        match = PREFIXED.fullmatch(word)
        if match is None or len(match["rest"]) > _LONGEST:
            return None
        for definition in self._definitions.get(match["prefix"], ()):
            found = definition.pattern.fullmatch(match["rest"]) if definition.pattern else None
            if found:
                return _replaced(definition.replacement, found)
        return None


def expand(root: etree._Element, declared: Iterable[etree._Element] = ()) -> None:
    """Write pointers with a declared prefix in full, in the tree; `declared` are prefixDefs besides its."""
    prefixes = Prefixes((*root.iter(tei("prefixDef")), *declared))
    if not prefixes.names:
        return
    for element in root.iter("*"):
        for name, value in element.items():
            if name in _POINTING and ":" in (text := str(value)):
                words = text.split()
                full = [prefixes.expanded(word) or word for word in words]
                if full != words:
                    element.set(name, " ".join(full))


def _replaced(replacement: str, found: re.Match[str]) -> str:
    """The replacement with $1, $2 … in it replaced by the groups that were found."""
    groups = ("", *(group or "" for group in found.groups()))
    return _REFERENCE.sub(
        lambda reference: groups[int(reference[1])] if int(reference[1]) < len(groups) else "", replacement
    )


def _compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern, where Python can read it and it cannot be tried in too many ways."""
    too_many = len(_REPEATED.findall(pattern)) > _MOST_REPEATED or _GROUP_REPEATED.search(pattern)
    if not pattern or len(pattern) > _LONGEST or too_many:
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None
