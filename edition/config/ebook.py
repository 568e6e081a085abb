"""What an edition wants of its e-books, in `[epub]` of edition.toml."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

VOLUMES = ("one", "each", "both")


class EbookChoices(NamedTuple):
    """`volumes` says whether several texts make one book, one each, or both (VOLUMES).

    `fonts` is a folder with fonts to embed and their licence, `font_packages` are installed Python packages
    that bring both. With `tei` the book brings the TEI documents along. `certified_by` is who looked at the
    book and found that it meets the standard for accessibility, `certifier_report` where that is told.
    """

    volumes: str = "one"
    fonts: Path | None = None
    tei: bool = False
    font_packages: tuple[str, ...] = ()
    certified_by: str = ""
    certifier_report: str = ""
