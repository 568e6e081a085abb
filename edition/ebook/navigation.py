"""The navigation document: contents, pages of the source, landmarks (EPUB 3.3, 7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.ebook.pages import Entry
from edition.ebook.words import word
from edition.ebook.xhtml import document, text

CSS = "book.css"


def navigation(
    *,
    language: str,
    entries: Sequence[Entry],
    pages: Sequence[tuple[str, str]],
    landmarks: Sequence[tuple[str, str, str]],
) -> bytes:
    """The document. `entries` are the contents in the order of reading, `pages` labels and addresses of the
    pages of the source, `landmarks` types (EPUB SSV 1.1), words and addresses.
    """
    heading = text(word("contents", language))
    parts = [
        "<main>\n",
        '<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n',
        f'<h1 id="contents">{heading}</h1>\n',
        *_nested(entries, language),
        "</nav>\n",
    ]
    if pages:
        name = text(word("pages", language))
        parts.append(
            f'<nav epub:type="page-list" role="doc-pagelist" aria-label="{name}" hidden="hidden">\n<ol>\n'
        )
        parts += [f'<li><a href="{text(to)}">{text(label)}</a></li>\n' for label, to in pages]
        parts.append("</ol>\n</nav>\n")
    name = text(word("landmarks", language))
    parts.append(f'<nav epub:type="landmarks" aria-label="{name}" hidden="hidden">\n<ol>\n')
    parts += [
        f'<li><a epub:type="{kind}" href="{text(to)}">{text(words)}</a></li>\n'
        for kind, words, to in landmarks
    ]
    parts.append("</ol>\n</nav>\n</main>")
    return document(
        title=word("contents", language), language=language, direction="ltr", body="".join(parts), style=CSS
    )


def _nested(entries: Sequence[Entry], language: str) -> Iterator[str]:
    """Lists in lists: a line stands below the nearest one before it with a lower level."""
    above: list[int] = []
    yield "<ol>\n"
    for entry in entries:
        if above and entry.level > above[-1]:
            yield "\n<ol>\n"
        elif above:
            yield "</li>\n"
            above.pop()
            while above and above[-1] >= entry.level:
                above.pop()
                yield "</ol>\n</li>\n"
        above.append(entry.level)
        yield f'<li><a href="{text(entry.address)}"{_spoken(entry, language)}>{text(entry.words)}</a>'
    yield "</li>\n</ol>\n" * len(above)


def _spoken(entry: Entry, language: str) -> str:
    """The language of a line, where it is not that of the page."""
    if entry.language == language:
        return ""
    turned = f' dir="{entry.direction}"' if entry.direction == "rtl" else ""
    return f' lang="{text(entry.language)}" xml:lang="{text(entry.language)}"{turned}'
