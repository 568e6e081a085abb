"""The rules of recognition: each in a table, each explained, and every decision listed in a report."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

import edition
from edition.converter.rules import in_words, rule, rules
from tests.case_files import CASES
from tests.command import SAMPLE
from tests.command import edition as run

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "edition" / "converter").rglob("*.py"))
)


@pytest.mark.parametrize("name", rules())
def test_a_rule_says_what_it_does_and_shows_it(name: str) -> None:
    found = rules()[name]
    assert found.says.endswith((".", ":")) and found.example.strip()
    assert in_words(name).startswith(name)
    assert name in SOURCES, "no code has a rule of this name"


@pytest.mark.parametrize("piece", sorted((CASES / "convert").glob("*.txt")), ids=lambda path: path.stem)
def test_every_decision_names_a_rule_of_the_tables(piece: Path) -> None:
    converted = edition.convert(piece.read_bytes(), name=piece.name, decisions=True)
    assert converted.summary is not None and converted.summary.conclusions
    for found in converted.summary.conclusions:
        assert rule(found.rule), found


def test_every_rule_named_in_the_code_is_in_the_tables() -> None:
    named = set(re.findall(r"\brule=\"([^\"]+)\"", SOURCES))
    assert named
    for name in named:
        assert rule(name)


def test_a_report_lists_the_doubtful_decisions_first(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "THE STRIKE GOES ON\n\nThe hall was full.\n\nThen they went.\n\n—Rosa Luxemburg, “Speech” (1919)\n"
    )
    run("convert", text, "-o", tmp_path / "out", "--report", tmp_path / "report.txt", "-q")
    lines = (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()
    doubtful, everything = lines.index("  All decisions"), len(lines)
    assert lines[3].startswith("  Doubtful: ")
    first = lines[4:doubtful]
    assert any("low]" in line for line in first)
    assert all("low]" in line or "medium]" in line for line in first if line)
    assert everything - doubtful > len(first)
    assert any(re.match(r" +7:2 +author +Rosa Luxemburg", line) for line in lines)


def test_a_report_can_be_a_table_or_json(tmp_path: Path) -> None:
    for name in ("report.csv", "report.json"):
        run("convert", SAMPLE, "-o", tmp_path / "out", "--report", tmp_path / name, "-q")
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    same = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [{key: str(value) for key, value in entry.items()} for entry in same] == rows
    assert {"file", "line", "column", "element", "words", "value", "rule", "certainty"} == set(rows[0])
    assert {row["element"] for row in rows} >= {"masthead", "head", "paragraph", "date", "persName"}


def test_a_report_never_overwrites_what_is_not_ours(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_bytes(SAMPLE.read_bytes())
    said = run("convert", text, "-o", tmp_path / "out", "--report", text)
    assert said.code == 1 and "FILE-NOT-OURS" in said.err
    assert text.read_bytes() == SAMPLE.read_bytes()


def test_explain_tells_a_rule_and_suggests_a_near_one() -> None:
    said = run("explain", "change", "of", "voice")
    assert said.code == 0 and "example:" in said.out
    wrong = run("explain", "change of voise")
    assert wrong.code == 2 and "Did you mean change of voice?" in wrong.err


def test_explain_tells_what_a_report_adds_to_a_rule() -> None:
    said = run("explain", "date: year, near to the time of its text; from line 12")
    assert said.out.startswith("year (a rule")
    assert "near to the time of its text (a rule" in said.out
    assert run("explain", "year, near to the time of its text").out == said.out
    assert run("explain", "month, early part").out.startswith("month (a rule")
