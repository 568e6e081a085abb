"""References in bibliographies and notes: the text of one reference in, its parts out."""

from edition.converter.forms.references.credit import credit_words, find_numbers
from edition.converter.forms.references.names import natural_order, read_name, without_others
from edition.converter.forms.references.reference import Reference, may_point_back, read_reference

__all__ = [
    "Reference",
    "credit_words",
    "find_numbers",
    "may_point_back",
    "natural_order",
    "read_name",
    "read_reference",
    "without_others",
]
