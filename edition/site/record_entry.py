"""The entry of a person, place, organisation or work: names, facts, identifiers, speeches, mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate

from edition.registers import web_address
from edition.registers.merging import Gathered
from edition.site.alphabet import filed_word, filing
from edition.site.context import Passage
from edition.site.frame import Frame, address, language_of
from edition.site.listing import Item
from edition.site.registers import Appearance, Registered
from edition.site.text import SiteText

_SHOWN = 300
"""Mentions of one entry that are shown with the words around them; of the rest the texts are told."""

_BEGINNING = 9
"""Words by which a speech is told."""


def record_item(registered: Registered) -> Item:
    """An entry for an alphabetical list; a person stands under the surname, all else under the first word."""
    gathered = registered.gathered
    start = filed_word(registered.name, gathered.fullest.surname)[0] if gathered.kind == "person" else 0
    shown = [passage for one in registered.appearances for passage in one.mentions][:_SHOWN]
    said = [speech for one in registered.appearances for speech in one.speeches][:_SHOWN]
    weight = (
        500
        + sum(len(words) + 30 for words in registered.forms)
        + sum(len(words) + 30 for words in _once(record.note for _, record in gathered.notes))
        + 250 * len(registered.appearances)
        + sum(170 + len(one.before) + len(one.words) + len(one.after) for one in shown)
        + 170 * len(said)
    )
    return Item(
        gathered.id,
        registered.name,
        filing(registered.name, start),
        weight,
        lambda frame: _entry(registered, frame),
    )


def _entry(registered: Registered, frame: Frame) -> Iterator[str]:
    gathered = registered.gathered
    language = gathered.notes[0][0].language
    yield f"<h3{language_of(language, frame)}>{_heading(registered)}</h3>\n"
    yield from _facts(registered, frame)
    yield from _said(registered.appearances, frame)
    yield from mentions_in_context(
        [(one.text, one.mentions, one.own) for one in registered.appearances], frame
    )


def _heading(registered: Registered) -> str:
    """The name, with the part marked that it is filed under."""
    name = registered.name
    fullest = registered.gathered.fullest
    if registered.gathered.kind == "work":
        return f"<cite>{escape(name)}</cite>"
    if registered.gathered.kind != "person":
        return escape(name)
    start, end = filed_word(name, fullest.surname)
    if (start, end) == (0, len(name)):
        return escape(name)
    return f'{escape(name[:start])}<span class="filed">{escape(name[start:end])}</span>{escape(name[end:])}'


def _facts(registered: Registered, frame: Frame) -> Iterator[str]:
    """What is known besides: life, work, author and date, other names, notes, identifiers, coordinates."""
    records = [record for _, record in registered.gathered.notes]
    facts = [
        *_once(record.author for record in records),
        *_once(record.life for record in records),
        *_once(record.occupation for record in records),
        *(_once(record.date for record in records) if registered.gathered.kind == "work" else ()),
    ]
    if facts:
        yield f'<p class="record-facts">{escape(", ".join(facts))}</p>\n'
    if registered.forms:
        forms = ", ".join(f'<span class="form">{escape(form)}</span>' for form in registered.forms)
        yield f'<p class="forms">{frame.word("also")} {forms}</p>\n'
    for note in _once(record.note for record in records):
        yield f'<p class="record-note">{escape(note)}</p>\n'
    links = [*identifiers(registered.gathered), *_located(records[0].coordinates, frame)]
    if links:
        yield f'<p class="identifiers">{" ".join(links)}</p>\n'


def identifiers(gathered: Gathered) -> Iterator[str]:
    """The identifiers of a record, as links where an authority has an address for them."""
    pairs = dict.fromkeys(pair for _, record in gathered.notes for pair in record.identifiers)
    for authority, value in pairs:
        where = web_address((authority, value))
        if where == value:  # an address says itself what it is
            yield f'<a href="{escape(where)}">{escape(_host(where))}</a>'
        elif where:
            yield f'<a href="{escape(where)}">{escape(authority)}\N{NO-BREAK SPACE}{escape(value)}</a>'
        else:
            yield f"<span>{escape(authority)}\N{NO-BREAK SPACE}{escape(value)}</span>"


def _located(coordinates: str, frame: Frame) -> Iterator[str]:
    latitude, _, longitude = coordinates.replace(",", " ").partition(" ")
    longitude = longitude.strip()
    try:
        sound = abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180
    except ValueError:
        sound = False
    if sound:
        to = f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=10/{latitude}/{longitude}"
        words = f"{latitude}, {longitude}"
        yield f'<a href="{escape(to)}" aria-label="{words}, {frame.word("on-a-map")}">{words}</a>'
    elif coordinates:
        yield f"<span>{escape(coordinates)}</span>"


def _said(appearances: Sequence[Appearance], frame: Frame) -> Iterator[str]:
    """The beginnings of what the person says, text by text, folded up."""
    speaking = [one for one in appearances if one.speeches]
    if not speaking:
        return
    count = sum(len(one.speeches) for one in speaking)
    yield f'<details class="said"><summary>{frame.word("said")} {_count(count)}</summary>\n'
    yield '<ul class="by-text">\n'
    for one, before in zip(
        speaking, accumulate((len(o.speeches) for o in speaking), initial=0), strict=False
    ):
        yield f"<li>{text_line(one.text, len(one.speeches), one.own, frame)}\n"
        shown = one.speeches[: max(0, _SHOWN - before)]
        language = language_of(one.text.language, frame)
        if shown:
            yield f'<ul class="contexts"{language}>\n'
            for speech in shown:
                words = speech.words.split()
                begins = " ".join(words[:_BEGINNING]) + ("…" if len(words) > _BEGINNING else "")
                yield f'<li><a href="{_way(one.text, speech.address)}">{escape(begins) or "…"}</a></li>\n'
            yield "</ul>\n"
        yield "</li>\n"
    yield "</ul>\n</details>\n"


def mentions_in_context(
    found: Sequence[tuple[SiteText, Sequence[Passage], str]], frame: Frame
) -> Iterator[str]:
    """Passages with the words around them, by text; of more than can be read the texts with their counts.

    Each text comes with the id of what the passages are of in the text's own page, empty for none.
    """
    naming = [(text, passages, own) for text, passages, own in found if passages]
    if not naming:
        return
    yield '<ul class="by-text">\n'
    shown = 0
    for text, passages, own in naming:
        yield f"<li>{text_line(text, len(passages), own, frame)}\n"
        some = passages[: max(0, _SHOWN - shown)]
        shown += len(some)
        if some:
            yield f'<ul class="contexts"{language_of(text.language, frame)}>\n'
            for one in some:
                link = f'<a href="{_way(text, one.address)}"><mark>{escape(one.words)}</mark></a>'
                yield f"<li>{escape(one.before)}{link}{escape(one.after)}</li>\n"
            yield "</ul>\n"
        yield "</li>\n"
    yield "</ul>\n"


def text_line(text: SiteText, count: int, own: str, frame: Frame) -> str:
    """The title of a text, which leads to the record in it, and how many there are if there are several."""
    title = f"<cite{language_of(text.language, frame)}>{escape(text.title)}</cite>"
    counted = f" {_count(count)}" if count > 1 else ""
    return f'<p class="of-text"><a href="{_way(text, own)}">{title}</a>{_year(text)}{counted}</p>'


def _year(text: SiteText) -> str:
    return f", {text.year.lstrip('0')}" if text.year and not text.year.startswith("-") else ""


def _count(count: int) -> str:
    return f'<span class="count">{count}</span>'


def _way(text: SiteText, place: str) -> str:
    return escape(f"{address(text.stem)}{f'#{place}' if place else ''}")


def _host(where: str) -> str:
    """An address without what all have, and not too long to read."""
    short = where.partition("://")[2].removeprefix("www.").rstrip("/")
    return short if len(short) <= 48 else f"{short[:47]}…"


def _once(words: Iterator[str] | Sequence[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))
