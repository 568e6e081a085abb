"""All that is said of how to cite a text: references in the styles, and files for programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.citing import filling
from edition.citing.dates import Date, written
from edition.citing.formats import as_bibtex, as_csl_json, as_ris
from edition.citing.library import STYLES, references, styles
from edition.citing.shapes import lone_shape, source_shape, whole_shape
from edition.citing.work import Whole, Work

FILES = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"}
"""The formats for programs, by the suffix of their files."""
_BOOKS = ("drama", "edition")


@dataclass(frozen=True, slots=True)
class Cited:
    """How to cite a text. `styles` are names ("Chicago") with references as HTML in English; `formats` the
    records for programs by the suffixes of FILES.
    """

    styles: dict[str, str]
    formats: dict[str, str]


def cite_all(works: Sequence[Work]) -> list[Cited]:
    """For each of the works how to cite it. Raises OwnFaultError if the library of styles gave no answer."""
    asked = [_shapes(work) for work in works]
    answers = iter(references(shape for shapes in asked for shape in shapes))
    found = []
    for work, shapes in zip(works, asked, strict=True):
        parts = [next(answers) for _ in shapes]
        said = {
            styles()[name]["name"]: _cited(work, name, [filling.plain(part[number]) for part in parts])
            for number, name in enumerate(STYLES)
        }
        formats = {"bib": as_bibtex([work]), "ris": as_ris([work]), "csl.json": as_csl_json([work])}
        found.append(Cited(said, formats))
    return found


def _printed(work: Work) -> bool:
    """Whether the header says in what newspaper, journal or book the text was printed."""
    source = work.source
    return source is not None and bool(source.container or (source.kind == "book" and source.publisher))


def _shapes(work: Work) -> list[str]:
    """What the library is asked: the source, if the text was printed, and the edition."""
    shapes = []
    if work.genre == "edition":
        return [lone_shape(work.whole, work.whole.editors, book=True)]
    if _printed(work) and work.source is not None:
        shapes.append(source_shape(work.source, work.authors))
    if work.whole.title:
        shapes.append(whole_shape(work.whole, work.authors))
    elif not shapes or work.address:
        shapes.append(lone_shape(Whole() if shapes else work.whole, work.authors, book=work.genre in _BOOKS))
    return shapes


def _cited(work: Work, name: str, parts: list[str]) -> str:
    """One reference: where the text was printed, then the edition it stands in."""
    style, months = styles()[name], styles()["months"]
    date = written(work.date, style, months)
    slot = date
    last = parts[-1]
    if work.genre == "edition":
        slot = work.whole.year
        if work.whole.editors and name == "chicago":
            last = last.replace(". <em>", ", ed. <em>" if len(work.whole.editors) == 1 else ", eds. <em>", 1)
        elif work.whole.editors and name == "mla":
            last = last.replace(
                ". <em>", ", editor. <em>" if len(work.whole.editors) == 1 else ", editors. <em>", 1
            )
        elif work.whole.editors:
            last = last.replace(" (", " (Ed.). (" if len(work.whole.editors) == 1 else " (Eds.). (", 1)
    elif len(parts) == 2:
        tail = filling.filled(
            filling.after_title(last),
            title="",
            language="",
            date=work.whole.year if name != "apa" else "",
            address=work.address,
        )
        first = _filled(work, filling.without_nobody(parts[0]), slot or style["unknown"], "")
        return f"{first} {tail}".strip()
    elif work.whole.title:
        slot, last = _original(work, name, date, last)
    if work.genre in _BOOKS:
        last = filling.as_book(last)
    suffix = ""
    if (
        name == "apa"
        and work.genre != "edition"
        and work.whole.title
        and work.whole.year
        and date
        and _own(work)
    ):
        suffix = " " + style["original"].format(date=written(work.date, styles()["chicago"], months))
    said = _filled(work, filling.without_nobody(last), slot or style["unknown"], work.address)
    return said + suffix


def _original(work: Work, name: str, date: str, reference: str) -> tuple[str, str]:
    """A text in an edition: the year of the edition in its place, the date of the text after the title."""
    if name == "apa":
        return work.whole.year or date, reference
    if date and _own(work):
        reference = filling.with_words_after_title(reference, date)
    return work.whole.year, reference


def _own(work: Work) -> bool:
    """Whether the title does not say the date itself ("Ada Miller to Tom Weber, 28 February 1850")."""
    year = work.date.value.lstrip("-")[:4].lstrip("0")
    return re.search(rf"(?<!\d){year}(?!\d)", work.title) is None


def _filled(work: Work, reference: str, date: str, address: str) -> str:
    language = work.language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", work.language) else ""
    foreign = language if language.partition("-")[0].lower() != "en" else ""
    return filling.filled(reference, title=work.title, language=foreign, date=date, address=address)


__all__ = ["FILES", "Cited", "Date", "cite_all"]
