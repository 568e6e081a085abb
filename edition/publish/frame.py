"""What pages are told besides their document."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edition.publish.cutting import Split
from edition.publish.design import Design, design
from edition.publish.page import Citation, Neighbours
from edition.publish.pictures import PictureNames


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of documents share, and by the stem of a document what its own pages are told.

    `edition_title` names on each page the edition the document is part of, `site` is the address that all are
    published at. With `tei_beside` each page links to the TEI document beside it (`stem.xml`). `split` says
    which texts are given in parts as well (`stem-1.html`, …). `stylesheet` is a sheet whose templates win
    over those of xslt/html.xsl, `css` a style sheet that follows that of the pages. `look` is the design of
    the printed pages; with `parts` each document is made a part of a volume, too. `names` are the stems of
    all texts: no part of a text goes by one of them.

    By stem: `neighbours` are the pages before and after it in the edition; `registers` the addresses of the
    entries of registers, by the pointers that mean them in the document; `citations` say how to cite it;
    `folders` are those the documents lie in: pictures that a page shows are looked for there, and get names
    that `picture_names` has not given to others.
    """

    edition_title: str = ""
    site: str = ""
    tei_beside: bool = True
    split: Split = "auto"
    stylesheet: Path | None = None
    css: str = ""
    look: Design = field(default_factory=design)
    parts: bool = False
    names: Collection[str] = ()
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    registers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    citations: Mapping[str, Citation] = field(default_factory=dict)
    folders: Mapping[str, Path] = field(default_factory=dict)
    picture_names: PictureNames = field(default_factory=PictureNames)
