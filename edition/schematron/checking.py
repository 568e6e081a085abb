"""Holds documents to rules: compiled once, in a process of its own, because either can kill it."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from lxml import etree

from edition.diagnostics import CannotRunError, Diagnostic, OwnFaultError, diagnose
from edition.engine import Failure, StandingWorker
from edition.resources import resource
from edition.saxon import DEPTH, DERIVER, Derivation, Derived, DerivedTask, Fault
from edition.schematron.complaints import complaint, said
from edition.schematron.findings import findings
from edition.schematron.rules import Rules
from edition.tei import TeiDocument, plain_xml


class RuleChecker:
    """A context in which documents are checked by `rules`, one by one, each within `timeout` seconds.

    The process that does it starts with the first document and ends with the context.
    """

    def __init__(self, rules: Rules, *, timeout: float = 120.0) -> None:
        self._rules = rules
        setup = Derivation(str(resource("xslt", "schematron.xsl")), rules.schema)
        self._timeout = timeout
        self._worker = StandingWorker(DERIVER, setup=setup, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.end()

    def check(self, document: TeiDocument, phase: str | None = None) -> list[Diagnostic]:
        """The findings of the rules active in `phase`, in the order of the document.

        `phase` is an id, "#ALL" or "#DEFAULT"; None is the schema's default too. A document that cannot be
        checked has one finding that says why. Raises CannotRunError where there is no such phase
        (RULE-PHASE), or the rules themselves are wrong (RULE-SCHEMA).
        """
        task = DerivedTask(_text(document), {"phase": self._phase(phase)})
        outcome = self._worker.ask(task)
        if outcome.failure is not None:
            return [self._given_out(document, outcome.failure)]
        derived: Derived = outcome.value
        if derived.fault is None:
            return findings(document, self._rules, derived)
        if derived.fault.sheet in ("make", "compile"):
            raise CannotRunError(complaint(self._rules, derived))
        return [_not_checked(document, derived.fault)]

    def _phase(self, phase: str | None) -> str:
        if phase is None or phase == "#DEFAULT":
            return self._rules.default_phase
        if phase != "#ALL" and phase not in self._rules.phases:
            known = ", ".join(self._rules.phases) or "none"
            name = self._rules.name
            raise CannotRunError(diagnose("RULE-PHASE", path=name, phase=phase, rules=name, known=known))
        return phase

    def _given_out(self, document: TeiDocument, failure: Failure) -> Diagnostic:
        match failure.kind:
            case "timeout":
                return diagnose("RULE-TOO-SLOW", path=document.name, seconds=f"{self._timeout:g}")
            case "crashed":
                return diagnose("RULE-GAVE-OUT", path=document.name)
            case "raised":
                reason = failure.detail.strip().splitlines()[-1]
                raise OwnFaultError(diagnose("SAXON-FAILED", path=document.name, reason=reason))


def _text(document: TeiDocument) -> str:
    """The document without its DOCTYPE, but with the comments and instructions before and after its root."""
    root = document.root
    before = [_beside(e) for e in root.itersiblings(preceding=True)][::-1]
    return "".join([*before, plain_xml(root), *(_beside(e) for e in root.itersiblings())])


def _beside(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _not_checked(document: TeiDocument, fault: Fault) -> Diagnostic:
    if fault.kind == "too-deep":
        reason = f"its elements are nested more than {DEPTH} deep"
    else:
        reason = said(fault.reason)
    return diagnose("RULE-NOT-CHECKED", path=document.name, reason=reason)
