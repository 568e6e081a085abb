"""Full-text search: what of a text is found, and the index of an edition, which Pagefind makes."""

from edition.searching.index import FOLDER, Index, Indexed, indexer
from edition.searching.making import Indexing
from edition.searching.voices import Passage, Voice, voices

__all__ = ["FOLDER", "Index", "Indexed", "Indexing", "Passage", "Voice", "indexer", "voices"]
