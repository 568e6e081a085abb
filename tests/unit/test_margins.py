"""Notes in the margin stand at their lines, or keep clear of each other."""

from __future__ import annotations

from edition.publish.margins import crowded_out, margin_shifts
from edition.publish.placed import Placed


def note(name: str, y: float, height: float = 30, page: int = 1) -> Placed:
    return {"value": [name, height, 520], "page": page, "x": 400.0, "y": y}


def test_notes_far_from_each_other_stay_at_their_lines() -> None:
    assert margin_shifts([note("a", 100), note("b", 200)]) == {}


def test_a_note_goes_below_the_one_before_it() -> None:
    assert margin_shifts([note("a", 100), note("b", 110)]) == {"b": 24.0}


def test_notes_of_different_pages_know_nothing_of_each_other() -> None:
    assert margin_shifts([note("a", 100), note("b", 110, page=2)]) == {}


def test_at_the_foot_of_the_page_notes_go_up() -> None:
    shifts = margin_shifts([note("a", 470), note("b", 505)])
    assert shifts == {"a": -14.0, "b": -15.0}


def test_the_longest_notes_give_way_where_the_margin_has_no_room_for_all() -> None:
    notes = [note("a", 100, 200), note("b", 110, 280), note("c", 120, 30)]
    assert crowded_out(notes) == {"b"}
    assert crowded_out([notes[0], notes[2]]) == set()


def test_a_margin_that_is_just_full_keeps_its_notes() -> None:
    assert crowded_out([note("a", 100, 220), note("b", 110, 246)]) == set()
    assert crowded_out([note("a", 100, 220), note("b", 110, 247)]) == {"b"}
