"""Installed from a wheel into another environment, edition works from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "workers-vanguard-1144.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return next(folder.glob("edition-*.whl"))


def test_schemas_and_sheets_travel_inside_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("schemas", "xslt"):
        shipped = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert shipped
        for path in shipped:
            assert f"edition/_data/{path.relative_to(ROOT).as_posix()}" in names
    assert "edition/py.typed" in names and "edition/converter/languages/en/dates.toml" in names
    assert not any(name.startswith(("tests/", "examples/")) for name in names)


def test_the_installed_program_builds_the_sample_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    # The dependencies are lent from here, so that the test does not fetch them again.
    site = next((environment / "lib").glob("python*/site-packages"))
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"])
    desk = tmp_path / "desk"
    desk.mkdir()
    command = [str(environment / "bin" / "edition"), "build", str(SAMPLE)]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(p.suffix for p in (desk / "output").iterdir() if p.is_file()) == [".html", ".pdf", ".xml"]
    where = [str(python), "-c", "import edition.resources as r; print(r.resource('schemas'))"]
    assert str(site) in subprocess.run(where, cwd=desk, capture_output=True, text=True, check=True).stdout
