"""Fonts that come as Python packages: found by the list of what was installed, without running anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.config import EbookChoices, PrintSettings, read_settings
from edition.diagnostics import CannotRunError
from edition.fontpackages import font_package
from edition.publish.design import design
from tests.unit.ebook_press import ebook, parts, tei
from tests.unit.font_package import LICENCE, installed
from tests.unit.test_ebook import font

BOOK = tei("<body><p>One.</p></body>")


def test_a_package_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "files/B.ttf": b"",
        "files/A.otf": b"",
        "files/A.ttf": b"",
        "files/OFL.txt": LICENCE,
        "x.css": b"",
    }
    monkeypatch.syspath_prepend(installed(tmp_path, "font-test-serif", files))
    found = font_package("font-test-serif")
    assert [path.name for path in found.fonts] == ["A.otf", "B.ttf"]
    assert [path.read_bytes() for path in found.licences] == [LICENCE]
    assert found.folders == (tmp_path / "font_test_serif" / "files",)
    assert font_package("Font.Test_Serif").fonts == found.fonts


def test_a_licence_among_the_metadata_is_taken_where_there_is_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed(tmp_path, "font-test-bare", {"A.otf": b""}))
    assert [path.read_bytes() for path in font_package("font-test-bare").licences] == [b"Of the code."]


@pytest.mark.parametrize("listed", [True, False])
def test_a_package_without_fonts_or_without_a_list_of_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: bool
) -> None:
    files = {"A.woff2": b""} if listed else {"A.otf": b""}
    monkeypatch.syspath_prepend(installed(tmp_path, "font-test-none", files, listed=listed))
    with pytest.raises(CannotRunError) as refused:
        font_package("font-test-none")
    assert refused.value.diagnostic.code == "CONFIG-NO-FONTS"


def test_a_package_that_is_not_installed_is_told_with_the_command_that_installs_it() -> None:
    for make in (
        lambda: design(PrintSettings(font_packages=("font-that-is-not-there",))),
        lambda: ebook(BOOK, choices=EbookChoices(font_packages=("font-that-is-not-there",))),
    ):
        with pytest.raises(CannotRunError) as refused:
            make()
        assert refused.value.diagnostic.code == "CONFIG-FONT-PACKAGE"
        assert refused.value.diagnostic.hint == "install it: python -m pip install font-that-is-not-there"


def test_print_takes_the_folders_of_the_packages_after_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(
        installed(tmp_path, "font-test-serif", {"files/A.otf": b"", "more/B.otf": b""})
    )
    (tmp_path / "own").mkdir()
    look = design(PrintSettings(fonts=tmp_path / "own", font_packages=("font-test-serif",)))
    module = tmp_path / "font_test_serif"
    assert look.fonts == (str(tmp_path / "own"), str(module / "files"), str(module / "more"))


def test_a_book_takes_the_weights_of_running_text_and_the_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"Bold.otf": font(), "Black.otf": font(weight=900), "LICENSE": LICENCE}
    monkeypatch.syspath_prepend(installed(tmp_path, "font-test-serif", files))
    book = ebook(BOOK, choices=EbookChoices(font_packages=("font-test-serif",)))
    there = {name: data for name, data in parts(book).items() if name.startswith("EPUB/fonts/")}
    assert there == {"EPUB/fonts/Bold.otf": font(), "EPUB/fonts/font-test-serif-LICENSE": LICENCE}
    assert b'"Test Serif"; font-weight: 700;' in parts(book)["EPUB/book.css"]


def test_a_book_takes_all_weights_of_a_family_that_has_none_for_running_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"Black.otf": font(weight=900), "LICENSE": LICENCE}
    monkeypatch.syspath_prepend(installed(tmp_path, "font-test-heavy", files))
    book = ebook(BOOK, choices=EbookChoices(font_packages=("font-test-heavy",)))
    assert "EPUB/fonts/Black.otf" in parts(book)


def test_packages_are_named_in_edition_toml(tmp_path: Path) -> None:
    path = tmp_path / "edition.toml"
    path.write_text(
        '[print]\nfont-packages = ["font-a"]\n[epub]\nfont-packages = ["font.b"]\n', encoding="utf-8"
    )
    settings = read_settings(path)
    assert (settings.print.font_packages, settings.epub.font_packages) == (("font-a",), ("font.b",))
    for wrong in ('"font-a"', '["a b"]', '["../fonts"]', "[1]"):
        path.write_text(f"[print]\nfont-packages = {wrong}\n", encoding="utf-8")
        with pytest.raises(CannotRunError) as refused:
            read_settings(path)
        assert refused.value.diagnostic.code == "CONFIG-VALUE"
