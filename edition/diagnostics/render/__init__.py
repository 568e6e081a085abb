"""One renderer per output format, each from diagnostics to a string."""

from edition.diagnostics.render.github import as_github
from edition.diagnostics.render.json import as_json
from edition.diagnostics.render.sarif import as_sarif
from edition.diagnostics.render.text import as_text

__all__ = ["as_github", "as_json", "as_sarif", "as_text"]
