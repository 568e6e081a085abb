"""What the program has to say about a text: `Diagnostic`, and the table of codes it is worded from."""

from edition.diagnostics.diagnostic import Diagnostic, Severity, diagnose, worst
from edition.diagnostics.errors import CannotRunError, OwnFaultError

__all__ = ["CannotRunError", "Diagnostic", "OwnFaultError", "Severity", "diagnose", "worst"]
