"""The web page before its judges: the Nu HTML checker, axe, and a browser as readers use it."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.publish import Frame, publish
from edition.relaxng import load
from edition.resources import resource
from edition.tei import parse
from tests.conformance.tools import ROOT, require
from tests.random_tei import random_texts
from tests.tei_all import tei_all_path

CASES = sorted((ROOT / "tests" / "cases" / "html").glob("*.xml"))
OF_MODULES = sorted((ROOT / "tests" / "cases" / "html").glob("*/*.xml"))

# What the checker warns of and why it stays: it does not work out whether the hash in the policy is that of
# the style (the unit tests do, and the browser applies it); it takes JSON-LD for a program; it has no folder
# to find 'self' in; and to it, years before 1000 look mistyped.
ARGUED = re.compile(
    r"Inline (script|style) violates Content Security Policy|image “seal\.png” blocked by “img-src”"
    r"|Potentially bad value “0476” for attribute “datetime”"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    documents = []
    for case in CASES:
        document, findings = parse(case.read_bytes(), name=case.name, stem=case.stem)
        assert document, findings
        documents.append(document)
    for result in publish(documents, targets=["html"], frame=Frame(edition_title="Cases")):
        for name, content in result.files.items():
            (folder / name).write_bytes(content)
    # One grey point: what the picture of the report looks like does not matter.
    (folder / "seal.png").write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
            "3a7e9b550000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
        )
    )
    return sorted(folder.glob("*.html"))


@pytest.fixture(scope="module")
def seen(pages: list[Path]) -> dict[str, dict[str, Any]]:
    """What look.mjs saw in a browser, by the stem of the page."""
    return look(pages)


def complaints(pages: list[Path], *, errors_only: bool = False) -> list[str]:
    """What the Nu checker says of pages, but for what is argued above."""
    jar = require(".tools/node_modules/vnu-jar/build/dist/vnu.jar")
    command = [require("java"), "-jar", jar, "--format", "json", "--stdout", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{Path(m['url']).name}: {m['message']}"
        for m in messages
        if not ARGUED.search(m["message"]) and (m["type"] == "error" or not errors_only)
    ]


def look(pages: Sequence[Path | str]) -> dict[str, dict[str, Any]]:
    """What look.mjs sees in a browser of pages (files, or addresses of this machine), by their stems."""
    return {Path(report["page"]).stem: report for report in seen_of(pages)}


def seen_of(pages: Sequence[Path | str]) -> list[dict[str, Any]]:
    """What look.mjs sees of pages in a browser, in their order."""
    browser = require("chromium")
    require(".tools/node_modules/axe-core/axe.min.js")
    require(".tools/node_modules/playwright-core/package.json")
    command = [require("node"), str(Path(__file__).with_name("look.mjs")), browser, str(ROOT / ".tools")]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    return reports


def test_there_is_a_page_for_every_case(pages: list[Path]) -> None:
    assert [page.stem for page in pages] == [case.stem for case in CASES]


def test_the_nu_checker_finds_no_error_and_no_warning(pages: list[Path]) -> None:
    assert complaints(pages) == []


def test_the_nu_checker_finds_no_error_in_the_cases_of_modules(tmp_path: Path) -> None:
    sources = {f"{case.parent.name}-{case.stem}": case.read_bytes() for case in OF_MODULES}
    assert len(sources) > 15
    assert complaints(written(sources, tmp_path), errors_only=True) == []


@pytest.mark.parametrize("schema", [resource("schemas", "edition.rng"), tei_all_path()], ids=lambda s: s.stem)
def test_the_nu_checker_finds_no_error_in_texts_made_up_at_random(schema: Path, tmp_path: Path) -> None:
    """Whatever stands in whatever, blocks do not come to stand in phrases, nor links in links."""
    if not schema.is_file():
        pytest.skip(f"{schema} is not there; EDITION_TEI_ALL names the file")
    texts = random_texts(load(schema), 1871, 60)
    sources = {f"{number:02}": etree.tostring(text) for number, text in enumerate(texts)}
    assert complaints(written(sources, tmp_path), errors_only=True) == []


def test_axe_finds_nothing_in_the_cases_of_modules(tmp_path: Path) -> None:
    sources = {f"{case.parent.name}-{case.stem}": case.read_bytes() for case in OF_MODULES}
    seen = look(written(sources, tmp_path))
    assert {name: report["axe"] for name, report in seen.items() if report["axe"]} == {}
    assert {name: report["sideways"] for name, report in seen.items() if report["sideways"]} == {}


def written(sources: dict[str, bytes], folder: Path) -> list[Path]:
    """The pages of documents, by their stems, in `folder`."""
    documents = []
    for stem, source in sources.items():
        document, findings = parse(source, name=f"{stem}.xml", stem=stem)
        assert document, findings
        documents.append(document)
    for result in publish(documents, targets=["html"]):
        for name, content in result.files.items():
            (folder / name).write_bytes(content)
    assert len(list(folder.glob("*.html"))) == len(sources)
    return sorted(folder.glob("*.html"))


def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(seen: dict[str, dict[str, Any]]) -> None:
    assert {name: report["axe"] for name, report in seen.items() if report["axe"]} == {}


def test_no_page_asks_for_anything_but_its_own_pictures(seen: dict[str, dict[str, Any]]) -> None:
    asked = {Path(request).name for report in seen.values() for request in report["requests"]}
    assert asked <= {"seal.png"}
    assert all(request.startswith("file:") for report in seen.values() for request in report["requests"])


def test_the_browser_has_nothing_to_complain_of(seen: dict[str, dict[str, Any]]) -> None:
    """Nothing is blocked by the page's own policy, nothing is missing."""
    assert {name: report["complaints"] for name, report in seen.items() if report["complaints"]} == {}


def test_nothing_scrolls_sideways_at_320_pixels(seen: dict[str, dict[str, Any]]) -> None:
    assert {name: report["sideways"] for name, report in seen.items() if report["sideways"]} == {}


def test_the_page_is_the_same_without_javascript(seen: dict[str, dict[str, Any]]) -> None:
    assert [name for name, report in seen.items() if not report["withoutScript"]] == []


def test_a_note_is_shown_beside_its_call_and_given_back(seen: dict[str, dict[str, Any]]) -> None:
    notes = {name: report["note"] for name, report in seen.items() if report["note"]}
    assert {"letter", "latin"} <= notes.keys() and "play" not in notes
    for note in notes.values():
        assert note == {"listed": note["listed"], "beside": note["listed"], "lent": 1, "back": True}


def test_a_marginal_note_stands_on_the_side_that_the_source_names(tmp_path: Path) -> None:
    notes = '<note place="margin-left">a</note>, <note place="right">b</note>, <note place="margin">c</note>'
    body = f'<p>Words {notes}.</p><quote><p>Words {notes}.</p></quote><lg><l part="F">Words {notes}.</l></lg>'
    sources = {
        language: f'''<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc>
        <titleStmt><title>A title</title></titleStmt><publicationStmt><p/></publicationStmt>
        <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>'''.encode()
        for language in ("en", "he")
    }
    reports = look(written(sources, tmp_path))
    assert reports["en"]["marginal"] == ["left", "right", "right"] * 3
    assert reports["he"]["marginal"] == ["left", "right", "left"] * 3
    assert not [one for report in reports.values() for one in (*report["sideways"], *report["axe"])]


def test_lines_of_prose_hold_60_to_75_characters(seen: dict[str, dict[str, Any]]) -> None:
    lengths = seen["newspaper"]["measures"]
    assert len(lengths) > 20
    assert 60 <= statistics.mean(lengths) <= 75
    assert max(lengths) <= 80
