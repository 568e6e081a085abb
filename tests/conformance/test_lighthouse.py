"""A page of each kind and a text of each genre before Lighthouse, as a server gives them out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.command import edition
from tests.conformance.tools import NODE_MODULES, require
from tests.every_genre import texts
from tests.serving import served

SCORE = Path(__file__).with_name("score.mjs")
OF_THE_EDITION = ("index", "register-persons", "chronology", "about", "search")
DESKTOP = ("the-ferry-bell", "search")
BARE = "desktop bare"
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}


def judged(folder: Path, pages: Sequence[str]) -> dict[str, Any]:
    """What Lighthouse says of pages of a folder, each named by its screen and stem."""
    require(".tools/node_modules/lighthouse/package.json")
    command = [require("node"), str(SCORE), require("chromium"), str(NODE_MODULES)]
    with served(folder) as address:
        asked = [f"{screen}:{address}/{stem}.html" for screen, stem in (page.split() for page in pages)]
        answer = subprocess.run([*command, *asked], capture_output=True, text=True, check=True).stdout
    return dict(zip(pages, json.loads(answer), strict=True))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The pages of an edition with a text of each genre, and one page that is no good."""
    folder = tmp_path_factory.mktemp("lighthouse")
    stems = texts(folder / "texts")
    assert edition("build", folder / "texts", "-o", folder / "site", "--to", "tei,html", "-q").code == 0
    (folder / "site" / "bare.html").write_text(
        "<!DOCTYPE html><p>Bare <img src='data:,'></p>", encoding="utf-8"
    )
    pages = [f"mobile {stem}" for stem in (*stems, *OF_THE_EDITION)] + [f"desktop {stem}" for stem in DESKTOP]
    return judged(folder / "site", [*pages, BARE])


def test_every_kind_of_page_has_full_marks_and_is_fast(reports: dict[str, Any]) -> None:
    assert {page: report["error"] for page, report in reports.items() if report["error"]} == {}
    short = {
        page: (report["scores"], report["lost"])
        for page, report in reports.items()
        if page != BARE and any(report["scores"][category] < least for category, least in LEAST.items())
    }
    assert short == {}


def test_a_page_that_falls_short_is_seen(reports: dict[str, Any]) -> None:
    """No title, no description, no language, a picture without words: each costs its category points."""
    bare = reports[BARE]
    assert bare["scores"]["accessibility"] < 100 and bare["scores"]["seo"] < 100
    assert any("<title>" in lost for lost in bare["lost"])
