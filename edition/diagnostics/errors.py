"""The two ways a command ends early: it cannot be carried out, or we made a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.diagnostics.diagnostic import Diagnostic


class CannotRunError(Exception):
    """The command cannot be carried out as given (missing file, unwritable folder): exit code 2."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class OwnFaultError(Exception):
    """A promise of this program was broken by the program itself: exit code 3."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
