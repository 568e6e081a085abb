"""From TEI documents to what readers hold: web pages and books."""

<<<<<<< HEAD
from edition.publish.page import Citation, Neighbours, style
from edition.publish.publishing import TARGETS, Published, publish

__all__ = ["TARGETS", "Citation", "Neighbours", "Published", "publish", "style"]
=======
from edition.publish.own_css import own_css
from edition.publish.page import Neighbours, style
from edition.publish.publishing import TARGETS, Published, publish

__all__ = ["TARGETS", "Neighbours", "Published", "own_css", "publish", "style"]
>>>>>>> a83c101
