"""RELAX NG in XML syntax into patterns: sections 3 and 4 of the specification."""
