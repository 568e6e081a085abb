"""The tables for programs: what is in them, the same as CSV and JSON Lines, and true to the texts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from edition.registers import records_of
from edition.registers.merging import merge
from edition.site import describe
from edition.site.tables import COLUMNS, as_csv, as_json_lines, tables
from edition.tei import TeiDocument, parse
from edition.tei.addresses import addresses
from tests.command import edition

PLAY = """<div><sp who="#ada"><speaker>ADA.</speaker><p>Is it <stage>rings</stage>late?<note>A note.</note>
</p></sp><sp><speaker>BOTH</speaker><l>It is</l><l>late.</l></sp><p><said>No one's words.</said>
In <date when="1848">1848</date> <persName ref="#ada">Ada</persName> said
<said who="#ada #tom">=1+1</said>.</p></div>"""
PERSONS = """<standOff><listPerson><person xml:id="ada"><persName>Ada Miller</persName>
<idno type="GND">118</idno></person><person xml:id="tom"><persName>Tom</persName></person>
</listPerson></standOff>"""


def document(body: str, stem: str, header: str = "") -> TeiDocument:
    text = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}
    {PERSONS}<text><body>{body}</body></text></TEI>"""
    found, findings = parse(text.encode(), name=f"{stem}.xml", stem=stem)
    assert found, findings
    return found


def rows(body: str = PLAY, header: str = "") -> dict[str, list[dict[str, Any]]]:
    """The tables of an edition of one text, read from JSON Lines."""
    one = document(body, "play", header)
    made = tables([describe(one)], merge([records_of(one.root, "play")]))
    return {
        name: [json.loads(line) for line in made.get(f"data/{name}.jsonl", b"").decode().splitlines()]
        for name in COLUMNS
    }


def test_a_speech_has_its_speakers_and_its_words_without_label_stage_and_notes() -> None:
    found = rows()["speeches"]
    assert [(one["number"], one["kind"], one["speakers"], one["name"], one["words"]) for one in found] == [
        (1, "sp", ["ada"], "Ada Miller", "Is it late?"),
        (2, "sp", [], "BOTH", "It is late."),
        (3, "said", ["ada", "tom"], "Ada Miller; Tom", "=1+1"),
    ]


def test_an_address_in_a_table_is_one_of_the_text() -> None:
    known = set(addresses(document(PLAY, "play").root).values())
    found = rows()
    assert {one["address"] for table in ("speeches", "dates") for one in found[table]} <= known


def test_persons_join_to_the_records_of_the_texts_and_dates_have_their_values() -> None:
    found = rows()
    (ada, _) = found["persons"]
    assert ada["texts"] == ["play#ada"] and ada["identifiers"] == ["GND:118"] and ada["mentions"] == 1
    (day,) = found["dates"]
    assert (day["when"], day["value"], day["words"]) == ("1848", "1848", "1848")


def test_sources_are_those_the_header_records_with_the_number_of_their_citations() -> None:
    listed = '<bibl xml:id="cited-x"><author>Ada Miller</author><title level="m">The Bell</title></bibl>'
    header = f"""<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
    <publicationStmt><p/></publicationStmt>
    <sourceDesc><listBibl type="cited">{listed}</listBibl></sourceDesc></fileDesc></teiHeader>"""
    (one,) = rows('<p><bibl corresp="#cited-x">Miller</bibl></p>', header)["sources"]
    assert (one["text"], one["title"], one["authors"], one["citations"]) == (
        "play",
        "The Bell",
        ["Miller, Ada"],
        1,
    )


def test_csv_and_json_lines_hold_the_same() -> None:
    one = document(PLAY, "play")
    made = tables([describe(one)], merge([records_of(one.root, "play")]))
    for name, columns in COLUMNS.items():
        if f"data/{name}.csv" not in made:
            continue
        table = list(csv.DictReader(io.StringIO(made[f"data/{name}.csv"].decode(), newline="")))
        objects = [json.loads(line) for line in made[f"data/{name}.jsonl"].decode().splitlines()]
        joined = [
            {key: "|".join(cell) if isinstance(cell, list) else str(cell) for key, cell in row.items()}
            for row in objects
        ]
        assert table == joined and list(table[0]) == list(columns)


def test_a_table_without_rows_is_left_out() -> None:
    made = tables([describe(document("<p>x</p>", "a"))], [])
    assert sorted(made) == ["data/README.md", "data/texts.csv", "data/texts.jsonl"]


@pytest.mark.parametrize("cell", ["=1+1", "-5", 'a "b", c', "two\nlines", "ünï|x", "\u2028"])
def test_a_cell_stands_as_it_is(cell: str) -> None:
    (_, row) = csv.reader(io.StringIO(as_csv([{"x": cell}], ["x"]).decode(), newline=""))
    assert row == [cell]
    assert json.loads(as_json_lines([{"x": cell}], ["x"])) == {"x": cell}
    assert as_json_lines([{"x": cell}], ["x"]).count(b"\n") == 1


def test_the_guide_names_every_table_and_the_danger_of_formulas() -> None:
    guide = tables([], [])["data/README.md"].decode()
    assert all(f"**{name}**" in guide for name in COLUMNS)
    assert "formula" in guide


def test_the_front_page_leads_to_the_tables_there_are(tmp_path: Path) -> None:
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.xml").write_bytes(document("<p>x</p>", stem).data)
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html").code == 0
    links = html.parse(str(tmp_path / "site" / "index.html")).xpath("//section[@class='data']//a/@href")
    assert "data/texts.csv" in links and "data/speeches.csv" not in links
    assert all((tmp_path / "site" / link).is_file() for link in links)


def test_a_table_that_was_edited_is_not_written_over(tmp_path: Path) -> None:
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.xml").write_bytes(document("<p>x</p>", stem).data)
    command = ("build", tmp_path, "-o", tmp_path / "site", "--to", "html")
    assert edition(*command).code == 0
    assert edition(*command).code == 0
    (tmp_path / "site" / "data" / "texts.csv").write_text("mine", encoding="utf-8")
    assert "FILE-EDITED" in edition(*command).err
    assert (tmp_path / "site" / "data" / "texts.csv").read_text(encoding="utf-8") == "mine"
