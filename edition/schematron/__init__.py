"""Rules for documents beyond any grammar: Schematron, ISO/IEC 19757-3, run as XSLT 3.0.

`read_rules` finds them in a Schematron schema, a RELAX NG schema or an ODD; `RuleChecker` holds documents to
them.
"""

from edition.schematron.checking import RuleChecker
from edition.schematron.reading import read_rules
from edition.schematron.rules import Origin, Rules

__all__ = ["Origin", "RuleChecker", "Rules", "read_rules"]
