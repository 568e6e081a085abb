"""House conventions in edition.toml: patterns for labels, headings and reactions that no rule can know."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import edition
from edition.config import HouseConventions, read_settings
from edition.converter.segment.conventions import Conventions
from edition.diagnostics import CannotRunError
from tests.command import edition as run
from tests.outline import outline

# Labels after a number and a bar, headings between plus signs, reactions after a tilde: nobody prints so.
TEXT = """\
++ The bridge ++

1 | orla venn ~~ The bridge is shut.
2 | per holm ~~ Since when?
~ the gallery stirs ~
3 | orla venn ~~ Since Monday.
"""
HOUSE = """
[conventions]
speaker = ["{n} | {text} ~~"]
heading = ["++ {text} ++"]
reaction = ["~ {text} ~"]
"""


def test_declared_conventions_are_read_in_place_of_the_rules(tmp_path: Path) -> None:
    (tmp_path / "record.txt").write_text(TEXT.replace("\n", "\n\n"))
    (tmp_path / "edition.toml").write_text(HOUSE)
    assert run("convert", tmp_path / "record.txt", "--genre", "debate", "-o", tmp_path / "out").code == 0
    assert outline((tmp_path / "out" / "record.xml").read_bytes()).splitlines() == [
        "div item",
        "  head: ++ The bridge ++",
        "  sp orla venn",
        "    speaker: 1 | orla venn ~~",
        "    p: The bridge is shut.",
        "  sp per holm",
        "    speaker: 2 | per holm ~~",
        "    p: Since when?",
        "    stage reaction: ~ the gallery stirs ~",
        "  sp orla venn",
        "    speaker: 3 | orla venn ~~",
        "    p: Since Monday.",
    ]


@pytest.mark.parametrize(
    ("pattern", "line", "name"),
    [
        ("[{NAME}]", "[MARA VENN] Come in.", "MARA VENN"),
        ("{Name} ({text}):", "Mara Venn (Dorne): Come in.", "Mara Venn"),
        ("§ {Name}.", "§ Mara. Come in.", "Mara"),
        ("Member {n}:", "Member 12: Come in.", "Member 12:"),
        ("{NAME}", "MARA VENN", "MARA VENN"),
        ("{NAME}", "MARA VENN said so.", None),
        ("[{NAME}]", "[Mara] Come in.", None),
        ("{n}) {Name}:", "12) Mara: Come in.", "Mara"),
    ],
)
def test_a_place_ends_at_the_sign_after_it(pattern: str, line: str, name: str | None) -> None:
    found = Conventions((pattern,)).label(line)
    assert (line[found[0].start : found[0].end] if found else None) == name


@pytest.mark.parametrize(
    "pattern", ["{text}{text}{text}{text}!", "{text} {text} {text} {text} {text}!", "{Name}{Name}{Name}!"]
)
def test_no_pattern_can_hang_the_program(pattern: str) -> None:
    line = "A " * 150
    begin = time.process_time()
    for _ in range(200):
        assert Conventions((pattern,)).label(line) is None
    assert time.process_time() - begin < 2, "a pattern is tried in more ways than one"


def test_what_cannot_be_a_pattern_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "edition.toml"
    file.write_text('title = "x"\n[conventions]\nspeaker = ["{name}:"]\n')
    with pytest.raises(CannotRunError) as caught:
        read_settings(file)
    said = caught.value.diagnostic
    assert (said.code, said.position and said.position.line) == ("CONFIG-PLACE", 3)
    assert "{name}" in said.message and "{NAME}" in said.hint
    for wrong in (
        'conventions = "x"',
        '[conventions]\nspeakers = ["{NAME}:"]',
        "[conventions]\nspeaker = [1]",
    ):
        file.write_text(wrong)
        with pytest.raises(CannotRunError) as caught:
            read_settings(file)
        assert caught.value.diagnostic.code == "CONFIG-VALUE"


def test_conventions_reach_the_function_too() -> None:
    house = HouseConventions(speaker=("<<{NAME}>>",))
    text = "<<MARA>> Come in.\n\n<<PER>> I am in.\n\n<<MARA>> So you are.\n\n<<PER>> So I am.\n"
    converted = edition.convert(text, conventions=house)
    assert converted.data is not None and converted.data.count(b"<sp ") == 4
