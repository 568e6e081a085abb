"""Notes come to the page of their call, also where one line calls several of them."""

from __future__ import annotations

import re
from random import Random

import pytest

from edition.publish.held_notes import held_notes
from tests.unit.print_press import pdf_of, reader, tei


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ([(7, 20.0), (8, 10.0)], {"7": (0, 10), "8": (10, 0)}),
        ([(1, 20.0), (2, 10.0), (3, 30.0)], {"1": (0, 40), "2": (40, 30), "3": (30, 0)}),
        ([(1, 20.0), (2, None)], {}),
        ([(1, 100.0), (2, 100.0)], {}),
    ],
)
def test_the_first_note_of_a_line_claims_the_room_of_all(
    line: list[tuple[int, float | None]], held: dict[str, tuple[float, float]]
) -> None:
    found = held_notes([line])
    assert found.keys() == held.keys()
    for number, points in held.items():
        assert found[number] == pytest.approx(points, abs=0.1), number


def test_what_the_first_note_leaves_is_what_the_others_are_drawn_up() -> None:
    (_, below), *others = held_notes([[(1, 20.0), (2, 10.0), (3, 30.0), (4, 10.0)]]).values()
    for up, left in others:
        assert up == below
        below = left
    assert below == 0


def test_of_many_notes_each_begins_on_the_page_of_its_call() -> None:
    chance = Random(1144)
    marks: list[str] = []
    paragraphs: list[str] = []
    for _ in range(60):
        words = ["word"] * chance.randint(20, 90)
        for place in chance.sample(range(len(words)), 2):
            # Of two notes that stand close to each other, one line calls both.
            for at in (place, place + 1):
                marks.append(f"n{len(marks)}x")
                kind = chance.choice(("", " type='editorial'"))
                note = f"<note{kind}>{marks[-1].upper()} {'word ' * chance.randint(3, 30)}</note>"
                words.insert(at, f"{marks[-1]}{note}")
        paragraphs.append(f"<p>{' '.join(words)}</p>")
    pages = [
        re.sub(r"\s+", " ", page.extract_text()) for page in reader(pdf_of(tei("".join(paragraphs)))).pages
    ]
    assert len(pages) > 12
    for mark in marks:
        called, begun = ([n for n, page in enumerate(pages) if word in page] for word in (mark, mark.upper()))
        assert len(called) == 1, mark
        assert called == begun, mark
