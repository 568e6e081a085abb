"""`edition dates`: the dates of texts and of TEI documents as a list."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from edition.chronology import Entry, chronological
from edition.chronology.entry import compact
from edition.chronology.weekdays import weekday_note
from edition.model import Position
from tests.command import SAMPLE, edition

TEXT = "He wrote on 3 May 1871.\nShe answered in 1848, on 11 February 1731/2 and in 44 B.C.\n"
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
    <sourceDesc><p><date when="1900">1900</date></p></sourceDesc></fileDesc></teiHeader>
  <text><body><p>On <date when="1871-03-03" evidence="internal" cert="low" resp="#ada">the 3rd
      of March</date>, at <time when="17:30:00">half past five</time>, and in
    <date from="1848" to="1849">1848/9</date>.</p></body></text>
</TEI>
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "diary.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    path = tmp_path / "diary.xml"
    path.write_text(TEI, encoding="utf-8")
    return path


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written)))


def test_the_dates_of_a_text_stand_in_its_order_with_place_value_and_rule(text: Path) -> None:
    said = edition("dates", text, "--lang", "en", "--format", "csv")
    assert said.code == 0 and said.err == ""
    found = rows(said.out)
    assert [(row["line"], row["column"], row["words"], row["value"]) for row in found] == [
        ("1", "13", "3 May 1871", "1871-05-03"),
        ("2", "17", "1848", "1848"),
        ("2", "26", "11 February 1731/2", "1732-02-22 = julian 1732-02-11"),
        ("2", "52", "44 B.C.", "-0043"),
    ]
    assert all(row["rule"].startswith("date: ") for row in found)


def test_dates_are_sorted_by_time_where_that_is_asked_for(text: Path, tei: Path) -> None:
    said = edition("dates", text, tei, "--lang", "en", "--sort", "date", "--format", "csv")
    assert [row["value"] for row in rows(said.out)] == [
        "-0043",
        "1732-02-22 = julian 1732-02-11",
        "1848",
        "1848/1849",
        "1871-03-03?",
        "1871-05-03",
        "17:30:00",
    ]


def test_a_document_says_itself_where_its_values_come_from(tei: Path) -> None:
    said = edition("dates", tei, "--format", "json")
    assert said.code == 0
    first, second, third = json.loads(said.out)
    assert (first["line"], first["column"], first["words"]) == (4, 21, "the 3rd of March")
    assert (first["rule"], first["evidence"], first["certainty"], first["resp"]) == (
        "",
        "internal",
        "low",
        "#ada",
    )
    assert (second["element"], second["value"]) == ("time", "17:30:00")
    assert (third["line"], third["column"], third["value"]) == (6, 5, "1848/1849")


def test_the_table_has_columns_and_the_count_is_said_beside_it(tei: Path) -> None:
    said = edition("dates", tei)
    assert said.out == (
        "place  words             value        rule and evidence\n"
        "4:21   the 3rd of March  1871-03-03?  internal, low, #ada\n"
        "5:27   half past five    17:30:00\n"
        "6:5    1848/9            1848/1849\n"
    )
    assert said.err == "3 dates\n"
    assert edition("dates", tei, "-q").err == ""


def test_places_name_their_files_where_there_are_several(text: Path, tei: Path, tmp_path: Path) -> None:
    said = edition("dates", tmp_path, "--lang", "en")
    assert f"{text}:1:13" in said.out and f"{tei}:6:5" in said.out


def test_a_text_on_standard_input_is_read_and_one_without_dates_has_an_empty_list() -> None:
    assert "1871-05-03" in edition("dates", "-", "--lang", "en", stdin=TEXT.encode()).out
    said = edition("dates", "-", "--lang", "en", stdin=b"Nothing happened.")
    assert (said.code, said.out, said.err) == (0, "", "no dates\n")
    assert edition("dates", "-", "--lang", "en", "--format", "json", stdin=b"Nothing.").out == "[]\n"


def test_what_cannot_be_read_is_said_and_the_rest_is_listed(text: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI><text></TEI>", encoding="utf-8")
    said = edition("dates", broken, text, "--lang", "en", "--format", "csv")
    assert said.code == 1 and "broken.xml" in said.err
    assert len(rows(said.out)) == 4
    assert edition("dates", tmp_path / "missing.txt").code == 2
    assert edition("dates", text, "--sort", "size").code == 2


def test_the_date_of_writing_and_the_genre_are_taken_as_convert_takes_them() -> None:
    said = edition("dates", SAMPLE, "--genre", "article", "--date", "2018-11-16", "--encoding", "utf-8")
    assert said.code == 0 and "2018-11-16" in said.out


@pytest.mark.parametrize(
    ("words", "attributes", "note"),
    [
        ("Saturday, 5 May 1821", {"when": "1821-05-05"}, ""),
        ("Sunday, 5 May 1821", {"when": "1821-05-05"}, "that day was a Saturday"),
        ("dimanche 5 mai 1821", {"when": "1821-05-05"}, "that day was a Saturday"),
        ("5 May 1821", {"when": "1821-05-05"}, ""),
        ("Sunday in May 1821", {"when": "1821-05"}, ""),
        ("Sunday", {}, ""),
        (
            "Wednesday, 25 October 1917",
            {"when": "1917-10-25"},
            "a Wednesday in the Julian calendar, 1917-11-07 in ours",
        ),
        ("Wednesday, 25 October 1917", {"when": "1917-11-07", "calendar": "#julian"}, ""),
        ("Monday, Idibus Martiis 44", {"when": "-0043-03-15", "calendar": "#roman"}, ""),
        ("Monday, 30 February 1821", {"when": "1821-02-30"}, ""),
    ],
)
def test_a_weekday_that_its_day_did_not_have_is_noted(
    words: str, attributes: dict[str, str], note: str
) -> None:
    assert weekday_note(words, attributes) == note


@pytest.mark.parametrize(
    ("attributes", "certainty", "value"),
    [
        ({"when": "1871-03-03"}, "", "1871-03-03"),
        ({"when": "1918"}, "low", "1918?"),
        ({"when": "1918"}, "medium", "1918"),
        ({"from": "1914", "to": "1918"}, "", "1914/1918"),
        ({"from": "1914"}, "", "1914/"),
        ({"notBefore": "1905", "notAfter": "1907"}, "", "1905..1907"),
        ({"notAfter": "1848"}, "", "..1848"),
        ({"when": "1520", "precision": "low"}, "", "~1520"),
        ({"from": "1848-05-05", "to": "1848-05-25", "dur": "P21D"}, "", "1848-05-05/1848-05-25 P21D"),
        (
            {
                "from": "1793",
                "to": "1794",
                "from-custom": "0002",
                "to-custom": "0003",
                "calendar": "#republican",
            },
            "",
            "1793/1794 = republican 0002/0003",
        ),
        ({"when-custom": "9-thermidor"}, "", "- = 9-thermidor"),
        ({}, "", "-"),
    ],
)
def test_a_value_is_written_in_a_compact_form(attributes: dict[str, str], certainty: str, value: str) -> None:
    assert compact(attributes, certainty) == value


def test_a_year_comes_before_its_months_and_what_has_no_year_at_the_end() -> None:
    values = ["--05-01", "1918-11", "1918", "", "-0043-03-15", "1918-11-08T10:30:00", "1918-11-08", "-0100"]
    entries = [Entry("x", Position(1, 1), "date", value, value, value) for value in values]
    assert [entry.when for entry in chronological(entries)] == [
        "-0100",
        "-0043-03-15",
        "1918",
        "1918-11",
        "1918-11-08",
        "1918-11-08T10:30:00",
        "--05-01",
        "",
    ]


def test_it_loads_neither_saxon_nor_typst(tei: Path) -> None:
    code = (
        "import sys\nfrom edition.cli.main import run\n"
        f"run(['dates', {str(tei)!r}, '-q'])\n"
        "print([name for name in ('saxonche', 'typst') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
