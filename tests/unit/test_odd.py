"""The ODD and the RELAX NG schema are two forms of one grammar: what the one declares, the other does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import etree

from edition.resources import resource
from edition.validator import is_valid, load_schema
from tests.declared import Element
from tests.declared_in_odd import TEI, OddDeclarations
from tests.declared_in_rng import RngDeclarations
from tests.tei_all import tei_all_path

EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def odd_root() -> etree._Element:
    return etree.parse(str(resource("schemas", "edition.odd"))).getroot()


@cache
def odd() -> OddDeclarations:
    return OddDeclarations(odd_root())


@cache
def rng() -> RngDeclarations:
    return RngDeclarations(etree.parse(str(resource("schemas", "edition.rng"))).getroot())


@cache
def in_odd() -> dict[str, Element]:
    return odd().elements()


@cache
def in_rng() -> dict[str, Element]:
    return rng().elements()


def test_both_list_the_same_elements() -> None:
    assert sorted(in_odd()) == sorted(in_rng())
    assert len(in_odd()) > 150
    assert odd().start == "TEI"


def test_both_give_each_element_the_same_attributes_with_the_same_values() -> None:
    different = [name for name, one in in_odd().items() if one.attributes != in_rng()[name].attributes]
    assert different == []


def test_both_give_each_element_the_same_content() -> None:
    different = [name for name, one in in_odd().items() if one.content != in_rng()[name].content]
    assert different == []


def test_both_describe_elements_attributes_and_values_in_the_same_words() -> None:
    for name, one in in_odd().items():
        assert one.words == in_rng()[name].words, name


def test_nothing_is_left_without_a_description() -> None:
    assert [
        f"{name} {what}" for name, one in in_rng().items() for what, said in one.words.items() if not said
    ] == []


def test_classes_macros_and_datatypes_bear_the_same_names_and_descriptions() -> None:
    names = {
        **{name: f"att.{name.removeprefix('att.edition.')}" for name in odd().of_kind("classSpec")},
        **{name: name.removeprefix("macro.edition.") for name in odd().of_kind("macroSpec")},
        **{name: f"value.{name.removeprefix('edition.')}" for name in odd().of_kind("dataSpec")},
    }
    assert {name: odd().words_of(name) for name in names} == {
        name: rng().words_of(there) for name, there in names.items()
    }


def test_the_modules_include_what_is_declared() -> None:
    included = {(key, name) for key, names in odd().modules.items() for name in names}
    assert included == {(spec.get("module"), name) for name, spec in odd().of_kind("elementSpec").items()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<value>entrance</value>', '<value>entry</value>'),
        ('<attribute name="aloud">', '<attribute name="loud">'),
        ('<ref name="postscript"/>', '<ref name="trailer"/>'),
        ('A line of verse.', 'A verse.'),
        ('<data type="double"/>', '<data type="decimal"/>'),
    ],
)  # fmt: skip
def test_the_comparison_notices_what_is_changed_in_one_of_them(before: str, after: str) -> None:
    text = resource("schemas", "edition.rng").read_text(encoding="utf-8")
    assert before in text
    changed = RngDeclarations(etree.fromstring(text.replace(before, after, 1).encode())).elements()
    assert changed != in_odd()
    assert in_rng() == in_odd()


# -- examples

FRAMES = {
    "TEI": "{}",
    "text": "<text>{}</text>",
    "front": "<text><front>{}</front><body><p/></body></text>",
    "body": "<text><body>{}</body></text>",
    "div": "<text><body><div>{}</div></body></text>",
    "p": "<text><body><div><p>{}</p></div></body></text>",
    "standOff": "<standOff>{}</standOff><text><body><p/></body></text>",
}
"""What stands around an example, by the element that its `@n` names."""

HEADERS = {
    "fileDesc": "<fileDesc>{}</fileDesc>",
    "sourceDesc": "<fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc>{}</sourceDesc></fileDesc>",
    "encodingDesc": "@<encodingDesc>{}</encodingDesc>",
    "profileDesc": "@<profileDesc>{}</profileDesc>",
    "particDesc": "@<profileDesc><particDesc>{}</particDesc></profileDesc>",
}
"""The same in the header; @ stands for a `fileDesc`."""

FILE = (
    "<fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc>"
)


def framed(example: etree._Element) -> etree._Element:
    inner = (example.text or "") + "".join(etree.tostring(one, encoding="unicode") for one in example)
    inner = inner.replace("http://www.tei-c.org/ns/Examples", "http://www.tei-c.org/ns/1.0")
    place = str(example.get("n"))
    header, rest = FILE, FRAMES.get(place, "<text><body><p/></body></text>").format(inner)
    if place in HEADERS:
        header = HEADERS[place].replace("@", FILE).format(inner)
    return etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"><teiHeader>{header}</teiHeader>{rest}</TEI>')


def examples() -> list[etree._Element]:
    return list(odd_root().iter(f"{EXAMPLES}egXML"))


def test_every_kind_of_text_has_an_example() -> None:
    shown = {(str(div.get("type"))) for one in examples() for div in one.iter(f"{EXAMPLES}div")}
    assert {"article", "letter", "debate", "act"} <= shown
    assert all(str(one.get("n")) in FRAMES | HEADERS for one in examples())


@pytest.mark.parametrize("example", examples(), ids=lambda one: f"line {one.sourceline}")
def test_every_example_is_valid(example: etree._Element) -> None:
    schema = load_schema()
    assert is_valid(etree.tostring(framed(example), encoding="utf-8"), schema)


def test_the_frame_of_an_example_hides_no_mistake() -> None:
    wrong = etree.fromstring(
        '<egXML xmlns="http://www.tei-c.org/ns/Examples" n="p"><date when="1.5.1848">x</date></egXML>'
    )
    assert not is_valid(etree.tostring(framed(wrong), encoding="utf-8"), load_schema())


# -- rules that no grammar can say


def rules(root: etree._Element) -> dict[str, list[tuple[str | None, ...]]]:
    """The rules of Schematron by context: test, role and message."""
    return {
        str(rule.get("context")): [
            (one.get("test"), rule.get("role"), " ".join((one.text or "").split()))
            for one in rule.iter(f"{SCHEMATRON}assert")
        ]
        for rule in root.iter(f"{SCHEMATRON}rule")
    }


def test_the_rules_in_the_odd_are_those_of_the_schematron_file() -> None:
    found = rules(odd_root())
    assert len(found) == 4
    assert found == rules(etree.parse(str(resource("schemas", "edition.sch"))).getroot())


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ('<p>x<ref type="note-call" target="#n">1</ref></p><note xml:id="n">y</note>', 0),
        ('<p xml:id="n">x<ref type="note-call" target="#n">1</ref></p>', 1),
        ('<p>x<ref type="note-call" target="notes.xml#n">1</ref></p>', 0),
        ('<p><said xml:id="a" next="#b">x</said></p><p><said xml:id="b" prev="#a">y</said></p>', 0),
        ('<p><said xml:id="a" next="#b">x</said></p><p><said xml:id="b">y</said></p>', 1),
        ('<p><said xml:id="a" next="#b">x</said></p><p><said xml:id="b" prev="#c">y</said></p>', 1),
    ],
)  # fmt: skip
def test_the_rules_find_what_they_say(body: str, broken: int) -> None:
    header = (
        FILE.replace("<p/></publicationStmt>", "<ab type='unstated'>x</ab></publicationStmt>")
        + "<profileDesc><langUsage><language ident='en'>English</language></langUsage></profileDesc>"
    )
    assert failing(f"<teiHeader>{header}</teiHeader><text><body>{body}</body></text>") == broken


def test_a_header_says_its_language_and_terms() -> None:
    rest = "<text><body><p/></body></text>"
    assert failing(f"<teiHeader>{FILE}</teiHeader>{rest}") == 2
    terms = FILE.replace(
        "<p/></publicationStmt>",
        "<publisher>x</publisher><availability><p/></availability></publicationStmt>",
    )
    assert failing(f"<teiHeader>{terms}</teiHeader>{rest}") == 1
    assert failing(f"<teiHeader>{terms}</teiHeader>{rest}", language="xml:lang='en'") == 0


def failing(document: str, *, language: str = "") -> int:
    """How many assertions of the rules fail: they are written so that XPath 1.0 reads them as well."""
    root: etree._Element = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}" {language}>{document}</TEI>')
    prefixes = {"tei": TEI[1:-1]}
    failed = 0
    for context, asserted in rules(odd_root()).items():
        for test, _, _ in asserted:
            failing = etree.XPath(f"count(//{context}[not({test})])", namespaces=prefixes)
            failed += int(cast("float", failing(root)))
    return failed


def test_the_odd_lies_beside_the_schema() -> None:
    assert Path(resource("schemas", "edition.odd")).parent == Path(resource("schemas", "edition.rng")).parent


# -- the page for readers, and TEI itself


def test_the_encoding_documentation_lists_the_elements() -> None:
    text = resource("schemas", "README.md").read_text(encoding="utf-8")
    part = text.partition("## The elements\n")[2].partition("\n## ")[0]
    listed = re.findall(r"`(\w+)`", part.partition("| --- | --- |")[2])
    assert sorted(listed) == sorted(in_rng())
    assert f"{len(listed)}; why so many" in part
    said = " ".join("".join(map(str, odd_root().itertext())).split())
    assert f"There are {len(listed)}." in said


def test_what_tei_declares_on_an_element_itself_is_replaced_or_deleted() -> None:
    """Else it would stay, since an `elementSpec` here changes that of TEI."""
    path = tei_all_path().with_name("p5subset.json")
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    for one in json.loads(path.read_text(encoding="utf-8"))["elements"]:
        name = one["ident"]
        if name in odd().specs:
            spec = odd().specs[name]
            own = set(names_of(one["attributes"]))
            modes = {str(a.get("ident")): a.get("mode") for a in spec.iter(f"{TEI}attDef")}
            assert own <= set(modes), name
            assert {a for a, mode in modes.items() if mode == "delete"} == odd().deleted(name) <= own, name
            assert {a for a, mode in modes.items() if mode == "replace"} <= own, name
            assert {a for a, mode in modes.items() if mode == "add"}.isdisjoint(own), name
            assert spec.get("module") == one["module"], name


def names_of(attributes: list[dict[str, Any]]) -> Iterator[str]:
    """The attributes of an element in TEI's own list, those that exclude each other too."""
    for one in attributes:
        if "ident" in one:
            yield one["ident"]
        for inner in ("attributes", "attList", "content"):
            yield from names_of(one.get(inner) or [])
