"""The book of all texts of an edition, for print: a volume, or several."""

from edition.book.volume import STEM, VolumeFiles, make_volumes

__all__ = ["STEM", "VolumeFiles", "make_volumes"]
