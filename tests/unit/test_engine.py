"""The ordered map over worker processes: order, supervision, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from itertools import islice
from pathlib import Path

import pytest

import edition
from edition.engine import Failure, Outcome, behind, ordered_map, passing

DOUBLE = "tests.unit.engine_works:Double"
OBEY = "tests.unit.engine_works:Obey"


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def gone(pid: int, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_outcomes_come_in_the_order_of_the_items(jobs: int) -> None:
    assert [o.value for o in ordered_map(DOUBLE, range(40), setup=1, jobs=jobs)] == [
        2 * n + 1 for n in range(40)
    ]


def test_no_items_start_no_worker() -> None:
    assert list(ordered_map("no.such.module:Class", [])) == []


def test_items_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    outcomes = ordered_map(DOUBLE, items(), jobs=2)
    next(outcomes)
    assert len(taken) <= 8
    outcomes.close()


def test_work_behind_keeps_the_order_and_runs_a_little_behind_only() -> None:
    taken: list[int] = []
    done: list[int] = []

    def items() -> Iterator[int]:
        for number in range(40):
            assert number - len(done) < 10
            taken.append(number)
            yield number

    def double(number: int) -> int:
        time.sleep(0.001)
        done.append(number)
        return 2 * number

    assert list(behind(double, items())) == [(number, 2 * number) for number in range(40)]
    assert taken == done == list(range(40))


def test_what_work_behind_raises_is_raised_and_what_was_begun_is_done() -> None:
    done: list[int] = []

    def work(number: int) -> None:
        if number == 3:
            raise OSError("full")
        done.append(number)

    with pytest.raises(OSError, match="full"):
        list(behind(work, range(5)))
    assert done[:3] == [0, 1, 2]


@pytest.mark.parametrize("ahead", [1, 3, 99])
def test_items_that_are_passed_by_keep_their_places(ahead: int) -> None:
    def work(items: Iterator[int]) -> Generator[int]:
        while batch := list(islice(items, ahead)):
            yield from (10 * number for number in batch)

    for taken in ({0, 3, 4}, set(), {5}, set(range(6))):
        found = list(passing(range(6), taken.__contains__, work))
        assert found == [(number, 10 * number if number in taken else None) for number in range(6)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_kills_its_worker_is_reported_and_the_rest_comes_through(jobs: int) -> None:
    outcomes = list(ordered_map(OBEY, ["a", "die", "b", "die", "c"], jobs=jobs))
    assert [o.value for o in outcomes] == ["a", None, "b", None, "c"]
    for outcome in (outcomes[1], outcomes[3]):
        assert outcome.failure is not None
        assert outcome.failure.kind == "crashed"
        assert "last words" in outcome.failure.detail


def test_an_item_whose_worker_died_is_tried_once_more(tmp_path: Path) -> None:
    item = f"die once {tmp_path / 'mark'}"
    assert list(ordered_map(OBEY, [item])) == [Outcome(item)]


def test_an_item_that_takes_too_long_is_given_up() -> None:
    outcomes = list(ordered_map(OBEY, ["hang", "after"], timeout=0.5))
    assert outcomes == [
        Outcome(failure=Failure("timeout", "no answer within 0.5 seconds")),
        Outcome("after"),
    ]


def test_an_exception_is_told_and_the_worker_lives_on() -> None:
    first, failed, last = ordered_map(OBEY, ["pid", "raise", "pid"])
    assert failed.failure is not None
    assert failed.failure.kind == "raised"
    assert "ValueError: no such thing" in failed.failure.detail
    assert first.value == last.value


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        ("tests.unit.engine_works:Unwilling", "not today"),
        ("tests.unit.engine_works:Missing", "Missing"),
        ("no_such_module:Class", "no_such_module"),
    ],
)
def test_work_that_cannot_be_set_up_is_told_for_each_item(work: str, reason: str) -> None:
    for outcome in ordered_map(work, [1, 2]):
        assert outcome.failure is not None
        assert outcome.failure.kind == "raised"
        assert reason in outcome.failure.detail


def test_what_a_library_prints_does_not_get_among_the_answers() -> None:
    assert [o.value for o in ordered_map(OBEY, ["print", "b"])] == ["print", "b"]


def test_a_large_item_goes_there_and_back() -> None:
    text = "x" * 5_000_000
    assert next(ordered_map(OBEY, [text])).value == text


def test_no_worker_outlives_an_iterator_that_was_closed_early() -> None:
    outcomes = ordered_map(OBEY, ["pid", "hang", "hang"], jobs=2)
    pid = next(outcomes).value
    outcomes.close()
    assert gone(pid)


def test_the_folder_for_temporary_files_is_removed() -> None:
    outcomes = ordered_map(OBEY, ["temporary folder", "b"])
    folder = Path(next(outcomes).value)
    assert folder.is_dir()
    list(outcomes)
    assert not folder.exists()


def test_files_in_the_users_folder_are_not_taken_for_our_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("edition.py", "pickle.py", "lxml.py"):
        (tmp_path / name).write_text("raise SystemExit('imported from the wrong place')")
    monkeypatch.chdir(tmp_path)
    assert next(ordered_map(OBEY, ["edition"])).value == edition.__file__


SCRIPT = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from edition.engine import ordered_map
for outcome in ordered_map({OBEY!r}, ["pid", sys.argv[1]], timeout=float(sys.argv[2])):
    print(outcome.value, flush=True)
"""


@pytest.mark.parametrize(
    ("end", "next_item", "timeout"),
    [
        pytest.param(signal.SIGINT, "hang", "100", id="Ctrl-C ends a busy worker at once"),
        pytest.param(signal.SIGKILL, "b", "100", id="kill -9 leaves an idle worker at the end of its input"),
        pytest.param(signal.SIGKILL, "hang", "0.5", id="kill -9 leaves a busy worker, which ends on time"),
    ],
)
def test_no_worker_outlives_a_parent_that_was_stopped(
    end: signal.Signals, next_item: str, timeout: str, tmp_path: Path
) -> None:
    """The parent is a script without a main guard."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    parent = subprocess.Popen(
        [sys.executable, str(script), next_item, timeout],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.send_signal(end)
    parent.wait(10)
    parent.stdout.close()
    assert gone(pid)
