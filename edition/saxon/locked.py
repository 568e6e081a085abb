"""The one door to saxonche: a processor that reads no file, network or environment, and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

from edition.saxon.handed import PROTOCOL

_FEATURE = "http://saxon.sf.net/feature/"
_NO_DOCTYPE = "parserFeature?uri=http://apache.org/xml/features/disallow-doctype-decl"
_DEPTH = "parserProperty?uri=jdk.xml.maxElementDepth"
_ATTRIBUTES = "parserProperty?uri=jdk.xml.elementAttributeLimit"


def locked_processor(
    sheets: Mapping[str, str], *, depth: int, own: Mapping[str, str] | None = None
) -> tuple[PySaxonProcessor, dict[str, Any], dict[str, PySaxonApiError]]:
    """A processor for documents up to `depth`, the compiled `sheets` (name to path of the file), and what is
    wrong with those of `own`: texts of sheets, which take the place of the sheets of their name.

    The order matters: what a sheet may call is settled before it is compiled. Compiling `sheets` has to read
    their imports; then files and network are closed, and `own` is compiled, which may come from anyone: all
    that it imports is in its text (`handed`). Raises saxonche's PySaxonApiError when one of `sheets` does not
    compile.
    """
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_FEATURE + "allow-external-functions", "false")
    processor.set_configuration_property(_FEATURE + "disableXslEvaluate", "true")
    compiler = processor.new_xslt30_processor()
    compiled = {name: compiler.compile_stylesheet(stylesheet_file=path) for name, path in sheets.items()}
    processor.set_configuration_property(_FEATURE + "allowedProtocols", PROTOCOL)
    # A parser that was in use before goes on opening files by entities of a DOCTYPE (parse-xml() in a sheet).
    processor.set_configuration_property(_FEATURE + _NO_DOCTYPE, "true")
    refused = {}
    for name, text in (own or {}).items():
        try:
            compiled[name] = compiler.compile_stylesheet(stylesheet_text=text)
        except PySaxonApiError as error:
            refused[name] = error
    processor.set_configuration_property(_FEATURE + "allowedProtocols", "")
    processor.set_configuration_property(_FEATURE + _DEPTH, str(depth))
    processor.set_configuration_property(_FEATURE + _ATTRIBUTES, "10000")
    return processor, compiled, refused
