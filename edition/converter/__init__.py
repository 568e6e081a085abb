"""From plain text to TEI. The way through it is in pipeline.py."""

from edition.converter.pipeline import Converted, Gate, convert_bytes
from edition.converter.segment import GENRES

__all__ = ["GENRES", "Converted", "Gate", "convert_bytes"]
