"""From bytes to a `Source`: encoding, line ends, and nothing else changed."""

from edition.convert.read.decode import Decoded, decode
from edition.convert.read.source import read_source

__all__ = ["Decoded", "decode", "read_source"]
