"""The house as ARCHITECTURE.md draws it: who may import whom, and what stays out of where."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "edition"

# From the top of the house to its foundation. A room imports from lower lines only; rooms on one line
# do not know each other.
STOREYS = [
    {"__main__"},
    {"cli"},
    {"api", "whole"},
    {"building", "checking", "book"},
    {"searching"},
    {"site"},
    {"citing"},
    {"chronology", "bibliography", "ebook"},
    {"converter", "validator", "publish", "files"},
    {"registers", "ner", "schematron", "relaxng"},
    {"tei", "saxon"},
    {"engine"},
    {"config", "fontpackages"},
    {"diagnostics", "resources"},
    {"model"},
]
STOREY = {room: number for number, rooms in enumerate(STOREYS) for room in rooms}

# The converter's own order, the same way.
CONVERTER = [
    {"pipeline"},
    {"summary", "metadata"},
    {"write"},
    {"annotate", "segment"},
    {"forms"},
    {"read"},
    {"languages", "rules"},
]

# And that of the dates.
DATES = [
    {"context"},
    {"telling"},
    {"finding"},
    {"anchors"},
    {"readings"},
    {"joining"},
    {"signs", "passages"},
    {"sentences", "values", "calendar"},
    {"expression"},
    {"moment"},
]

# A library enters the house through one door.
DOORS = {
    "lxml": {
        "tei",
        "relaxng",
        "validator",
        "bibliography",
        "converter",
        "publish",
        "registers",
        "schematron",
        "searching",
        "site",
        "citing",
        "ebook",
    },
    "elementpath": {"relaxng"},
    "langcodes": {"validator"},
    "saxonche": {"saxon"},
    "typst": {"publish", "citing", "ebook"},
    "click": {"cli", "diagnostics"},
    "convertdate": {"converter"},
    "charset_normalizer": {"converter"},
    "py3langid": {"converter"},
}


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 50
    return found


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, those for type checking aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it leads"
            names.update({f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""})
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "edition" or len(parts) < 2 or parts[1] == room or parts[1].startswith("__version"):
            continue
        assert STOREY[parts[1]] > STOREY[room], f"{room} must not import {name}"


def assert_points_down(path: Path, house: str, rooms: Sequence[set[str]]) -> None:
    """Among the rooms of a package of the house, storey by storey, a module imports only from those below."""
    storey = {room: number for number, row in enumerate(rooms) for room in row}
    inside = ("edition", *house.split("/"))
    room = path.relative_to(PACKAGE / house).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        other = parts[len(inside)] if len(parts) > len(inside) else room
        if tuple(parts[: len(inside)]) == inside and other != room:
            assert storey[other] > storey[room], f"{room} must not import {name}"


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "converter").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_inside_the_converter_imports_point_down_too(path: Path) -> None:
    assert_points_down(path, "converter", CONVERTER)


@pytest.mark.parametrize(
    "path",
    sorted((PACKAGE / "converter/forms/dates").rglob("*.py")),
    ids=lambda p: str(p.relative_to(PACKAGE / "converter/forms")),
)
def test_among_the_dates_imports_point_down_too(path: Path) -> None:
    assert_points_down(path, "converter/forms/dates", DATES)


@pytest.mark.parametrize("library", DOORS)
def test_a_library_enters_through_its_door(library: str) -> None:
    rooms = {room_of(path) for path in modules() if any(n.split(".")[0] == library for n in imports(path))}
    assert rooms and rooms <= DOORS[library]


def test_the_engine_and_saxon_rooms_import_nothing_heavy_at_the_door() -> None:
    for room in ("saxon", "publish", "schematron"):
        door = imports(PACKAGE / room / "__init__.py")
        assert not any(name.split(".")[0] in ("saxonche", "typst") for name in door)


def test_names_are_of_the_field() -> None:
    banned = re.compile(r"\b(utils?|helpers?|handlers?|managers?|processors?|chunks?)\b")
    for path in modules():
        assert not banned.search(path.stem.replace("_", " ")), path
        assert not any(banned.search(part) for part in path.relative_to(ROOT).parts), path


def test_every_package_and_module_says_what_it_knows() -> None:
    for path in modules():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_architecture_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in STOREY:
        assert room in text, room
