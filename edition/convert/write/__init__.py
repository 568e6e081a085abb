"""From a `Document` to a TEI tree: the header, and the text with its mark-up."""

from edition.convert.write.preservation import lost_text
from edition.convert.write.tree import write_tree

__all__ = ["lost_text", "write_tree"]
