"""References in bibliographies and notes: the text of one reference in, its parts out."""

from edition.converter.forms.references.credit import cities, credit_words, find_numbers
from edition.converter.forms.references.names import natural_order, read_name, without_others
from edition.converter.forms.references.notes import references_of_note
from edition.converter.forms.references.reference import Reference, may_point_back, read_reference

__all__ = [
    "Reference",
    "cities",
    "credit_words",
    "find_numbers",
    "may_point_back",
    "natural_order",
    "read_name",
    "read_reference",
    "references_of_note",
    "without_others",
]
