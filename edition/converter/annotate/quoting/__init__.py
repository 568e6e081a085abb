"""Words in quotation marks: what they are, and who speaks them."""

from edition.converter.annotate.quoting.marking import Quoting

__all__ = ["Quoting"]
