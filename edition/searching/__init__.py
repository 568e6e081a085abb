"""Full-text search: what of a text is found, and the index of an edition, which Pagefind makes."""

from edition.searching.index import FOLDER, Index, Indexed, indexer
from edition.searching.voices import Passage, Voice, voices

__all__ = ["FOLDER", "Index", "Indexed", "Passage", "Voice", "indexer", "voices"]
