"""Documents that take in others by XInclude: together they are one, and what one has the others may point to.

A corpus is often kept so: a file with the header and the lists of persons, which takes in a file for each day
(XInclude 1.1). The files are checked one by one; what is only wrong for one by itself is not wrong here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from edition.diagnostics import Diagnostic
from edition.tei import included
from edition.validator.checks.summary import Summary


class Wholes:
    """The wholes that documents checked together make up."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        self._by_path = {_path(summary.name): summary for summary in summaries}
        self._of: dict[str, list[set[str]]] = {}
        for path, summary in self._by_path.items():
            if summary.includes:
                members = self._members(path)
                for member in members:
                    self._of.setdefault(member, []).append(members)
        self._identifiers: dict[int, set[str]] = {}

    def left(self, name: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Of the findings about the document `name` those that hold in the whole it is part of, too."""
        path = _path(name)
        wholes = self._of.get(path, [])
        if not wholes:
            return list(findings)
        return [finding for finding in findings if not self._made_good(finding, path, wholes)]

    def _made_good(self, finding: Diagnostic, path: str, wholes: Sequence[set[str]]) -> bool:
        match finding.code:
            case "SCHEMA-XINCLUDE":
                return included(path, finding.subject) in self._by_path
            case "TEI-POINTER-DANGLING":
                return any(finding.subject in self._known(whole) for whole in wholes)
        return False

    def _members(self, path: str) -> set[str]:
        """A document and all that it takes in, by others too, as far as they are checked together."""
        members: set[str] = set()
        waiting = [path]
        while waiting:
            one = waiting.pop()
            if one in self._by_path and one not in members:
                members.add(one)
                waiting += self._by_path[one].includes
        return members

    def _known(self, members: set[str]) -> set[str]:
        found = self._identifiers.get(id(members))
        if found is None:
            found = set()
            for member in members:
                found.update(self._by_path[member].identifiers)
            self._identifiers[id(members)] = found
        return found


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))
