"""The dates of all texts in the order of time, each with its words and the way to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from edition.chronology import moment
from edition.site.date_words import in_words
from edition.site.dates import DatedPlace
from edition.site.frame import Frame, address, language_of, page, year_words
from edition.site.text import SiteText
from edition.site.timeline import timeline

CHRONOLOGY = "chronology"
"""The stem of the page."""


def chronology_page(texts: Sequence[SiteText], frame: Frame) -> bytes | None:
    """The page; None where no date of the texts has a value."""
    places = [place for place in in_time(texts) if place.when]
    if not places:
        return None
    known = {text.stem: text for text in texts}
    groups = [(year, list(several)) for year, several in groupby(places, key=lambda place: place.year)]
    parts = [f"<h1>{frame.word('chronology')}</h1>\n"]
    parts.append(timeline([int(place.year) for place in places if place.year], frame))
    if len(groups) > 1:
        parts += _years(groups, frame)
    for year, several in groups:
        parts.append(f'<section aria-labelledby="{_anchor(year)}">\n')
        parts.append(f'<h2 id="{_anchor(year)}">{_heading(year, frame)}</h2>\n<ol class="dates">\n')
        parts += [_row(place, known[place.stem], frame) for place in several]
        parts.append("</ol>\n</section>\n")
    return page(frame, title=frame.word("chronology"), content="".join(parts), stem=CHRONOLOGY)


def has_dates(texts: Iterable[SiteText]) -> bool:
    """Whether a date of the texts has a value."""
    return any(place.when for text in texts for place in text.dates)


def in_time(texts: Iterable[SiteText]) -> list[DatedPlace]:
    """The dates of all texts in the order of time; those of one value in the order of the texts."""
    return sorted((place for text in texts for place in text.dates), key=lambda place: moment(place.when))


def _years(groups: Sequence[tuple[str, Sequence[DatedPlace]]], frame: Frame) -> Iterator[str]:
    """The years with their counts: what the picture shows, in figures, and the ways to them."""
    yield f'<nav class="years" aria-label="{frame.word("timeline")}">\n<ul>\n'
    for year, several in groups:
        link = f'<a href="#{_anchor(year)}">{_heading(year, frame)}</a>'
        yield f'<li>{link} <span class="count">{len(several)}</span></li>\n'
    yield "</ul>\n</nav>\n"


def _anchor(year: str) -> str:
    return f"year:{year or 'none'}"


def _heading(year: str, frame: Frame) -> str:
    return escape(year_words(year, frame.language)) if year else frame.word("no-year")


def _row(place: DatedPlace, text: SiteText, frame: Frame) -> str:
    where = f"{address(text.stem)}{f'#{place.address}' if place.address else ''}"
    value = escape(in_words(place.value, frame.language)) if place.value else ""
    words = escape(place.words) or value
    language = language_of(text.language, frame)
    quoted = f'{escape(place.before)}<a href="{escape(where)}">{words}</a>{escape(place.after)}'
    title = f'<cite class="of-text"{language}>{escape(text.title)}</cite>'
    said = f'<span class="value">{value}</span> <span class="in-context"{language}>{quoted}</span>'
    return f"<li>{said} {title}</li>\n"
