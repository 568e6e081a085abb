"""Several documents at once: pointers from one file into another, and what two files both claim."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from edition.diagnostics import Diagnostic, diagnose
from edition.validator.checks.records import authorities
from edition.validator.checks.references import expected_instead
from edition.validator.checks.summary import Place, Pointer, Record, Summary
from edition.validator.wording import did_you_mean

_SEARCHES = 200_000
"""How many comparisons an edition is worth: some seconds."""


def edition_findings(summaries: Sequence[Summary], exists: Callable[[str], bool]) -> list[Diagnostic]:
    """The findings about documents that are checked together, by document and place.

    `exists` says of a path, which counts from the same place as the names of the documents, whether there is
    a file; it is asked once for each.
    """
    edition = _Edition(summaries, exists)
    found = [*edition.pointers(), *edition.records(), *edition.roots()]
    order = {summary.name: number for number, summary in enumerate(summaries)}
    return sorted(found, key=lambda finding: (order[finding.path], finding.position, finding.code))


class _Edition:
    def __init__(self, summaries: Sequence[Summary], exists: Callable[[str], bool]) -> None:
        self._summaries = summaries
        self._exists = exists
        self._by_path = {_path(summary.name): summary for summary in summaries}
        self._on_disk: dict[str, bool] = {}
        self._searched = 0

    def pointers(self) -> Iterator[Diagnostic]:
        """Pointers into a document of the edition that has no such identifier; files that are missing."""
        for summary in self._summaries:
            missing: dict[str, list[Pointer]] = {}
            for pointer in summary.pointers:
                other = self._by_path.get(pointer.path)
                if other is None:
                    if not self._there(pointer.path):
                        # Images are many, and one folder that is not at hand is one matter.
                        is_text = pointer.path.endswith(".xml")
                        matter = pointer.path if is_text else posixpath.dirname(pointer.path) + "/"
                        missing.setdefault(matter, []).append(pointer)
                elif pointer.target and pointer.target not in other.identifiers:
                    facts: dict[str, object] = {"attribute": pointer.attribute, "pointer": pointer.written}
                    facts |= {"file": other.name, "id": pointer.target}
                    facts["advice"] = self._advice(pointer, other)
                    yield _diagnosed("TEI-FILE-POINTER", summary, pointer.place, facts)
                elif pointer.target:
                    kind = other.identifiers[pointer.target]
                    expected = expected_instead(pointer.element, pointer.attribute, kind)
                    if expected is not None:
                        facts = {"attribute": pointer.attribute, "pointer": pointer.written}
                        facts |= {"element": kind, "expected": expected}
                        yield _diagnosed("TEI-POINTER-KIND", summary, pointer.place, facts)
            for pointers in missing.values():
                first = pointers[0]
                others = len({pointer.path for pointer in pointers}) - 1
                facts = {"attribute": first.attribute, "file": first.path}
                facts["more"] = f", nor {others} more in that folder" if others else ""
                yield _diagnosed("TEI-FILE-MISSING", summary, first.place, facts)

    def records(self) -> Iterator[Diagnostic]:
        """One person, place or organisation on record in two documents: told once, at the second."""
        first: dict[tuple[str, str], tuple[Summary, Record]] = {}
        told: set[tuple[str, str]] = set()
        for summary in self._summaries:
            for record in summary.records:
                key = (record.authority, record.identifier)
                before, other = first.setdefault(key, (summary, record))
                if before is summary or key in told:
                    continue
                told.add(key)
                facts: dict[str, object] = {
                    "element": record.element,
                    "name": record.name,
                    "other": other.name,
                }
                facts |= {
                    "authority": authorities()[record.authority]["name"],
                    "identifier": record.identifier,
                }
                facts |= {"file": before.name, "line": other.place.position.line}
                yield _diagnosed("TEI-RECORD-ELSEWHERE", summary, record.place, facts)

    def roots(self) -> Iterator[Diagnostic]:
        """Two documents that have one name."""
        first: dict[str, Summary] = {}
        for summary in self._summaries:
            if summary.root_id and first.setdefault(summary.root_id, summary) is not summary:
                facts = {"id": summary.root_id, "file": first[summary.root_id].name}
                yield _diagnosed("TEI-DOCUMENT-ID", summary, summary.root, facts)

    def _there(self, path: str) -> bool:
        if path not in self._on_disk:
            self._on_disk[path] = self._exists(path)
        return self._on_disk[path]

    def _advice(self, pointer: Pointer, other: Summary) -> str:
        self._searched += len(other.identifiers)
        meant = did_you_mean(pointer.target, other.identifiers) if self._searched <= _SEARCHES else None
        if meant:
            return f'did you mean "#{meant}"?'
        return f'give the element there xml:id="{pointer.target}", or correct the pointer'


def _path(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))


def _diagnosed(code: str, summary: Summary, place: Place, facts: Mapping[str, object]) -> Diagnostic:
    told = diagnose(code, path=summary.name, position=place.position, excerpt=place.excerpt, **facts)
    return replace(told, length=place.length or 1)
