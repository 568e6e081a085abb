"""From bytes to a `Source`: encoding, line ends, and nothing else changed."""

from edition.converter.read.decode import Decoded, decode
from edition.converter.read.source import read_source

__all__ = ["Decoded", "decode", "read_source"]
