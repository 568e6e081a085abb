"""What edition.toml says of the web pages: the table [html]."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class HtmlSettings:
    """How pages are made and what they look like.

    `split` says when a text is given in parts as well: "auto" (if it is long), "never", or at divisions down
    to a level from 1. `stylesheet` is an XSLT sheet whose templates win over ours, `css` a sheet that follows
    ours.
    """

    split: Literal["auto", "never"] | int = "auto"
    stylesheet: Path | None = None
    css: Path | None = None
