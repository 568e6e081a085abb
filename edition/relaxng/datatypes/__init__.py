"""Datatypes of RELAX NG: W3C XML Schema Part 2 (1.0, second edition) and the built-in library (ISO/IEC
19757-2, 9.3).

Texts are judged as jing judges them. Where the specification can be read in two ways, or jing goes its own
way, the module of the type says so.
"""

from edition.relaxng.datatypes.datatype import Datatype, DatatypeError, PatternLimitError
from edition.relaxng.datatypes.library import XSD, find_datatype

__all__ = ["XSD", "Datatype", "DatatypeError", "PatternLimitError", "find_datatype"]
