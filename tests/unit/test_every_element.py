"""Every element of TEI has a rule of the web page, or a reason why it has none: xslt/html/elements.toml."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.relaxng import Schema, load
from edition.relaxng.names import named
from edition.resources import resource
from edition.saxon import Setup, Task
from edition.saxon.transformer import Transformer
from tests.random_tei import HEADER, random_texts
from tests.reading_order import said_by_document, said_by_page
from tests.tei_all import tei_all_path

XSL = "{http://www.w3.org/1999/XSL/Transform}"
RELEASED = 588
"""Elements of TEI P5 4.12.0."""


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(resource("xslt", "html", "elements.toml").read_text(encoding="utf-8"))


def with_rules() -> dict[str, str]:
    """Each element that has a rule, with the sheet that the table says has it."""
    return {
        name: sheet
        for module in table().values()
        for sheet, names in module.get("rules", {}).items()
        for name in names
    }


def without_rules() -> dict[str, str]:
    """Each element that has none, with the reason."""
    return {
        name: reason["reason"]
        for module in table().values()
        for reason in module.get("without", ())
        for name in reason["elements"]
    }


@cache
def rules() -> tuple[tuple[str, str, bool], ...]:
    """Each rule for an element: the sheet, the element, whether it can show anything."""
    return tuple(
        (module(sheet), name, template.get("as") != "empty-sequence()")
        for sheet in sorted(resource("xslt", "html").rglob("*.xsl"))
        for template in etree.parse(str(sheet)).getroot().iter(f"{XSL}template")
        if template.get("mode") == "m:text" and sheet.stem != "unhandled"
        for name in matched(str(template.get("match")))
    )


def module(sheet: Path) -> str:
    """The sheet of the module that a sheet belongs to: itself, or that which has its folder's name."""
    return sheet.stem if sheet.parent.name == "html" else sheet.parent.name


def matched(pattern: str) -> set[str]:
    """The names of the elements that a pattern matches: the last step of each of its parts."""
    while (bare := re.sub(r"\[[^\[\]]*\]", "", pattern)) != pattern:
        pattern = bare
    last = (part.rpartition("/")[2] for part in pattern.replace("text()", "*").split("|"))
    return {
        name for step in last if re.fullmatch(r"[A-Za-z]+\d?", name := step.strip(" ()\n").rpartition(":")[2])
    }


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("p | ab", {"p", "ab"}),
        ("list[label[1] = 'a/b'][item]", {"list"}),
        ("listApp//app", {"app"}),
        ("eg:egXML | content", {"egXML", "content"}),
        ("text()[not(a)] | *[@p:role]", set()),
    ],
)
def test_a_pattern_is_read_for_the_elements_it_matches(pattern: str, names: set[str]) -> None:
    assert matched(pattern) == names


def test_the_table_names_each_element_of_the_tei_once() -> None:
    names = Counter([*with_rules(), *without_rules()])
    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) - len(table()["former"]["rules"]["dictionaries"]) == RELEASED


def test_the_table_names_the_elements_of_teis_own_schema() -> None:
    if not tei_all_path().is_file():
        pytest.skip(f"{tei_all_path()} is not there; EDITION_TEI_ALL names the file")
    defined = {named(one.names) for one in load(tei_all_path()).explorer.definitions}
    released = {names[0].rpartition("}")[2] for names in defined if names}
    assert released - {"any"} == {*with_rules(), *without_rules()} - {"re"}


def test_each_element_has_its_rule_in_the_sheet_that_the_table_says() -> None:
    showing = {(sheet, name) for sheet, name, shows in rules() if shows}
    assert [(sheet, name) for name, sheet in with_rules().items() if (sheet, name) not in showing] == []


def test_no_rule_is_missing_from_the_table() -> None:
    assert {name for _, name, shows in rules() if shows} - set(with_rules()) == set()
    assert {name for _, name, _ in rules()} <= {*with_rules(), *without_rules()}


def test_what_has_no_rule_has_a_reason_that_says_so() -> None:
    assert all(len(reason.split()) > 4 for reason in without_rules().values())


# -- texts made up at random


@cache
def transformer() -> Transformer:
    return Transformer(
        Setup(str(resource("xslt", "prepare.xsl")), {"html": str(resource("xslt", "html.xsl"))})
    )


def differences(schema: Schema, seed: int, count: int) -> list[tuple[int, str]]:
    """Of texts made up at random: which say something else on the page, or lead nowhere."""
    found = []
    for number, root in enumerate(random_texts(schema, seed, count)):
        done = transformer()(Task(etree.tostring(root, encoding="unicode"), {"html": {}}))
        assert not done.faults, (number, done.faults)
        ids, links = (set(re.findall(rf' {name}="([^"]*)"', done.results["html"])) for name in ("id", "href"))
        if not {link[1:] for link in links if link.startswith("#")} <= ids:
            found.append((number, "links"))
        of_document, of_page = said_by_document(root), said_by_page(done.results["html"])
        found += [
            (number, stream)
            for stream in ("text", "diplomatic")
            if getattr(of_document, stream) != getattr(of_page, stream)
        ]
        found += [
            (number, stream)
            for stream in ("readings", "annotations", "pictures")
            if sorted(getattr(of_document, stream)) != sorted(getattr(of_page, stream))
        ]
    return found


def test_the_page_says_all_that_a_text_says_once_and_in_its_order() -> None:
    assert differences(load(resource("schemas", "edition.rng")), 1848, 30) == []


def test_the_page_says_all_that_any_text_of_the_tei_says() -> None:
    if not tei_all_path().is_file():
        pytest.skip(f"{tei_all_path()} is not there; EDITION_TEI_ALL names the file")
    assert differences(load(tei_all_path()), 1848, 20) == []


def test_a_word_lost_or_doubled_is_seen() -> None:
    root = etree.fromstring(
        HEADER.replace("</TEI>", "<text><body><p>One <note>two</note> six</p></body></text></TEI>")
    )
    page = transformer()(Task(etree.tostring(root, encoding="unicode"), {"html": {}})).results["html"]
    said = said_by_document(root)
    assert said.text == "Onetwosix" == said_by_page(page).text
    assert said_by_page(page.replace(" six", "")).text != said.text
    assert said_by_page(page.replace(" six", " six six")).text != said.text
