"""How an edition weighs findings: which it will not hear of, and which are worth more or less to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from edition.diagnostics.diagnostic import Diagnostic, Severity


@dataclass(frozen=True)
class Weights:
    """`ignored` are codes, or a code, a blank and a pattern of paths (`PRACTICE-REND letters/*.xml`);
    `severities` are by code.
    """

    ignored: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def weigh(self, diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], int]:
        """The findings that are left, with the severities wanted, and how many were ignored.

        A fault of this program is never ignored.
        """
        left: list[Diagnostic] = []
        ignored = 0
        for diagnostic in diagnostics:
            if not diagnostic.ours and self._is_ignored(diagnostic):
                ignored += 1
                continue
            severity = self.severities.get(diagnostic.code)
            left.append(replace(diagnostic, severity=severity) if severity else diagnostic)
        return left, ignored

    def _is_ignored(self, diagnostic: Diagnostic) -> bool:
        path = diagnostic.path.replace("\\", "/").removeprefix("./")
        for entry in self.ignored:
            code, _, pattern = entry.partition(" ")
            pattern = pattern.strip()
            if code == diagnostic.code and (
                not pattern or fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
            ):
                return True
        return False
