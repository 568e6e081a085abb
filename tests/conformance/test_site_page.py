"""The pages that an edition has beside its texts, before the same judges as the pages of its texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command import edition
from tests.conformance.test_html_page import complaints, look
from tests.conformance.tools import ROOT

FACTS = """title = "Letters & Papers of the Harbour"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
licence = "https://creativecommons.org/licenses/by/4.0/"
site = "https://letters.example.org/"
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Front page, chronology, register and texts of the examples, one page of each kind."""
    folder = tmp_path_factory.mktemp("site")
    for text in (ROOT / "examples").glob("*.txt"):
        (folder / text.name).write_bytes(text.read_bytes())
    (folder / "edition.toml").write_text(FACTS, encoding="utf-8")
    assert edition("build", folder, "-o", folder / "site", "--to", "tei,html", "-q").code == 0
    names = ("index", "chronology", "register", "the-ferry-bell", "a-letter-from-dorne")
    return [folder / "site" / f"{name}.html" for name in names]


@pytest.fixture(scope="module")
def seen(pages: list[Path]) -> dict[str, dict[str, Any]]:
    return look(pages)


def test_the_nu_checker_finds_no_error_and_no_warning(pages: list[Path]) -> None:
    assert complaints(pages) == []


def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(seen: dict[str, dict[str, Any]]) -> None:
    assert {stem: report["axe"] for stem, report in seen.items() if report["axe"]} == {}


def test_no_page_asks_another_host_or_scrolls_sideways(seen: dict[str, dict[str, Any]]) -> None:
    assert [stem for stem, report in seen.items() if report["requests"] or report["sideways"]] == []


def test_no_page_needs_a_script(seen: dict[str, dict[str, Any]]) -> None:
    assert all(report["withoutScript"] for report in seen.values())
