"""How to cite texts as markup, for the sheet of their pages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from edition.bibliography import byline_words
from edition.citing.citing import FILES, Cited, cite_all
from edition.citing.work import Work
from edition.converter.languages import language
from edition.publish import Citation

_XHTML = "http://www.w3.org/1999/xhtml"


def citations_of(works: Mapping[str, Work]) -> dict[str, Citation]:
    """How to cite each of the texts on its page; texts are told by the stems of their files."""
    cited = zip(works.items(), cite_all(list(works.values())), strict=True)
    return {
        stem: Citation(as_markup(how, stem), work.genre, byline_words(language(work.language)))
        for (stem, work), how in cited
    }


def as_markup(cited: Cited, stem: str = "text") -> str:
    """XHTML for xslt/page/cite.xsl: a `p` a style, a `pre` a format, each with its name as title.

    The `pre` have as id what a file of them is called, after `stem`.
    """
    styles = (f'<p title="{name}">{said}</p>' for name, said in cited.styles.items())
    formats = (
        f'<pre title="{FILES[suffix]}" id="{escape(stem)}.{suffix}">{escape(record)}</pre>'
        for suffix, record in cited.formats.items()
    )
    return f'<div xmlns="{_XHTML}">{"".join(styles)}{"".join(formats)}</div>'
