"""From plain text to TEI. The way through it is in pipeline.py."""

from edition.converter.pipeline import Converted, Gate, convert_bytes

__all__ = ["Converted", "Gate", "convert_bytes"]
