"""Every command and every example of the README works as it stands there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import edition
from edition.config import read_settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README, re.M)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the README has it, with the examples."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_commands_run_one_after_the_other(desk: Path) -> None:
    assert len(COMMANDS) > 8
    for command in COMMANDS:
        if command == "pip install .":
            continue  # test_wheel does that
        assert command.startswith("edition "), command
        runnable = command.replace("edition ", f"{sys.executable} -m edition ", 1)
        done = subprocess.run(runnable, shell=True, cwd=desk, capture_output=True, text=True, check=False)
        assert done.returncode == (1 if "letter-042" in command else 0), (command, done.stderr)
        if command == "edition validate examples/letter-042.xml":
            findings = done.stdout + done.stderr
            assert "".join(f"    {line}\n" for line in findings.splitlines()) in README
    mended = (desk / "examples" / "letter-042.xml").read_text(encoding="utf-8")
    assert 'when="1850-02-27"' in mended and '<persName ref="#weber-tom">Weber</persName>' in mended


def test_the_summary_is_what_the_command_says(desk: Path) -> None:
    command = [sys.executable, "-m", "edition", "build", "examples/workers-vanguard-1144.txt", "-o", "again"]
    said = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=True).stderr
    for line in said.splitlines()[1:]:
        assert line.strip() in README


def test_the_python_example_runs(desk: Path) -> None:
    for code in re.findall(r"```python\n(.*?)```", README, re.S):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith("[]\n['rain.html']\n")


def test_the_settings_example_is_sound(tmp_path: Path) -> None:
    (facts, web, printed, ebooks, validation, conventions) = re.findall(r"```toml\n(.*?)```", README, re.S)
    (tmp_path / "edition.toml").write_text(
        facts + web + printed + ebooks + conventions + validation, encoding="utf-8"
    )
    settings = read_settings(tmp_path / "edition.toml")
    assert settings.facts.publisher == "The Harbour Press"
    assert (settings.html.split, settings.html.css) == (1, tmp_path / "my.css")
    assert not settings.html.search
    assert (settings.print.font, settings.print.fonts) == ("EB Garamond", tmp_path / "fonts")
    assert (settings.epub.volumes, settings.epub.tei) == ("one", True)
    assert settings.conventions.speaker[0] == "[{NAME}]"
    assert (settings.weights.ignored[0], settings.phase) == ("HEADER-LICENCE", "proofs")


def test_the_encodings_shown_are_what_comes_out() -> None:
    written = "".join(
        (edition.convert((ROOT / "examples" / name).read_bytes()).data or b"").decode()
        for name in (
            "the-ferry-bell.txt",
            "workers-vanguard-1144.txt",
            "the-swan.txt",
            "a-letter-from-dorne.txt",
        )
    )
    written = " ".join(written.split())
    shown = re.findall(r"```xml\n(.*?)```", README, re.S)
    assert len(shown) == 4
    for piece in shown:
        for part in piece.split("…"):
            assert " ".join(part.split()) in written


def test_every_link_and_picture_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
