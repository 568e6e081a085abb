"""edition.toml: what it may hold, and what is said about what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.config import Settings, find_settings, read_settings
from edition.config.keys import EPUB, HTML, KEYS, PRINT, VALIDATE
from edition.diagnostics import CannotRunError
from tests.command import SAMPLE, edition

FULL = """
title = "Speeches of a Year"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
place = "Bristol"
licence = "https://creativecommons.org/licenses/by/4.0/"
language = "en"
genre = "article"
date = 1918-11-08
output = "site"
to = ["html", "tei"]
jobs = 1
"""


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(FULL)
    settings = read_settings(tmp_path / "edition.toml")
    assert settings.facts.editors == ("Ada Miller", "Tom Weber")
    assert settings.targets == ("tei", "html")
    assert settings.output == tmp_path / "site"
    assert (settings.lang, settings.genre, settings.date, settings.jobs) == ("en", "article", "1918-11-08", 1)


def test_the_header_holds_what_the_file_says_and_leaves_out_what_it_does_not(tmp_path: Path) -> None:
    (tmp_path / "piece.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "edition.toml").write_text(FULL)
    assert edition("convert", tmp_path / "piece.txt").code == 0
    header = (tmp_path / "site" / "piece.xml").read_text(encoding="utf-8").partition("</teiHeader>")[0]
    assert '<title level="s">Speeches of a Year</title>' in header
    assert "<editor>Ada Miller</editor>" in header
    assert "<publisher>The Harbour Press</publisher>" in header
    assert '<licence target="https://creativecommons.org/licenses/by/4.0/">' in header
    (tmp_path / "edition.toml").write_text('language = "en"')
    edition("convert", tmp_path / "piece.txt", "-o", tmp_path / "bare")
    header = (tmp_path / "bare" / "piece.xml").read_text(encoding="utf-8").partition("</teiHeader>")[0]
    for element in ("editor>", "publisher", "seriesStmt", "licence", "pubPlace"):
        assert f"<{element}" not in header


def test_the_nearest_file_beside_or_above_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "edition.toml").write_text("")
    assert find_settings(deep) == tmp_path / "edition.toml"
    (deep / "edition.toml").write_text("")
    (deep / "text.txt").write_text("A text.")
    assert find_settings(deep / "text.txt") == deep / "edition.toml"


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "piece.txt").write_text("In 1848 it rained.")
    (tmp_path / "edition.toml").write_text('language = "de"\noutput = "here"')
    edition("convert", tmp_path / "piece.txt", "--lang", "en", "-o", tmp_path / "there")
    assert 'xml:lang="en"' in (tmp_path / "there" / "piece.xml").read_text()
    assert not (tmp_path / "here").exists()


@pytest.mark.parametrize(
    ("text", "code", "named", "line"),
    [
        ('titel = "x"', "CONFIG-KEY", "did you mean title?", 1),
        ("\nwhatever = 1", "CONFIG-KEY", "known keys: title", 2),
        ('editors = "Ada"', "CONFIG-VALUE", "list of names", 1),
        ('title = "a"\ndate = "8 Nov 1918"', "CONFIG-VALUE", "1918-11-08", 2),
        ('to = ["docx"]', "CONFIG-VALUE", "tei, html, pdf", 1),
        ("jobs = true", "CONFIG-VALUE", "whole number", 1),
        ('title = "a', "CONFIG-TOML", "not sound TOML", 1),
    ],
)
def test_a_mistake_is_named_with_its_line(
    text: str, code: str, named: str, line: int, tmp_path: Path
) -> None:
    path = tmp_path / "edition.toml"
    path.write_text(text)
    with pytest.raises(CannotRunError) as caught:
        read_settings(path)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code == code
    assert named in diagnostic.message + diagnostic.hint
    assert diagnostic.position is not None and diagnostic.position.line == line


def test_a_mistake_in_the_file_ends_the_command_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "piece.txt").write_text("A text.")
    (tmp_path / "edition.toml").write_text('titel = "x"')
    said = edition("convert", tmp_path / "piece.txt", "-o", tmp_path / "out")
    assert said.code == 2 and "did you mean title?" in said.err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes('title = "Straße"'.encode("latin-1"))
    with pytest.raises(CannotRunError) as caught:
        read_settings(tmp_path / "edition.toml")
    assert caught.value.diagnostic.code == "CONFIG-UNREADABLE"


def test_texts_of_two_editions_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "edition.toml").write_text("")
        (tmp_path / name / f"{name}.txt").write_text("A text.")
    said = edition("convert", tmp_path / "a", tmp_path / "b", "-o", tmp_path / "out")
    assert said.code == 2 and "CONFIG-TWO" in said.err


def test_without_a_file_the_defaults_hold() -> None:
    assert Settings().output == Path("output") and Settings().targets == ("tei", "html", "pdf")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("split = 0", "split must be"),
        ("split = true", "split must be"),
        ('split = "always"', "split must be"),
        ("css = 1", "css must be"),
        ('style = "x.css"', "no setting called style"),
    ],
)
def test_the_table_of_the_pages_is_checked_key_by_key(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "edition.toml").write_text(f"[html]\n{line}\n")
    with pytest.raises(CannotRunError, match=said) as caught:
        read_settings(tmp_path / "edition.toml")
    assert caught.value.diagnostic.position
    assert caught.value.diagnostic.position.line == 2


def test_the_files_of_the_pages_count_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[html]\nstylesheet = "my.xsl"\ncss = "looks/my.css"\nsplit = 2\n')
    html = read_settings(tmp_path / "edition.toml").html
    assert (html.stylesheet, html.css, html.split) == (
        tmp_path / "my.xsl",
        tmp_path / "looks" / "my.css",
        2,
    )
    assert Settings().html.split == "auto"


TABLES = {"": KEYS, "validate": VALIDATE, "epub": EPUB, "html": HTML, "print": PRINT}
STRANGE = ("[[1]]", "{}", "[{}]", '{"A" = [1]}', "1.5", "1979-05-27T07:32:00Z", '[""]', '""')
"""Values of every kind that TOML has, hardly any of which a key takes."""


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize(
    ("table", "key"), [(table, key) for table, keys in TABLES.items() for key in keys], ids=str
)
def test_no_value_is_more_than_a_mistake(table: str, key: str, value: str, tmp_path: Path) -> None:
    header = f"[{table}]\n" if table else ""
    (tmp_path / "edition.toml").write_text(f"{header}{key} = {value}\n")
    try:
        read_settings(tmp_path / "edition.toml")
    except CannotRunError as mistake:
        assert mistake.diagnostic.code in ("CONFIG-VALUE", "CONFIG-CODE", "CONFIG-KEY")
        assert mistake.diagnostic.position is not None
