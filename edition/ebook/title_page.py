"""The pages before the text: the cover, and the title page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.ebook.matter import Facts
from edition.ebook.words import word
from edition.ebook.xhtml import document, text

CSS = "book.css"
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)]")


def cover_page(facts: Facts, picture: str) -> bytes:
    """The cover as a page: the picture says what it shows."""
    said = text(", ".join([facts.title, *(one.name for one in facts.creators)]))
    image = f'<img class="cover" src="{picture}" alt="{said}" role="doc-cover"/>'
    body = f'<main epub:type="cover">\n<h1>{image}</h1>\n</main>'
    return document(
        title=word("cover", facts.interface),
        language=facts.interface,
        direction="ltr",
        body=body,
        style=CSS,
        attributes=' class="cover"',
    )


def title_page(facts: Facts) -> bytes:
    """Title, authors, editors; publisher, date and licence; the source."""
    return document(
        title=facts.title,
        language=facts.interface,
        direction="ltr",
        body="".join(_title_page(facts)),
        style=CSS,
    )


def _title_page(facts: Facts) -> Iterator[str]:
    turned = ' dir="rtl"' if facts.direction == "rtl" else ""
    spoken = f' lang="{text(facts.language)}" xml:lang="{text(facts.language)}"{turned}'
    yield '<main class="title-page" epub:type="titlepage">\n'
    if facts.creators:
        yield f'<p class="authors">{text(", ".join(one.name for one in facts.creators))}</p>\n'
    yield f'<h1 class="level-1"{spoken}>{text(facts.title)}</h1>\n'
    for subtitle in facts.subtitles:
        yield f'<p class="subtitle"{spoken}>{text(subtitle)}</p>\n'
    editors = [one.name for one in facts.contributors if one.role == "edt"]
    if editors:
        yield f'<p class="editors">{word("edited-by", facts.interface)} {text(", ".join(editors))}</p>\n'
    imprint = ", ".join(filter(None, (facts.publisher, facts.date)))
    if imprint:
        yield f'<p class="imprint">{text(imprint)}</p>\n'
    if facts.source:
        yield f'<p class="imprint"{spoken}>{text(facts.source)}</p>\n'
    for right in facts.rights:
        yield f'<p class="rights">{_linked(right)}</p>\n'
    yield "</main>"


def _linked(words: str) -> str:
    """Words with the addresses in them made links."""
    made, end = [], 0
    for found in _ADDRESS.finditer(words):
        made += [text(words[end : found.start()]), f'<a href="{text(found[0])}">{text(found[0])}</a>']
        end = found.end()
    return "".join([*made, text(words[end:])])
