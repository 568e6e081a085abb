"""How to cite a text as markup: for the sheet of its page, and for the pages of an edition."""

from __future__ import annotations

from html import escape

from edition.citing.citing import FILES, Cited

_XHTML = "http://www.w3.org/1999/xhtml"


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


def as_html(cited: Cited, *, language: str) -> str:
    """The same as HTML for the pages of an edition, whose interface speaks `language`."""
    english = "" if language == "en" else ' lang="en"'
    styles = "".join(f"<div><dt>{name}</dt><dd>{said}</dd></div>\n" for name, said in cited.styles.items())
    formats = "".join(
        f"<h3>{FILES[suffix]}</h3>\n<pre>{escape(record.rstrip())}</pre>\n"
        for suffix, record in cited.formats.items()
    )
    summary = ", ".join(FILES[suffix] for suffix in cited.formats)
    return (
        f'<dl class="citations"{english}>\n{styles}</dl>\n'
        f'<details class="records"><summary>{summary}</summary>\n{formats}</details>\n'
    )
