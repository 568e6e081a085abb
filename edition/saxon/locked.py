"""The one door to saxonche: a processor that reads no file, network or environment, and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saxonche import PySaxonProcessor

_FEATURE = "http://saxon.sf.net/feature/"
_NO_DOCTYPE = "parserFeature?uri=http://apache.org/xml/features/disallow-doctype-decl"
_DEPTH = "parserProperty?uri=jdk.xml.maxElementDepth"
_ATTRIBUTES = "parserProperty?uri=jdk.xml.elementAttributeLimit"


def locked_processor(sheets: Mapping[str, str], *, depth: int) -> tuple[PySaxonProcessor, dict[str, Any]]:
    """A processor for documents up to `depth`, and the compiled `sheets` (name to path of the file).

    The order matters: what a sheet may call is settled before it is compiled, reading is closed
    after that, because compiling has to read the sheet's own imports. Raises saxonche's
    PySaxonApiError when a sheet does not compile.
    """
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_FEATURE + "allow-external-functions", "false")
    processor.set_configuration_property(_FEATURE + "disableXslEvaluate", "true")
    compiler = processor.new_xslt30_processor()
    compiled = {name: compiler.compile_stylesheet(stylesheet_file=path) for name, path in sheets.items()}
    processor.set_configuration_property(_FEATURE + "allowedProtocols", "")
    processor.set_configuration_property(_FEATURE + _NO_DOCTYPE, "true")
    processor.set_configuration_property(_FEATURE + _DEPTH, str(depth))
    processor.set_configuration_property(_FEATURE + _ATTRIBUTES, "10000")
    return processor, compiled
