"""Every document that is valid in our schema is valid in tei_all: proved, and tried on random documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from edition.relaxng import Schema, load
from edition.resources import resource
from edition.validator.habits import tei_elements
from tests.inclusion import Values, counterexamples
from tests.random_tei import RandomDocuments, random_documents
from tests.tei_all import tei_all_path

COUNT = 100
HEAD = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" '
    'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
)


@cache
def ours() -> Schema:
    return load(resource("schemas", "edition.rng"))


@cache
def tei_all() -> Schema:
    path = tei_all_path()
    if not path.is_file():
        pytest.skip(f"{path} is not there; EDITION_TEI_ALL names the file")
    return load(path)


@cache
def documents() -> tuple[tuple[bytes, ...], RandomDocuments]:
    source = RandomDocuments(ours(), 1789)
    return tuple(source.document() for _ in range(COUNT)), source


# -- the proof


def test_every_document_of_our_schema_is_valid_in_tei_all() -> None:
    values = Values()
    assert list(counterexamples(ours(), tei_all(), values)) == []
    assert sum(values.proved.values()) > 100
    # Ours is a pattern without white space, theirs any such pattern: plain to see, but not decided by rule.
    assert all("[#:/.]" in one and one.count("anyURI") == 2 for one in values.tried), values.tried
    assert len(values.tried) == 2


WIDER = (
    (
        '<element name="said">',
        '<element name="said"><optional><attribute name="whom"/></optional>',
        "said/@whom: no such attribute",
    ),
    (
        '<element name="titleStmt">',
        '<element name="titleStmt"><optional><ref name="p"/></optional>',
        "titleStmt: content p",
    ),
    ("<value>overlap</value>", "<value>shouting</value>", "u/@trans: value 'shouting'"),
    ('<data type="double"/>', '<data type="string"/>', "num/@value: value ''"),
    (
        '<ref name="att.break"/>',
        '<ref name="att.break"/><optional><attribute name="pos"/></optional>',
        "pb/@pos",
    ),
)


def test_the_proof_notices_a_schema_that_is_wider_than_tei_all(tmp_path: Path) -> None:
    text = resource("schemas", "edition.rng").read_text(encoding="utf-8")
    for before, after, _ in WIDER:
        assert before in text
        text = text.replace(before, after)
    changed = tmp_path / "changed.rng"
    changed.write_text(text, encoding="utf-8")
    found = list(counterexamples(load(changed), tei_all()))
    assert [told for *_, told in WIDER if not any(one.startswith(told) for one in found)] == []
    # Nothing else is told: each of these elements, and those that share its patterns.
    assert {one.split(":")[0].split("/")[0] for one in found} <= {
        "said", "titleStmt", "u", "num", "measure", "gap", "unclear", "supplied", "surplus", "pb", "cb", "lb",
        "milestone",
    }  # fmt: skip


# -- what the proof knows, on schemas of two lines


def schema(folder: Path, name: str, content: str) -> Schema:
    path = folder / name
    path.write_text(f'{HEAD}<start><element name="a">{content}</element></start></grammar>', encoding="utf-8")
    return load(path)


def attribute(value: str, name: str = "n") -> str:
    return f'<attribute name="{name}">{value}</attribute>'


B, C = '<element name="b"><empty/></element>', '<element name="c"><empty/></element>'
TOKEN, INTEGER = '<data type="token"/>', '<data type="integer"/>'
LETTERS = '<data type="token"><param name="pattern">[a-z]+</param></data>'


@pytest.mark.parametrize(
    ("narrow", "wide", "told"),
    [
        (B, f"<optional>{B}</optional>", []),
        (f"<optional>{B}</optional>", B, ["a: content empty"]),
        (f"{B}{C}", f"<interleave>{B}{C}</interleave>", []),
        (f"<interleave>{B}{C}</interleave>", f"{B}{C}", ["a: content c"]),
        (f"<oneOrMore>{B}</oneOrMore>", f"<zeroOrMore>{B}</zeroOrMore>", []),
        (f"<oneOrMore>{B}</oneOrMore>", f"{B}{B}", ["a: content b"]),
        (f"<choice>{B}{C}</choice>", f"<choice>{C}{B}</choice>", []),
        (f"<mixed>{B}</mixed>", B, ["a: content text"]),
        ('<element name="b"><text/></element>', B, ["b: content text"]),
        ("<text/>", TOKEN, ["a: content text"]),
        (TOKEN, "<text/>", []),
        (INTEGER, TOKEN, []),
        (TOKEN, INTEGER, ["a: text ''"]),
        (attribute("<text/>"), f"<optional>{attribute('<text/>')}</optional>", []),
        (f"<optional>{attribute('<text/>')}</optional>", attribute("<text/>"), ["a: attributes none"]),
        (attribute("<text/>"), attribute("<text/>", "m"), ["a: attributes n"]),
        (
            attribute("<text/>"),
            f"<optional>{attribute('<text/>', 'm')}</optional>",
            ["a/@n: no such attribute"],
        ),
        (attribute("<value>x</value>"), attribute(LETTERS), []),
        (attribute("<value>7</value>"), attribute(LETTERS), ["a/@n: value '7'"]),
        (attribute(LETTERS), attribute(TOKEN), []),
        (
            attribute(f"<list>{INTEGER}{INTEGER}</list>"),
            attribute("<list><value>7</value></list>"),
            ["a/@n: value '1 0'"],
        ),
        (attribute('<data type="ID"/>'), attribute('<data type="NCName"/>'), []),
        (attribute("<value>x</value>"), attribute('<data type="ID"/>'), ["a/@n: value 'the same twice'"]),
        (
            f"<choice>{attribute(TOKEN, 'm')}{attribute(TOKEN)}</choice>",
            f"{attribute(TOKEN, 'm')}<optional>{attribute(TOKEN)}</optional>",
            ["a: attributes n"],
        ),
        (
            f"<choice><group>{attribute(TOKEN)}{B}</group>{C}</choice>",
            f"<optional>{attribute(TOKEN)}</optional><choice>{B}{C}</choice>",
            [],
        ),
        (
            f"<optional>{attribute(TOKEN)}</optional><choice>{B}{C}</choice>",
            f"<choice><group>{attribute(TOKEN)}{B}</group>{C}</choice>",
            ["a: content b", "a: content c"],
        ),
    ],
)  # fmt: skip
def test_inclusion_of_small_schemas(narrow: str, wide: str, told: list[str], tmp_path: Path) -> None:
    found = counterexamples(schema(tmp_path, "narrow.rng", narrow), schema(tmp_path, "wide.rng", wide))
    assert sorted(found) == told


# -- random documents


def test_random_documents_are_valid() -> None:
    for data in documents()[0]:
        assert ours().valid(data), ours().violations(data)


def test_random_documents_of_our_schema_are_valid_in_tei_all() -> None:
    for data in documents()[0]:
        assert tei_all().valid(data), tei_all().violations(data)


def test_random_documents_come_by_every_element_and_every_attribute_of_each() -> None:
    coverage = documents()[1].coverage
    assert coverage.missing() == []
    assert len(coverage.elements) == len(ours().explorer.definitions)
    assert len(coverage.attributes) > 2000
    assert sum(coverage.elements.values()) == sum(
        data.count(b"</") + data.count(b"/>") for data in documents()[0]
    )


def test_random_documents_are_the_same_for_the_same_seed() -> None:
    assert tuple(random_documents(ours(), 1789, 3)) == documents()[0][:3]
    assert next(random_documents(ours(), 1790, 1)) != documents()[0][0]


def test_a_document_that_has_what_no_schema_has_is_not_among_them() -> None:
    data = documents()[0][0].replace(b"<teiHeader", b"<teiHeader nothing='x'", 1)
    assert not ours().valid(data)


def test_the_elements_of_tei_are_known_by_name_whether_we_take_them_or_not() -> None:
    named_there = {name.rpartition("}")[2] for name in tei_all().explorer.names}
    assert tei_elements() == named_there
