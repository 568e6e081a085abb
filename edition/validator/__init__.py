"""Is a document well-formed, valid, and consistent in itself; and if not, where and why."""

from edition.validator.check import examine, is_valid, validate_bytes, validate_document
from edition.validator.checks import Summary, Survey, Wholes, edition_findings, gather
from edition.validator.finding import Finding, located
from edition.validator.models import models
from edition.validator.repairing import repaired, with_ampersands
from edition.validator.schema import Schema, load_schema

__all__ = [
    "Finding", "Schema", "Summary", "Survey", "Wholes", "edition_findings", "examine", "gather", "is_valid",
    "load_schema", "located", "models", "repaired", "validate_bytes", "validate_document", "with_ampersands",
]  # fmt: skip
