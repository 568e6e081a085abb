"""E-books (EPUB 3.3): the matter that a sheet made of documents, divided into pages, linked and packed."""

from edition.ebook.making import VOLUME, Ebook, make_ebook
from edition.ebook.matter import Draft

__all__ = ["VOLUME", "Draft", "Ebook", "make_ebook"]
