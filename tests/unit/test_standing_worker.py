"""A worker that stands by: one process for many questions, a fresh one after it has died."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.engine import StandingWorker

OBEY = "tests.unit.engine_works:Obey"


@pytest.fixture
def worker() -> Iterator[StandingWorker]:
    worker = StandingWorker(OBEY, timeout=20.0)
    yield worker
    worker.end()


def test_one_process_answers_all_questions(worker: StandingWorker) -> None:
    first, second = worker.ask("pid"), worker.ask("pid")
    assert first.value == second.value
    worker.end()
    worker.end()
    assert worker.ask("pid").value != first.value


def test_what_dies_once_is_tried_once_more(worker: StandingWorker, tmp_path: Path) -> None:
    item = f"die once {tmp_path / 'mark'}"
    assert worker.ask(item).value == item


def test_what_dies_twice_is_a_failure_and_the_next_question_answered(worker: StandingWorker) -> None:
    outcome = worker.ask("die")
    assert outcome.failure is not None
    assert outcome.failure.kind == "crashed"
    assert worker.ask("hello").value == "hello"


def test_an_exception_leaves_the_process_alive(worker: StandingWorker) -> None:
    before = worker.ask("pid").value
    outcome = worker.ask("raise")
    assert outcome.failure is not None
    assert outcome.failure.kind == "raised"
    assert worker.ask("pid").value == before
