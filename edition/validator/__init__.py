"""Is a document well-formed, valid, and consistent in itself; and if not, where and why."""

from edition.validator.check import examine, validate_bytes, validate_document, validate_tree
from edition.validator.checks import Summary, edition_findings, gather
from edition.validator.finding import Finding, located
from edition.validator.models import models
from edition.validator.repairing import repaired, with_ampersands
from edition.validator.schema import Schema, load_schema

__all__ = [
    "Finding", "Schema", "Summary", "edition_findings", "examine", "gather", "load_schema", "located",
    "models", "repaired", "validate_bytes", "validate_document", "validate_tree", "with_ampersands",
]  # fmt: skip
