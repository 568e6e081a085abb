"""From TEI documents to what readers hold: web pages and books."""

from edition.publish.design import Design, design
from edition.publish.frame import Frame
from edition.publish.own_css import own_css
from edition.publish.page import Citation, Neighbours, style
from edition.publish.pictures import PictureNames
from edition.publish.printing import PrintJob, typeset
from edition.publish.publishing import SOURCES, TARGETS, Published, publish

__all__ = [
    "SOURCES",
    "TARGETS",
    "Citation",
    "Design",
    "Frame",
    "Neighbours",
    "PictureNames",
    "PrintJob",
    "Published",
    "design",
    "own_css",
    "publish",
    "style",
    "typeset",
]
