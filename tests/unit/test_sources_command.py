"""`edition sources`: what texts and TEI documents cite, in five formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from edition.bibliography import Entry, Name, Place, merged
from edition.bibliography.bibtex import as_bibtex
from edition.bibliography.formats import as_csl_json, as_ris
from edition.model import Position
from tests.command import edition

TEXT = """Works Cited

Hale, Ruth. The Mill at Orrin: A Chronicle. Leeds: Fenn, 1911.

———. Tolls of the North. London: Dale, 1923.

Pell, Thomas W., et al. “On Ferries.” Northern Review 12, no. 4 (1903): 44–58. doi:10.1234/nr.12.44

Hale, Ruth. The Mill at Orrin. Leeds: Fenn, 1911, p. 12.

Ibid., p. 30.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> str:
    said = edition("sources", *arguments)
    assert said.code == 0, said.err
    return said.out


def test_each_source_is_listed_once_with_where_it_is_cited(text: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(text, "--format", "csv", "--lang", "en"))))
    assert [row["title"] for row in rows] == [
        "The Mill at Orrin: A Chronicle", "Tolls of the North", "On Ferries",
    ]  # fmt: skip
    places = [place.rpartition("list.txt")[2] for place in rows[0]["cited"].split("; ")]
    assert places == [":3:1", ":9:1", ":11:1"]
    assert rows[1]["authors"] == "Hale, Ruth"
    assert (rows[2]["volume"], rows[2]["issue"], rows[2]["pages"]) == ("12", "4", "44-58")


def test_a_tei_document_gives_the_same_sources(text: Path) -> None:
    out = text.parent / "out"
    assert edition("convert", text, "-o", out, "--lang", "en").code == 0
    rows = list(csv.DictReader(io.StringIO(run(out / "list.xml", "--format", "csv"))))
    assert [row["key"] for row in rows] == [
        "hale-mill-at-orrin-1911", "hale-tolls-of-the-1923", "pell-ferries-1903",
    ]  # fmt: skip
    assert rows[0]["cited"].count("list.xml:") == 3


def test_csl_json_names_types_and_dates(text: Path) -> None:
    records = json.loads(run(text, "--format", "csl-json", "--lang", "en"))
    assert [record["type"] for record in records] == ["book", "book", "article-journal"]
    assert records[2]["issued"] == {"date-parts": [[1903]]} and records[2]["DOI"] == "10.1234/nr.12.44"
    assert records[0]["author"] == [{"family": "Hale", "given": "Ruth"}]


def test_bibtex_keeps_letters_and_escapes_what_tex_would_read() -> None:
    entry = Entry(
        "m-1903", "article", (Name("Müller", "Hans"), Name("Académie {x}")), title="Zölle & 100% \\x{"
    )
    written = as_bibtex([entry])
    assert written.startswith("@article{m-1903,") and "Müller, Hans and {Académie (x)}" in written
    assert "{Zölle \\& 100\\% /x(}" in written


def test_ris_is_a_tag_a_line() -> None:
    entry = Entry("k", "chapter", title="The\nFord", container="Rivers", date="1903-05-08", pages="4-19")
    lines = as_ris([entry]).splitlines()
    assert lines[0] == "TY  - CHAP" and "TI  - The Ford" in lines and "EP  - 19" in lines
    assert "DA  - 1903/05/08/" in lines and lines[-1].startswith("ER  -")


def test_sources_of_two_files_are_one_by_author_title_and_year() -> None:
    one = Entry(
        "a",
        "book",
        (Name("Hale", "Ruth"),),
        title="The Ford",
        date="1911",
        cited=(Place("x", Position(1, 1)),),
    )
    other = Entry(
        "b",
        "book",
        (Name("Hale", "Ruth"),),
        title="The Ford",
        date="1911-02",
        cited=(Place("y", Position(2, 1)),),
    )
    later = Entry("a", "book", (Name("Hale", "Ruth"),), title="The Ford", date="1912")
    listed = merged([one, other, later])
    assert [entry.key for entry in listed] == ["a", "a-2"] and len(listed[0].cited) == 2


def test_a_text_that_cites_nothing_gives_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("The ferry did not come.\n\nWe waited.\n", encoding="utf-8")
    assert run(tmp_path / "plain.txt", "--format", "csl-json") == "[]\n"
    assert as_csl_json([]) == "[]\n"
