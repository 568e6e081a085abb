"""From TEI documents to what readers hold: web pages and books."""

from edition.publish.page import Citation, Neighbours, style
from edition.publish.publishing import TARGETS, Published, publish

__all__ = ["TARGETS", "Citation", "Neighbours", "Published", "publish", "style"]
