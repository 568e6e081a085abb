"""From a `Document` to a TEI tree: the header, and the text with its mark-up."""

from edition.converter.write.preservation import lost_text
from edition.converter.write.tree import write_tree

__all__ = ["lost_text", "write_tree"]
