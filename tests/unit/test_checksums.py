"""Which files we wrote, and which were edited since."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from edition.files import Outputs
from edition.files.checksums import Checksums

SUMS = Path(".edition") / "SHA256SUMS"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_one_file_says_what_was_written_where(tmp_path: Path) -> None:
    Outputs(tmp_path).write({"a.xml": b"one", "data/b.csv": b"two"})
    said = (tmp_path / SUMS).read_text()
    assert said == f"{digest(b'one')}  a.xml\n{digest(b'two')}  data/b.csv\n"


def test_sha256sum_reads_it(tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None and not os.environ.get("CI"):
        pytest.skip("sha256sum is of GNU coreutils, which this system has not; CI has it")
    Outputs(tmp_path).write({"a.xml": b"one", "a\\b.xml": b"two", "a\nb.xml": b"three", "ä.xml": b"four"})
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=tmp_path, check=True)


def test_names_with_signs_that_break_lines_come_back(tmp_path: Path) -> None:
    names = {name: digest(name.encode()) for name in ("a\nb", "a\\nb", "\r", "\\", "two  blanks", "ä")}
    Checksums(tmp_path).note(names)
    again = Checksums(tmp_path)
    assert {name: again.of(name) for name in names} == names


def test_the_last_line_of_a_name_counts_and_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    for turn in range(3):
        Checksums(tmp_path).note({f"{number}.xml": digest(b"%d" % turn) for number in range(600)})
    lines = (tmp_path / SUMS).read_text().splitlines()
    assert len(lines) == 1800
    checksums = Checksums(tmp_path)
    checksums.note({f"{number}.xml": digest(b"3") for number in range(600)})
    assert Checksums(tmp_path).of("7.xml") == digest(b"3")  # which writes it anew
    assert len((tmp_path / SUMS).read_text().splitlines()) == 600


def test_a_file_that_is_written_again_unchanged_has_one_line(tmp_path: Path) -> None:
    for _ in range(2):
        Outputs(tmp_path).write({"a.xml": b"one"})
    assert len((tmp_path / SUMS).read_text().splitlines()) == 1


def test_what_goes_from_a_folder_goes_off_the_record_and_what_was_edited_stays(tmp_path: Path) -> None:
    outputs = Outputs(tmp_path)
    outputs.replace("find", {"find/a": b"a", "find/b": b"b", "find/c": b"c"})
    (tmp_path / "find" / "b").write_bytes(b"edited")
    Outputs(tmp_path).replace("find", {"find/c": b"c"})
    assert sorted(path.name for path in (tmp_path / "find").iterdir()) == ["b", "c"]
    assert Checksums(tmp_path).below("find") == ["find/b", "find/c"]


def test_two_that_write_into_one_folder_know_of_each_other(tmp_path: Path) -> None:
    first, second = Outputs(tmp_path), Outputs(tmp_path)
    first.write({"a.xml": b"one"})
    second.write({"b.xml": b"of the second"})
    assert not first.write({"b.xml": b"of the first"}).diagnostics
    assert not second.write({"a.xml": b"anew", "b.xml": b"anew"}).diagnostics


def test_no_line_is_lost_when_many_write_at_once(tmp_path: Path) -> None:
    def write(of: int) -> None:
        for number in range(40):
            checksums = Checksums(tmp_path)
            checksums.note({f"{of}-{number}": digest(b"")})
            if number % 10 == 9:
                checksums.forget([f"{of}-{number}"])

    threads = [threading.Thread(target=write, args=(of,)) for of in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = Checksums(tmp_path)
    found = {f"{of}-{number}" for of in range(4) for number in range(40) if known.of(f"{of}-{number}")}
    assert found == {f"{of}-{number}" for of in range(4) for number in range(40) if number % 10 != 9}


def test_the_records_of_the_first_release_are_taken_over(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"ours")
    (tmp_path / "b.xml").write_bytes(b"edited")
    (tmp_path / ".edition").mkdir()
    for name in ("a.xml", "b.xml"):
        record = tmp_path / ".edition" / f"{name}.sha256"
        record.write_text(f"{digest(b'ours')}  {name}\n")
    said = Outputs(tmp_path).write({"a.xml": b"new"}).diagnostics
    edited = Outputs(tmp_path).write({"b.xml": b"new"}).diagnostics
    assert not said
    assert [one.code for one in edited] == ["FILE-EDITED"]
    assert [path.name for path in (tmp_path / ".edition").iterdir()] == ["SHA256SUMS"]


@pytest.mark.parametrize("rest", [b"", b"\x00\xff\n", b"not a checksum  a.xml\n", b"abc"])
def test_lines_that_are_none_are_passed_over(tmp_path: Path, rest: bytes) -> None:
    Outputs(tmp_path).write({"a.xml": b"one"})
    with (tmp_path / SUMS).open("ab") as file:
        file.write(rest)
    for data in (b"two", b"three"):
        assert not Outputs(tmp_path).write({"a.xml": data}).diagnostics
