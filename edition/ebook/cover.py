"""The cover: a picture of the title, set by typst with fonts of its own: the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from edition.resources import resource

_LONGEST = 240  # characters of a title on a cover
_RESOLUTION = 216.0  # pixels an inch: 1,200 by 1,920 in all


@dataclass(frozen=True, slots=True)
class CoverWords:
    """What stands on a cover; only the title has to. `language` is a tag of BCP 47."""

    title: str
    subtitle: str = ""
    authors: str = ""
    imprint: str = ""
    language: str = "en"


def cover(words: CoverWords, *, fonts: tuple[Path, ...] = (), families: tuple[str, ...] = ()) -> bytes | None:
    """The cover as PNG; None where a character of the title has no shape in typst's fonts nor in `fonts`.

    Other words that cannot be shown are left out.
    """
    library = _library(fonts)
    given = {"families": "|".join(families), "language": _language(words.language)}
    if not _can_be_shown(words.title, given, library):
        return None
    for key in ("title", "subtitle", "authors", "imprint"):
        value = _short(getattr(words, key))
        given[key] = value if key == "title" or _can_be_shown(value, given, library) else ""
    compiler = typst.Compiler(
        resource("xslt", "epub", "cover.typ").read_bytes(),
        font_paths=library,
        ignore_system_fonts=True,
        sys_inputs=given,
    )
    made = compiler.compile(format="png", ppi=_RESOLUTION)
    # Words beyond the page come on a second one; a cover is the first.
    return made[0] if isinstance(made, list) else made


def _can_be_shown(text: str, given: Mapping[str, str], library: typst.Fonts) -> bool:
    """Whether the fonts have all characters: a PDF for archives could not be made without."""
    if all(" " <= sign < "\u017f" for sign in text):
        return True
    source = (
        "#set document(title: [x], date: datetime(year: 1970, month: 1, day: 1))\n"
        '#set text(font: ("Libertinus Serif", ..sys.inputs.families.split("|").filter(name => name != "")))\n'
        "#sys.inputs.words"
    )
    compiler = typst.Compiler(
        source.encode(),
        font_paths=library,
        ignore_system_fonts=True,
        sys_inputs={"words": text, "families": given["families"]},
    )
    try:
        compiler.compile(format="pdf", pdf_standards=["a-3b"])
    except typst.TypstError:
        return False
    return True


def _short(text: str) -> str:
    """A text cut at a word, where it is longer than a cover has room for."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"


def _language(tag: str) -> str:
    """A language as typst takes it: two or three letters."""
    primary = tag.partition("-")[0].lower()
    return primary if primary.isascii() and primary.isalpha() and len(primary) in (2, 3) else "en"


@cache
def _library(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=list(map(str, folders)))
