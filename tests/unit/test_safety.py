"""Documents and schemas that ask for more than they should: no file is opened, nothing runs on."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.diagnostics import CannotRunError
from edition.tei import parse
from edition.validator import load_schema, validate_bytes

RNG = "http://relaxng.org/ns/structure/1.0"
SECRET = "the secret"


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A file that must not be read: as text, as a DTD and as an entity it would show itself."""
    path = tmp_path / "private.dtd"
    path.write_text(f'<!ENTITY secret "{SECRET}">', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("doctype", "code"),
    [
        ('<!DOCTYPE a SYSTEM "{}">', "XML-DTD-EXTERNAL"),
        ('<!DOCTYPE a PUBLIC "-//X//Y//EN" "{}">', "XML-DTD-EXTERNAL"),
        ('<!DOCTYPE a [<!ENTITY % more SYSTEM "{}"> %more;]>', "XML-DTD-EXTERNAL"),
        ('<!DOCTYPE a SYSTEM "https://example.org/a.dtd">', "XML-DTD-EXTERNAL"),
        ('<!DOCTYPE a [<!ENTITY secret SYSTEM "{}">]>', "XML-ENTITY-EXTERNAL"),
    ],
)
def test_a_document_brings_no_other_file_in(private: Path, doctype: str, code: str) -> None:
    data = f"{doctype.format(private)}\n<a>&secret;</a>".encode()
    document, found = parse(data, name="a.xml", stem="a")
    assert document is None
    assert [finding.code for finding in found] == [code]
    assert SECRET not in str(found)


def test_entities_of_its_own_are_expanded() -> None:
    document, found = parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', name="a.xml", stem="a")
    assert document is not None and not found
    assert document.root.text == "c"


@pytest.mark.parametrize(
    "schema",
    [
        '<!DOCTYPE element SYSTEM "{}"><element name="a" xmlns="{}"><text/></element>',
        '<grammar xmlns="{1}"><include href="{0}"/></grammar>',
        '<externalRef href="{0}" xmlns="{1}"/>',
        '<externalRef href="https://example.org/a.rng" xmlns="{1}"/>',
    ],
)
def test_a_schema_takes_in_nothing_from_outside_its_folder(
    tmp_path: Path, private: Path, schema: str
) -> None:
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "a.rng").write_text(schema.format(f"../{private.name}", RNG), encoding="utf-8")
    with pytest.raises(CannotRunError) as refusal:
        load_schema(folder / "a.rng")
    assert refusal.value.diagnostic.code == "SCHEMA-INCLUDE-OUTSIDE"


def test_a_link_out_of_the_folder_is_no_way_out(tmp_path: Path) -> None:
    (tmp_path / "private.rng").write_text(f'<element name="a" xmlns="{RNG}"><text/></element>')
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "b.rng").symlink_to(tmp_path / "private.rng")
    (folder / "a.rng").write_text(f'<externalRef href="b.rng" xmlns="{RNG}"/>')
    with pytest.raises(CannotRunError) as refusal:
        load_schema(folder / "a.rng")
    assert refusal.value.diagnostic.code == "SCHEMA-INCLUDE-OUTSIDE"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<hi>" * 3_000 + "x" + "</hi>" * 3_000, "XML-TOO-DEEP"),
        (f'<hi rend="{"a" * 11_000_000}"/>', "XML-TOO-LARGE"),
    ],
    ids=["nested without end", "an attribute without end"],
)
def test_what_has_no_end_is_refused(body: str, code: str) -> None:
    found = validate_bytes(f"<p>{body}</p>".encode(), name="a.xml", stem="a", schema=load_schema())
    assert [finding.code for finding in found] == [code]


def test_references_to_references_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><a>&e9;</a>'.encode()
    found = validate_bytes(data, name="a.xml", stem="a", schema=load_schema())
    assert [finding.code for finding in found] == ["XML-ENTITY-BOMB"]


def test_a_schema_nested_without_end_is_refused_however_large_it_is(tmp_path: Path) -> None:
    for number in (900, 4_000):  # read at once, and where documents come to
        chain = "".join(f'<define name="r{n}"><ref name="r{n + 1}"/></define>' for n in range(number))
        padding = "<!-- -->" * 30_000 if number > 1_000 else ""
        (tmp_path / "a.rng").write_text(
            f'<grammar xmlns="{RNG}"><start><element name="a"><ref name="r0"/></element></start>{chain}'
            f'<define name="r{number}"><text/></define>{padding}</grammar>'
        )
        try:
            found = validate_bytes(b"<a/>", name="a.xml", stem="a", schema=load_schema(tmp_path / "a.rng"))
            codes = [finding.code for finding in found]
        except CannotRunError as refusal:
            codes = [refusal.diagnostic.code]
        assert codes in (["SCHEMA-UNSOUND"], ["SCHEMA-TOO-COMPLEX"])
