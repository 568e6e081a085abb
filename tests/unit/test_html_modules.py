"""Small TEI documents, module by module, with the HTML that shows them: tests/cases/html/MODULE/."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from edition.resources import resource
from edition.saxon import Setup, Task
from edition.saxon.transformer import Transformer
from tests.reading_order import said_by_document, said_by_page

FOLDER = Path(__file__).parents[1] / "cases" / "html"
CASES = sorted(FOLDER.glob("*/*.xml"))
BLOCKS = (
    "article|blockquote|caption|dd|div|dl|dt|figcaption|figure|h[1-6]|hgroup|li|ol|p|pre|section|table|tbody"
    "|thead|tr|ul"
)


@cache
def transformer() -> Transformer:
    return Transformer(
        Setup(str(resource("xslt", "prepare.xsl")), {"html": str(resource("xslt", "html.xsl"))})
    )


@cache
def page(case: Path) -> str:
    done = transformer()(Task(case.read_text(encoding="utf-8"), {"html": {}}))
    assert (done.faults, done.messages) == ((), ())
    return done.results["html"]


def shown(page: str) -> str:
    """The text of a page with its notes, each block on a line of its own; not the citation and the like."""
    root: Any = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    wanted = root.xpath(
        "//article | //section[@class='notes' or @class='textual-notes' or @class='annotations']"
    )
    text = "".join(html.tostring(part, encoding="unicode", with_tail=False) for part in wanted)
    text = re.sub(r"\s*\n\s*", "\n", text)
    return re.sub(rf"\n*(<(?:{BLOCKS})\b)", r"\n\1", text).strip() + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_document_is_shown_as_its_case_says(case: Path, rewrite: bool) -> None:
    expected = case.with_suffix(".html")
    if rewrite:
        expected.write_text(shown(page(case)), encoding="utf-8")
    assert shown(page(case)) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_the_page_says_what_the_document_says(case: Path) -> None:
    assert said_by_page(page(case)) == said_by_document(etree.parse(str(case)).getroot())


def test_every_sheet_of_a_module_has_a_case() -> None:
    sheets = {sheet.stem for sheet in resource("xslt", "html").glob("*.xsl")}
    of_whole_texts = {"header"}  # tests/cases/html/*.xml
    shared = {"attributes", "shapes", "unhandled"}
    assert sheets - shared - of_whole_texts == {case.parent.name for case in CASES}
