"""Is a document well-formed, valid, and consistent in itself; and if not, where and why."""

from edition.validator.check import validate_bytes, validate_document, validate_tree
from edition.validator.schema import Schema, load_schema

__all__ = ["Schema", "load_schema", "validate_bytes", "validate_document", "validate_tree"]
