"""Names of lists in any text: no one stands in another, none is lost, and no odd text is slow."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.converter.forms.listed import ListedNames

WORDS = ["Ada", "Miller", "New", "York", "Times", "de", "la", "A", "B", "O", "Brien", "St", "x"]
JOINTS = [" ", ". ", ".", "-", "'", "\n", "-\n", ", ", "  ", "\n\n", " & "]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), max_size=30).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)
)
NAMES = [
    "Ada Miller",
    "New York",
    "New York Times",
    "A. B. Miller",
    "O'Brien",
    "St. York",
    "de la York",
    "Times",
]


@given(TEXTS)
def test_names_stand_apart_and_are_names_of_the_list(text: str) -> None:
    found = list(ListedNames([[name] for name in NAMES]).find(text, 0, len(text)))
    assert all(one.end <= two.start for one, two in pairwise(found))
    for name in found:
        letters = [c for c in text[name.start : name.end] if c.isalpha()]
        assert letters == [c for c in name.form if c.isalpha()]


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=5))
def test_no_list_and_no_text_is_too_odd(text: str, names: list[str]) -> None:
    for name in ListedNames([[name] for name in names]).find(text, 0, len(text), ("s",)):
        assert 0 <= name.start < name.end <= len(text)


@pytest.mark.parametrize(
    "pattern", ["Ada ", "New York ", "A. B. ", "de la ", "O'", "x-\n", "St. ", "Times\n"]
)
def test_the_work_grows_with_the_text_and_no_faster(pattern: str) -> None:
    known = ListedNames([[name] for name in [*NAMES, " ".join(["Ada"] * 40), "A. " * 30 + "Miller"]])
    # How often the functions of this project are called is the same on every machine, busy or not.
    calls = [
        _calls(lambda text: list(known.find(text, 0, len(text))), (pattern * size)[:size])
        for size in (10_000, 40_000)
    ]
    assert calls[1] < 6 * calls[0] + 1_000


def _calls(work: Callable[[str], object], text: str) -> int:
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count
