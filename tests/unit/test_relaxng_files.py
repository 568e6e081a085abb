"""A schema in several files: which one a pointer means (RELAX NG 4.5, XML Base)."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.relaxng import OutsideFolderError, load

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def schema(folder: Path, root: str, **files: str) -> Path:
    """A schema on disk, and beside it files of one element each, by the names with / as __."""
    for name, element in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<element name="{element}" {RNG}><empty/></element>', encoding="utf-8")
    path = folder / "schema.rng"
    path.write_text(root, encoding="utf-8")
    return path


def accepted(path: Path) -> list[str]:
    grammar = load(path)
    return [name for name in ("mill", "ferry") if grammar.valid(f"<{name}/>".encode())]


@pytest.mark.parametrize(
    ("root", "element"),
    [
        (f'<externalRef {RNG} href="x"/>', "mill"),
        (f'<externalRef {RNG} xml:base="sub/y" href="x"/>', "ferry"),
        (f'<externalRef {RNG} xml:base="sub" href="x"/>', "mill"),
        (f'<externalRef {RNG} xml:base="sub/y" href="../x"/>', "mill"),
        (f'<externalRef {RNG} xml:base="" href="sub/x"/>', "ferry"),
        (
            f'<group {RNG} xml:base="sub/"><group xml:base="y"><externalRef href="x"/></group></group>',
            "ferry",
        ),
        (f'<group {RNG}><group xml:base="sub/"><empty/></group><externalRef href="x"/></group>', "mill"),
    ],
)
def test_a_pointer_counts_from_the_bases_around_it(tmp_path: Path, root: str, element: str) -> None:
    assert accepted(schema(tmp_path, root, x="mill", sub__x="ferry")) == [element]


@pytest.mark.parametrize("base", ["https://mill.example/", "../", "/etc/", "sub/../../"])
def test_no_base_leads_out_of_the_folder(tmp_path: Path, base: str) -> None:
    folder = tmp_path / "schemas"
    folder.mkdir()
    (tmp_path / "x").write_text(f'<element name="mill" {RNG}><empty/></element>', encoding="utf-8")
    path = schema(folder, f'<externalRef {RNG} xml:base="{base}" href="x"/>', sub__x="ferry")
    with pytest.raises(OutsideFolderError):
        load(path)
