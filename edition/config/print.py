"""What edition.toml says of the printed pages: the table [print]."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from edition.model import Position

FORMATS_OF_PAPER = ("A5", "Royal", "A4", "Letter")
"""Sizes of a page that go by a name; others are given in millimetres: "170x240"."""

PARTS = (
    "half-title",
    "title",
    "imprint",
    "contents",
    "sources",
    "texts",
    "persons",
    "places",
    "organisations",
    "works",
    "chronology",
    "colophon",
)
"""The parts of a volume in their usual order; those that would be empty are left out."""

THEMES = ("classic", "plain")
"""The designs that come with the program."""

Volumes = Literal["each", "one", "both"]
LineNumbers = Literal["none", "page", "text", "given"]
PAGES_OF_A_VOLUME = (16, 2000)
"""The fewest and the most pages that volumes may be asked to have."""


class VolumeBegins(NamedTuple):
    """A volume of several: the name of the text that begins it (empty: the first of all), and its title.

    `path` and `position` are those of this entry in edition.toml.
    """

    text: str = ""
    title: str = ""
    path: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """How texts are typeset.

    `volumes` says whether each text is a PDF of its own, all are one book, or both. The book is parted into
    volumes of about equal size, as few as have at most about `volume_pages` pages each (0: it is one), or
    into those that `volume_begins` lists; `volume_registers` says whether each volume has registers of its
    own or the last one those of all. `format` is one of
    FORMATS_OF_PAPER or "WIDTHxHEIGHT" in millimetres. `parts` are those of a volume, in their order.
    `openings` says on which page a text of a volume begins. `columns` are those of newspaper pieces.
    `line_numbers` count on each page, through each text, or are those given in the text (@n of lines), every
    `line_step` lines. `numbered` sets the number of paragraphs and speeches in the margin, as in their
    addresses on the web. `crop_marks` makes the sheet larger than the page, with marks where to cut it and
    `bleed` millimetres beyond. `theme` is one of THEMES or a typst file that follows our design. `fonts` is a
    folder of fonts, `font_packages` are installed Python packages that bring some, `font` is the family that
    is set first; with `system_fonts` those of the computer are taken too.
    """

    volumes: Volumes = "both"
    volume_pages: int = 0
    volume_begins: tuple[VolumeBegins, ...] = ()
    volume_registers: Literal["each", "last"] = "each"
    format: str = "A5"
    parts: tuple[str, ...] = PARTS
    openings: Literal["page", "recto"] = "page"
    columns: Literal[1, 2] = 1
    line_numbers: LineNumbers = "none"
    line_step: int = 5
    numbered: bool = False
    crop_marks: bool = False
    bleed: int = 3
    theme: str | Path = "classic"
    font: str = ""
    fonts: Path | None = None
    font_packages: tuple[str, ...] = ()
    system_fonts: bool = False
