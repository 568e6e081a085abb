"""From TEI documents to what readers hold: web pages and books."""

from edition.publish.own_css import own_css
from edition.publish.page import Neighbours, style
from edition.publish.pictures import PictureNames
from edition.publish.publishing import TARGETS, Published, publish

__all__ = ["TARGETS", "Neighbours", "PictureNames", "Published", "own_css", "publish", "style"]
