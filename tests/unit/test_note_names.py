"""What notes at the foot go by from one round of setting to the next."""

from __future__ import annotations

from edition.publish.note_names import NoteNames


def test_a_note_goes_by_its_name() -> None:
    names = NoteNames(["author 1 1", "editor 1 a"])
    assert names.doubled == []
    assert names.named({"2": "low"}) == {"editor 1 a": "low"}
    assert names.numbered({"editor 1 a": "low"}) == {"2": "low"}


def test_notes_of_one_name_or_none_go_by_their_numbers() -> None:
    names = NoteNames(["author 1 *", "author 1 *", "", "author 1 1", ""])
    assert names.doubled == ["author 1 *"]
    told = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
    assert names.named(told) == {"1": 1, "2": 2, "3": 3, "author 1 1": 4, "5": 5}
    assert names.numbered(names.named(told)) == told


def test_what_is_told_of_a_note_that_is_no_more_is_left_out() -> None:
    assert NoteNames(["a"]).numbered({"a": 1, "b": 2}) == {"1": 1}
