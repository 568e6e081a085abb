"""The front page: what the edition is, and all its texts in their order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from html import escape

from edition.config import GENRES, EditionFacts
from edition.site.frame import HOME, Frame, address, language_of, page, year_words
from edition.site.ordering import Group, grouped
from edition.site.tables import COLUMNS, FOLDER
from edition.site.text import SiteText

_SPEAKERS = 4
_HTML_DATE = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def front_page(
    texts: Sequence[SiteText],
    facts: EditionFacts,
    frame: Frame,
    *,
    data: Collection[str] = (),
) -> bytes:
    """The front page; `data` are the names of the files for programs."""
    parts = [f"<h1>{escape(frame.name)}</h1>\n", *imprint(facts, frame), *_ways(frame)]
    parts.append(
        f'<nav class="texts" aria-labelledby="page:texts">\n<h2 id="page:texts">{frame.word("texts")}</h2>\n'
    )
    parts += [part for group in grouped(texts) for part in _group(group, frame)]
    parts.append("</nav>\n")
    parts += data_section(data, frame)
    return page(frame, title=escape(frame.name), content="".join(parts), stem=HOME)


def imprint(facts: EditionFacts, frame: Frame) -> Iterator[str]:
    """Who edited and published it, and what may be done with it, as far as edition.toml says."""
    if facts.editors:
        names = escape(", ".join(facts.editors))
        yield f'<p class="editors">{frame.word("edited-by")} {names}</p>\n'
    rows = []
    if facts.publisher:
        rows.append(("publisher", escape(", ".join(filter(None, (facts.place, facts.publisher))))))
    if facts.licence:
        licence = escape(facts.licence)
        linked = re.match(r"https?://\S+$", facts.licence) is not None
        rows.append(("licence", f'<a href="{licence}">{licence}</a>' if linked else licence))
    if rows:
        listed = "".join(f"<div><dt>{frame.word(key)}</dt><dd>{value}</dd></div>\n" for key, value in rows)
        yield f'<dl class="facts">\n{listed}</dl>\n'


def _ways(frame: Frame) -> Iterator[str]:
    """The pages beside the texts, each with how much is in it."""
    if not frame.ways:
        return
    yield f'<nav class="further" aria-label="{frame.word("further")}">\n<ul>\n'
    for way in frame.ways:
        count = f' <span class="count">{way.count}</span>' if way.count is not None else ""
        yield f'<li><a href="{escape(way.to)}">{frame.word(way.key)}</a>{count}</li>\n'
    yield "</ul>\n</nav>\n"


def data_section(files: Collection[str], frame: Frame) -> Iterator[str]:
    """The tables among `files`, each as CSV and JSON Lines."""
    named = [name for name in COLUMNS if f"{FOLDER}/{name}.csv" in files]
    if not named:
        return
    yield '<section class="data" aria-labelledby="page:data">\n'
    yield f'<h2 id="page:data">{frame.word("data")}</h2>\n'
    about = f'<a href="{FOLDER}/README.md">{frame.word("data-about")}</a>'
    yield f"<p>{frame.word('data-says')} {about}</p>\n<ul>\n"
    for name in named:
        words = frame.word(f"data-{name}")
        ways = ", ".join(
            f'<a href="{FOLDER}/{name}.{suffix}" aria-label="{words}, {format_}">{format_}</a>'
            for suffix, format_ in (("csv", "CSV"), ("jsonl", "JSON Lines"))
        )
        yield f"<li>{words}: {ways}</li>\n"
    yield "</ul>\n</section>\n"


def _group(group: Group, frame: Frame) -> Iterator[str]:
    if group.kind == "year":
        yield f"<h3>{escape(year_words(group.name, frame.language))}</h3>\n"
    elif group.kind:
        yield f"<h3>{_genre(group.name, frame) or frame.word('other')}</h3>\n"
    yield '<ol class="contents-list">\n'
    for text in group.texts:
        yield f"<li>{_entry(text, frame, with_genre=group.kind != 'genre')}</li>\n"
    yield "</ol>\n"


def _entry(text: SiteText, frame: Frame, *, with_genre: bool) -> str:
    """A text in the contents: title, who wrote or speaks, date, genre."""
    title = f'<a href="{address(text.stem)}"{language_of(text.language, frame)}>{escape(text.title)}</a>'
    facts = [escape(", ".join(text.authors))]
    others = [name for name in text.speakers if name not in text.authors]
    if others:
        named = escape(", ".join(others[:_SPEAKERS]))
        more = len(others) - _SPEAKERS
        rest = f" {frame.word('more').format(count=more)}" if more > 0 else ""
        facts.append(f"{frame.word('speakers')} {named}{rest}")
    facts += [dated(text.date, text.date_words or text.date), _genre(text.genre, frame) if with_genre else ""]
    said = " · ".join(filter(None, facts))
    return f'{title} <span class="about-text">{said}</span>' if said else title


def dated(value: str, words: str) -> str:
    """The words of a date as HTML, with its value where HTML has a form for it."""
    if not words:
        return ""
    if _HTML_DATE.fullmatch(value) and _exists(value):
        return f'<time datetime="{value}">{escape(words)}</time>'
    return escape(words)


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01-01"[:10] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _genre(genre: str, frame: Frame) -> str:
    return frame.word(f"genre-{genre}") if genre in GENRES[1:] else escape(genre)
