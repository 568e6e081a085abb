"""The commands as a user meets them: what they write, what they say, how they end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition import building
from edition.building import converting
from edition.config import Settings
from edition.converter import pipeline
from edition.engine import Failure, Outcome
from tests.command import SAMPLE, edition


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "piece.txt"
    shutil.copy(SAMPLE, path)
    return path


def test_convert_writes_tei_named_after_its_source(text: Path, tmp_path: Path) -> None:
    said = edition("convert", text, "-o", tmp_path / "out")
    assert (said.code, said.out) == (0, "")
    assert "1 quotation by V. I. Lenin" in said.err
    assert (tmp_path / "out" / "piece.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_convert_of_standard_input_goes_to_standard_output() -> None:
    said = edition("convert", "-", stdin=SAMPLE.read_bytes())
    assert said.code == 0
    assert said.out.startswith("<?xml") and said.out.endswith("</TEI>\n")


def test_convert_of_standard_input_goes_to_a_folder_that_is_named(tmp_path: Path) -> None:
    assert edition("convert", "-", "-o", tmp_path, stdin=b"A text.").out == ""
    assert (tmp_path / "stdin.xml").exists()


def test_one_text_goes_to_standard_output_if_a_dash_is_named(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = edition("convert", text, "-o", "-")
    assert said.code == 0
    assert said.out.startswith("<?xml") and said.out.endswith("</TEI>\n")
    shutil.copy(text, tmp_path / "another.txt")
    for refused in (("convert", text, tmp_path / "another.txt"), ("build", text)):
        said = edition(*refused, "-o", "-")
        assert (said.code, said.out) == (2, "")
        assert "-o" in said.err and "folder" in said.err
    assert not (tmp_path / "-").exists() and not (tmp_path / "output").exists()


def test_build_makes_three_files_and_takes_its_own_tei_as_it_is(text: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert edition("build", text, "-o", first).code == 0
    assert sorted(p.name for p in first.glob("*.*") if p.is_file()) == [
        "piece.html",
        "piece.pdf",
        "piece.xml",
    ]
    assert edition("build", first / "piece.xml", "-o", second).code == 0
    for name in ("piece.xml", "piece.html", "piece.pdf"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_build_makes_what_is_asked_for_and_nothing_else(text: Path, tmp_path: Path) -> None:
    assert edition("build", text, "-o", tmp_path / "out", "--to", "tei").code == 0
    assert [p.name for p in (tmp_path / "out").glob("*.*") if p.is_file()] == ["piece.xml"]


def test_someones_own_tei_is_measured_by_the_schema_they_name_and_published(tmp_path: Path) -> None:
    document = tmp_path / "own.xml"
    document.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words.</p></body></text></TEI>',
        encoding="utf-8",
    )
    assert edition("build", document, "-o", tmp_path / "a", "--to", "html").code == 0
    rng = Path(__file__).parents[2] / "schemas" / "edition.rng"
    (tmp_path / "edition.toml").write_text(f'schema = "{rng.as_posix()}"')
    said = edition("build", document, "-o", tmp_path / "b", "--to", "html")
    assert said.code == 1 and "teiHeader" in said.err
    assert (tmp_path / "b" / "own.html").exists()


def test_a_page_links_to_its_tei_only_where_that_lies_beside_it(text: Path, tmp_path: Path) -> None:
    edition("build", text, "-o", tmp_path / "a", "--to", "html")
    edition("build", text, "-o", tmp_path / "b", "--to", "tei,html")
    assert 'href="piece.xml"' not in (tmp_path / "a" / "piece.html").read_text(encoding="utf-8")
    assert 'href="piece.xml"' in (tmp_path / "b" / "piece.html").read_text(encoding="utf-8")


def test_build_in_place_leaves_the_tei_document_alone(text: Path, tmp_path: Path) -> None:
    edition("convert", text, "-o", tmp_path)
    document = tmp_path / "piece.xml"
    edited = document.read_bytes().replace(b"rubric", b"heading")
    document.write_bytes(edited)
    assert edition("build", document, "-o", tmp_path, "--to", "tei,html").code == 0
    assert document.read_bytes() == edited


def test_folders_are_searched_all_the_way_down_but_not_in_the_output(tmp_path: Path) -> None:
    for name in ("b.txt", "deep/a.txt", ".hidden/c.txt", "output/d.txt", "e.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("A text.")
    assert edition("convert", tmp_path, "-o", tmp_path / "output").code == 0
    assert sorted(p.name for p in (tmp_path / "output").glob("*.xml")) == ["a.xml", "b.xml"]


def test_two_texts_that_would_write_one_file_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "x" / "A.txt").write_text("Two.")
    said = edition("convert", tmp_path, "-o", tmp_path / "out")
    assert said.code == 2 and "FILE-COLLISION" in said.err
    assert not (tmp_path / "out").exists()


def test_a_file_named_twice_counts_once(text: Path, tmp_path: Path) -> None:
    assert edition("convert", text, text, tmp_path, "-o", tmp_path / "out").code == 0


@pytest.mark.parametrize(
    ("name", "content", "code", "named"),
    [
        ("missing.txt", None, 2, "FILE-MISSING"),
        ("empty.txt", b"", 1, "READ-EMPTY"),
        ("blank.txt", b" \n\xc2\xa0\n", 1, "READ-BLANK"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(64)), 1, "READ-BINARY"),
        ("damaged.txt", "naïve café".encode() + b"\xff\n", 1, "READ-UTF8-DAMAGED"),
    ],
)
def test_a_file_that_is_no_text_gets_a_clear_error(
    name: str, content: bytes | None, code: int, named: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for command in ("convert", "build"):
        said = edition(command, tmp_path / name, "-o", tmp_path / "out")
        assert said.code == code and named in said.err and name in said.err
        assert not list((tmp_path / "out").glob("*.*"))


def test_one_bad_text_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("A text.")
    assert edition("convert", tmp_path, "-o", tmp_path / "out").code == 1
    assert (tmp_path / "out" / "b.xml").exists()


def test_a_folder_without_texts_is_said_to_have_none(tmp_path: Path) -> None:
    said = edition("convert", tmp_path)
    assert said.code == 2 and "FILE-NONE" in said.err and "*.txt" in said.err


def test_a_result_edited_by_hand_is_never_overwritten_without_force(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    edition("convert", text, "-o", out)
    result = out / "piece.xml"
    edited = result.read_bytes().replace(b"rubric", b"heading")
    result.write_bytes(edited)
    for command in ("convert", "build"):
        said = edition(command, text, "-o", out)
        assert said.code == 1 and "FILE-EDITED" in said.err
        assert result.read_bytes() == edited
        assert not (out / "piece.html").exists()
    assert edition("convert", text, "-o", out, "--force").code == 0
    assert result.read_bytes() != edited


def test_a_file_that_is_not_ours_is_never_overwritten_either(text: Path, tmp_path: Path) -> None:
    (tmp_path / "piece.xml").write_text("mine")
    said = edition("convert", text, "-o", tmp_path)
    assert said.code == 1 and "FILE-NOT-OURS" in said.err
    assert (tmp_path / "piece.xml").read_text() == "mine"


def test_a_result_of_ours_is_written_again_when_the_text_changes(text: Path, tmp_path: Path) -> None:
    edition("convert", text, "-o", tmp_path)
    text.write_text("Another text.")
    assert edition("convert", text, "-o", tmp_path).code == 0
    assert "Another text." in (tmp_path / "piece.xml").read_text()


def test_an_output_that_cannot_be_written_is_said_to_be_so(text: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    said = edition("convert", text, "-o", tmp_path / "out" / "below")
    assert said.code == 2 and "FILE-UNWRITABLE" in said.err


def test_a_full_disk_leaves_the_old_file_whole(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition("convert", text, "-o", tmp_path)
    before = (tmp_path / "piece.xml").read_bytes()
    text.write_text("Another text. " * 1000)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = edition("convert", text, "-o", tmp_path)
    assert said.code == 2 and "No space left on device" in said.err
    assert (tmp_path / "piece.xml").read_bytes() == before
    assert not list(tmp_path.glob(".*.tmp"))


def test_interrupting_leaves_nothing_half_written(tmp_path: Path) -> None:
    paragraph = "In 1848 V.I. Lenin said nothing, and Rosa Luxemburg said it again. " * 12 + "\n\n"
    (tmp_path / "long.txt").write_text(paragraph * 40_000)
    command = [
        sys.executable,
        "-m",
        "edition",
        "convert",
        str(tmp_path / "long.txt"),
        "-o",
        str(tmp_path / "out"),
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "nothing is half-written" in err and "Traceback" not in err
    assert not list((tmp_path / "out").rglob("*.*")) if (tmp_path / "out").exists() else True


def test_a_run_that_is_interrupted_while_python_makes_a_class_has_the_same_exit_code(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(
        "from edition.cli import main as cli\n"
        "from edition.cli.main import _edition\n"
        "_edition.main = lambda *_, **__: exec('raise KeyboardInterrupt')\n"
        "cli()\n"
    )
    command = [sys.executable, "-m", "interrupted"]  # a module: of a script the interpreter forgets it itself
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 130
    assert "nothing is half-written" in ended.stderr


def test_the_work_goes_on_when_nobody_reads_what_is_said(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"t{number}.txt").write_text("Lorem ipsum dolor sit amet.")
    command = f"{sys.executable} -m edition convert {tmp_path} -o {tmp_path / 'out'} 2>&1 | head -1"
    subprocess.run(command, shell=True, check=True, capture_output=True)
    assert len(list((tmp_path / "out").glob("*.xml"))) == 5


def test_quiet_says_nothing_and_verbose_names_every_rule(text: Path, tmp_path: Path) -> None:
    assert edition("convert", text, "-o", tmp_path, "-q").err == ""
    verbose = edition("convert", text, "-o", tmp_path, "-v").err
    assert "introduction names the author, high" in verbose
    assert "11:137" in verbose and "V.I. Lenin" in verbose


DATA = ("texts", "dates", "persons")


def test_one_process_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(5):
        masthead = f"Evening Gazette No. {number}\n\n3 June 1848"
        (texts / f"t{number}.txt").write_text(f"{masthead}\n\nRain\n\nIt rained, said Rosa Medina.")
    for jobs in ("1", "2"):
        assert edition("build", texts, "-o", tmp_path / jobs, "-j", jobs, "-q").code == 0
        shutil.rmtree(tmp_path / jobs / ".edition")
    files = sorted(str(p.relative_to(tmp_path / "1")) for p in (tmp_path / "1").rglob("*") if p.is_file())
    pages = ["index", "chronology", "about", "register-persons"]
    data = ["README.md", *(f"{name}.{suffix}" for name in DATA for suffix in ("csv", "jsonl"))]
    of_texts = [f"t{number}.{suffix}" for number in range(5) for suffix in ("xml", "html", "pdf")]
    beside = ["register.xml", *(f"{page}.html" for page in pages), *(f"data/{name}" for name in data)]
    cited = [f"data/citations.{suffix}" for suffix in ("bib", "ris", "csl.json")]
    found = [name for name in files if name == "search.html" or name.startswith("pagefind/")]
    assert files == sorted([*of_texts, *beside, *cited, *found, "edition.pdf"])
    for name in files:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_many_texts_get_one_line_in_all(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"t{number}.txt").write_text("In 1848 it rained, and Rosa Medina said so.")
    said = edition("convert", tmp_path, "-o", tmp_path / "out", "--lang", "en")
    assert said.err.count("\n") == 1
    assert "25 sources → 25 files" in said.err and "25 mentions of persons, 25 dates" in said.err


def test_validate_names_each_document_when_verbose(text: Path, tmp_path: Path) -> None:
    edition("convert", text, "-o", tmp_path)
    assert "piece.xml: nothing to complain of" in edition("validate", tmp_path, "-v").err
    assert edition("validate", tmp_path, "-q").err == ""


def test_the_date_given_overrules_that_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text without a date.")
    edition("convert", tmp_path / "a.txt", "-o", tmp_path, "--date", "1918-11-08")
    assert 'when="1918-11-08"' in (tmp_path / "a.xml").read_text()
    said = edition("convert", SAMPLE, "-o", tmp_path, "--date", "1918-11-08", "-v")
    assert "CONVERT-DATE-GIVEN" in said.err
    header = (tmp_path / f"{SAMPLE.stem}.xml").read_text(encoding="utf-8").partition("<text>")[0]
    assert '<date when="1918-11-08">1918-11-08</date>' in header


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("convrt", "a.txt"), "Did you mean convert?"),
        (("convert", "a.txt", "--date", "8.11.1918"), "YYYY-MM-DD"),
        (("convert", "a.txt", "--lang", "deutsch!"), "not a language code"),
        (("convert", "a.txt", "--genre", "novel"), "article"),
        (("build", "a.txt", "--to", "docx"), "docx is not one of tei, html, pdf"),
        (("convert",), "SOURCE"),
    ],
)
def test_a_mistake_in_the_command_is_explained(arguments: tuple[str, ...], named: str) -> None:
    said = edition(*arguments)
    assert said.code == 2 and named in said.err


def test_validate_json_is_one_array_with_eight_keys(tmp_path: Path, text: Path) -> None:
    edition("convert", text, "-o", tmp_path)
    document = tmp_path / "piece.xml"
    assert json.loads(edition("validate", document, "--format", "json").out) == []
    document.write_bytes(document.read_bytes().replace(b'when="2018-11-16"', b'when="16.11.2018"'))
    said = edition("validate", document, "--format", "json")
    findings = json.loads(said.out)
    assert said.code == 1 and len(findings) == 2
    assert list(findings[0]) == ["path", "line", "column", "length", "code", "severity", "message", "hint"]
    assert 'when="2018-11-16"' in findings[0]["hint"]


def test_validate_in_text_goes_to_standard_output_with_line_and_column(tmp_path: Path, text: Path) -> None:
    edition("convert", text, "-o", tmp_path)
    document = tmp_path / "piece.xml"
    document.write_bytes(document.read_bytes().replace(b'ref="#stalin-j-v"', b'ref="#stalin"'))
    said = edition("validate", document)
    assert said.code == 1
    assert "piece.xml:" in said.out and "stalin-j-v" in said.out


def test_a_fault_of_ours_is_said_to_be_one_without_a_traceback(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "lost_text", lambda tree, source: 7)
    said = edition("convert", text, "-o", tmp_path / "out")
    assert said.code == 3 and "CONVERT-TEXT-LOST" in said.err and "piece.txt:1:8" in said.err
    assert not (tmp_path / "out" / "piece.xml").exists()

    def broken(*arguments: object, **more: object) -> None:
        raise ZeroDivisionError("something odd")

    monkeypatch.setattr(pipeline, "write_document", broken)
    said = edition("convert", text, "-o", tmp_path / "out")
    assert said.code == 3 and "INTERNAL-ERROR" in said.err and "Traceback" not in said.err

    monkeypatch.undo()
    monkeypatch.setattr(converting, "is_valid", lambda data, schema: False)
    said = edition("convert", text, "-o", tmp_path / "out")
    assert said.code == 3 and "CONVERT-INVALID" in said.err
    assert not (tmp_path / "out" / "piece.xml").exists()


def test_a_text_that_brings_its_process_down_spares_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("A text.")
    real = building.convert_all

    def one_crashes(*arguments: object, **more: object) -> Iterator[Outcome]:
        materials = [building.Material(name, name, b"A text.") for name in ("a", "b")]
        yield Outcome(failure=Failure("crashed", "worker ended with -9"))
        yield Outcome(next(iter(real(materials[1:], Settings(jobs=1)))))

    monkeypatch.setattr(converting, "ordered_map", one_crashes)
    said = edition("convert", tmp_path, "-o", tmp_path / "out", "-j", "2")
    assert said.code == 3 and "CONVERT-FAILED" in said.err and "a.txt" in said.err
    assert (tmp_path / "out" / "b.xml").exists() and not (tmp_path / "out" / "a.xml").exists()


def test_a_file_that_cannot_be_read_is_said_to_be_so(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    said = edition("convert", text, "-o", tmp_path / "out")
    assert said.code == 1 and "FILE-UNREADABLE" in said.err and "Permission denied" in said.err


def test_a_language_that_cannot_be_told_or_has_no_table_is_named() -> None:
    assert "CONVERT-LANGUAGE-UNKNOWN" in edition("convert", "-", stdin=b"Lorem ipsum dolor sit amet.").err
    assert "CONVERT-LANGUAGE-NO-TABLE" in edition("convert", "-", "--lang", "fi", stdin=b"Lorem ipsum.").err


def test_help_names_every_command_and_exit_code() -> None:
    said = edition("--help")
    for word in ("build", "convert", "validate", "dates", "explain", "edition.toml", "Exit codes"):
        assert word in said.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_commands(shell: str) -> None:
    script = subprocess.run(
        [sys.executable, "-c", "from edition.cli import main; main()"],
        env={**os.environ, "_EDITION_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "edition" in script.stdout


def test_convert_loads_neither_saxon_nor_typst() -> None:
    code = (
        "import sys\nfrom edition.cli.main import run\n"
        f"run(['convert', {str(SAMPLE)!r}, '-q', '-o', sys.argv[1]])\n"
        "print([name for name in ('saxonche', 'typst', 'charset_normalizer') if name in sys.modules])"
    )
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True
        )
    assert done.stdout.strip() == "[]"
