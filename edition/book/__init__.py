"""A volume of all texts of an edition, for print."""

from edition.book.volume import STEM, VolumeFiles, make_volume

__all__ = ["STEM", "VolumeFiles", "make_volume"]
