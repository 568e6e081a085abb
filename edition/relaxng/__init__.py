"""RELAX NG: schemas read, documents held against them. Imports nothing of the rest of this program."""

from edition.relaxng.errors import OutsideFolderError, SchemaError, TooComplexError
from edition.relaxng.matching import NotWellFormedError
from edition.relaxng.schema import Schema, load
from edition.relaxng.violations import Violation, Wrong

__all__ = [
    "NotWellFormedError", "OutsideFolderError", "Schema", "SchemaError", "TooComplexError", "Violation",
    "Wrong", "load",
]  # fmt: skip
