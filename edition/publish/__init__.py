"""From TEI documents to what readers hold: web pages and books."""

from edition.publish.publishing import TARGETS, Published, publish

__all__ = ["TARGETS", "Published", "publish"]
