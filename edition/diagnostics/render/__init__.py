"""One renderer per output format, each from diagnostics to a string."""

from edition.diagnostics.render.json import as_json
from edition.diagnostics.render.text import as_text

__all__ = ["as_json", "as_text"]
