"""Many documents checked: each by itself, in parallel where that pays, then together as one edition."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from edition.diagnostics import CannotRunError, Diagnostic, OwnFaultError, diagnose
from edition.model import Position
from edition.tei import TeiDocument, parse
from edition.validator import (
    Schema,
    Summary,
    Wholes,
    edition_findings,
    examine,
    gather,
    load_schema,
    located,
    models,
    repaired,
    with_ampersands,
)

if TYPE_CHECKING:
    from edition.schematron import RuleChecker

_SCHEMATRON = b"http://purl.oclc.org/dsdl/schematron"
_WORTH_WORKERS = 2_000_000  # bytes; a worker costs a third of a second before its first document
_BEGINNING = Position(1, 1)
_REPAIRS = 5  # a repair can show the next mistake


@dataclass(frozen=True, slots=True)
class Order:
    """What to check by: `schema` (None: the one each document names, else that of this program), the
    Schematron schema `rules` (None: those in the schema) and its `phase`; whether `with_rules`, and whether
    to `repair` what can be.
    """

    schema: Path | None = None
    rules: Path | None = None
    phase: str | None = None
    with_rules: bool = True
    repair: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to check: its bytes (None where they could not be read; `findings` say why), the folder it
    lies in (None: standard input), what messages call it, and its stem.
    """

    name: str
    stem: str
    folder: Path | None
    data: bytes | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a document; what the others must know of it; and its bytes before and after repair,
    if that was asked for and changed them.
    """

    name: str
    findings: tuple[Diagnostic, ...]
    summary: Summary | None = None
    repaired: tuple[bytes, bytes] | None = None


def processes_for(count: int, size: int, jobs: int = 0) -> int:
    """How many processes are worth while for `count` documents of `size` bytes in all.

    `jobs` is how many there may be, 0 for as many as there are processors.
    """
    return min(jobs or os.cpu_count() or 1, count) if size > _WORTH_WORKERS else 1


def check_all(papers: Iterable[Paper], order: Order, *, jobs: int = 1) -> Iterator[Checked]:
    """Each document checked, in order, by so many processes; the findings are the same with one as with many.

    Raises CannotRunError for a schema or rules that cannot be used.
    """
    if order.schema is not None:
        load_schema(order.schema)  # what is wrong with it is said once, and before the work
    if order.rules is not None and order.with_rules:
        from edition.schematron import read_rules  # noqa: PLC0415  (as below)

        read_rules(order.rules)
    if jobs > 1:
        from edition.engine import ordered_map  # noqa: PLC0415  (a few documents need no processes)

        known: deque[str] = deque()
        work = ordered_map(
            "edition.checking:DocumentChecker", _named(papers, known), setup=order, jobs=jobs, timeout=3600
        )
        for outcome in work:
            name = known.popleft()
            if outcome.failure is None:
                yield outcome.value
            else:
                reason = f"{outcome.failure.kind}: {outcome.failure.detail}"
                yield Checked(name, (diagnose("FILE-GAVE-OUT", path=name, reason=reason),))
        return
    with DocumentChecker(order) as check:
        yield from map(check, papers)


def _named(papers: Iterable[Paper], known: deque[str]) -> Iterator[Paper]:
    """The papers, with their names put aside as they go."""
    for paper in papers:
        known.append(paper.name)
        yield paper


def check_edition(checked: Sequence[Checked]) -> list[Diagnostic]:
    """The findings about documents together: pointers from one to another, records that two have."""
    summaries = [one.summary for one in checked if one.summary is not None]
    return edition_findings(summaries, lambda path: Path(path).exists())


def without_included(checked: Sequence[Checked]) -> list[Checked]:
    """The same, without what is wrong for a file by itself only, as others take it in (XInclude)."""
    wholes = Wholes([one.summary for one in checked if one.summary is not None])
    return [replace(one, findings=tuple(wholes.left(one.name, one.findings))) for one in checked]


class DocumentChecker:
    """Checks one document after the other, by the same order."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._rules: dict[Path, RuleChecker | None] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def __call__(self, paper: Paper) -> Checked:
        """The findings for one document, in the order of the file."""
        if paper.data is None:
            return Checked(paper.name, paper.findings)
        try:
            checked, data = self._checked(paper, paper.data), paper.data
            if self._order.repair:
                for _ in range(_REPAIRS):
                    better = self._better(paper, data)
                    if better is None:
                        break
                    data = better
                if data != paper.data:
                    checked = replace(self._checked(paper, data), repaired=(paper.data, data))
        except OwnFaultError as fault:
            return Checked(paper.name, (fault.diagnostic,))
        return checked

    # -- one document

    def _checked(self, paper: Paper, data: bytes) -> Checked:
        document, malformed = parse(data, name=paper.name, stem=paper.stem)
        if document is None:
            return Checked(paper.name, tuple(malformed))
        schema, said = self._schema(document, paper.folder)
        diagnostics = list(said)
        survey = None
        if schema is not None:
            try:
                examined = examine(document, schema)
            except CannotRunError as error:
                if self._order.schema is not None:
                    raise
                diagnostics.append(_of_document(error.diagnostic, document, schema.name))
            else:
                survey = examined.survey
                diagnostics += [*examined.refusals, *located(examined.findings, document)]
                diagnostics += self._by_rules(document, paper.folder, schema)
        ordered = sorted(diagnostics, key=lambda one: one.position or _BEGINNING)
        return Checked(paper.name, tuple(ordered), gather(document, survey))

    def _better(self, paper: Paper, data: bytes) -> bytes | None:
        """The bytes with what can be repaired in one go; None where there is nothing left."""
        document, malformed = parse(data, name=paper.name, stem=paper.stem)
        if document is None:
            better = with_ampersands(data)
            told = len(malformed)
            again = parse(better, name=paper.name, stem=paper.stem) if better is not None else None
            return better if again is not None and (again[0] is not None or len(again[1]) < told) else None
        schema, _ = self._schema(document, paper.folder)
        if schema is None:
            return None
        return repaired(document, examine(document, schema).findings)

    # -- by what

    def _schema(self, document: TeiDocument, folder: Path | None) -> tuple[Schema | None, list[Diagnostic]]:
        """The schema to measure by, and what is to be said of the one that the document names."""
        if self._order.schema is not None:
            return load_schema(self._order.schema), []
        said: list[Diagnostic] = []
        for model in models(document.root):
            if model.is_schematron:
                continue
            if model.is_remote or folder is None:
                own = "the schema that comes with edition"
                told = diagnose("SCHEMA-REMOTE", path=document.name, href=model.href, schema=own)
                said.append(replace(told, position=_BEGINNING))
                continue
            try:
                return load_schema(model.path(folder)), said
            except CannotRunError as error:
                return None, [*said, _of_document(error.diagnostic, document, model.href)]
        return load_schema(), said

    def _by_rules(self, document: TeiDocument, folder: Path | None, schema: Schema) -> list[Diagnostic]:
        """The findings of Schematron: the rules asked for, or those that the document and its schema have."""
        if not self._order.with_rules:
            return []
        found: list[Diagnostic] = []
        for path in self._sources_of_rules(document, folder, schema):
            try:
                checker = self._checker(path)
                if checker is not None:
                    found += checker.check(document, self._order.phase)
            except CannotRunError as error:
                if path == self._order.rules:
                    raise
                found.append(_of_document(error.diagnostic, document, str(path)))
        return found

    def _sources_of_rules(
        self, document: TeiDocument, folder: Path | None, schema: Schema
    ) -> dict[Path, None]:
        if self._order.rules is not None:
            return {self._order.rules: None}
        paths = {schema.path: None}
        if self._order.schema is None and folder is not None:
            paths |= {
                model.path(folder): None
                for model in models(document.root)
                if model.is_schematron and not model.is_remote
            }
        unique = {path.resolve(): path for path in paths}
        return dict.fromkeys(unique.values())

    def _checker(self, path: Path) -> RuleChecker | None:
        key = path.resolve()
        if key not in self._rules:
            self._rules[key] = None
            if path == self._order.rules or _may_have_rules(path):
                from edition.schematron import RuleChecker, read_rules  # noqa: PLC0415  (most need none)

                rules = read_rules(path)
                if rules is not None:
                    self._rules[key] = self._stack.enter_context(RuleChecker(rules))
        return self._rules[key]


def _may_have_rules(path: Path) -> bool:
    """Whether a schema speaks of Schematron at all. (The compact syntax is not looked into.)"""
    try:
        return path.suffix.lower() != ".rnc" and _SCHEMATRON in path.read_bytes()
    except OSError:
        return True  # reading it will say why


def _of_document(said: Diagnostic, document: TeiDocument, href: str) -> Diagnostic:
    """What is wrong with a schema that a document names, said of the document."""
    reason = said.message
    told = diagnose("SCHEMA-NAMED", path=document.name, href=href, reason=reason)
    return replace(told, position=_BEGINNING)
