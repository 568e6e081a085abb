"""What an edition wants of its e-books, in `[epub]` of edition.toml."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

VOLUMES = ("one", "each", "both")


class EbookChoices(NamedTuple):
    """`volumes` says whether several texts make one book, one each, or both (VOLUMES); `fonts` is a folder
    with fonts to embed and their licence; with `tei` the book brings the TEI documents along.
    """

    volumes: str = "one"
    fonts: Path | None = None
    tei: bool = False
