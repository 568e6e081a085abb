"""The one door to saxonche: a processor that reads no file, network or environment, and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from saxonche import PySaxonApiError, PySaxonProcessor

_FEATURE = "http://saxon.sf.net/feature/"
_NO_DOCTYPE = "parserFeature?uri=http://apache.org/xml/features/disallow-doctype-decl"
_DEPTH = "parserProperty?uri=jdk.xml.maxElementDepth"
_ATTRIBUTES = "parserProperty?uri=jdk.xml.elementAttributeLimit"


def locked_processor(
    sheets: Mapping[str, str], *, depth: int, own: Mapping[str, str] | None = None
) -> tuple[PySaxonProcessor, dict[str, Any], dict[str, PySaxonApiError]]:
    """A processor for documents up to `depth`, the compiled `sheets` (name to path of the file), and what is
    wrong with those of `own`: texts of sheets, which take the place of the sheets of their name.

    The order matters: what a sheet may call is settled before it is compiled, reading is closed
    after that, because compiling has to read the sheet's own imports. Raises saxonche's
    PySaxonApiError when a sheet does not compile.
    """
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_FEATURE + "allow-external-functions", "false")
    processor.set_configuration_property(_FEATURE + "disableXslEvaluate", "true")
    compiler = processor.new_xslt30_processor()
    compiled = {name: compiler.compile_stylesheet(stylesheet_file=path) for name, path in sheets.items()}
    refused = {}
    for name, text in (own or {}).items():
        try:
            compiled[name] = compiler.compile_stylesheet(stylesheet_text=text)
        except PySaxonApiError as error:
            refused[name] = error
    processor.set_configuration_property(_FEATURE + "allowedProtocols", "")
    processor.set_configuration_property(_FEATURE + _NO_DOCTYPE, "true")
    processor.set_configuration_property(_FEATURE + _DEPTH, str(depth))
    processor.set_configuration_property(_FEATURE + _ATTRIBUTES, "10000")
    return processor, compiled, refused


def importing(sheet: str, own: str) -> str:
    """The text of a sheet in which templates of the sheet at `own` go before those of the one at `sheet`.

    (XSLT 3.0, 3.11.3: what is included has the import precedence of the including sheet.)
    """
    imported, included = (quoteattr(Path(path).absolute().as_uri()) for path in (sheet, own))
    return (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        f"<xsl:import href={imported}/><xsl:include href={included}/></xsl:stylesheet>"
    )
