"""What stands at the foot of a page in which order, and whose note a note is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from edition.publish.foot_of_page import Shift, in_series
from edition.publish.placed import PlacedEntry
from tests.unit.print_press import markup, tei

GAP, LINE, LEAST = 4.0, 10.0, 2.0


def entries(*told: str, shifts: dict[str, Shift] | None = None) -> list[PlacedEntry]:
    """Entries as typst has set them: `author 2` has two lines, `editor 3+` goes on to the next page."""
    found: list[PlacedEntry] = []
    top = 500.0
    for number, (series, lines) in enumerate((one.split() for one in told), 1):
        shift, _ = (shifts or {}).get(str(number), (0.0, 0.0))
        height = int(lines.rstrip("+")) * LINE
        last = top + height - LINE + 7.0
        ends = 2 if lines.endswith("+") else 1
        found.append(
            {
                "value": series,
                "page": 1,
                "x": 0.0,
                "y": top + shift,
                "end": {"value": None, "page": ends, "x": 0.0, "y": 50.0 if ends == 2 else last + shift},
                "gap": (GAP, LEAST),
            }
        )
        top += height + GAP
    return found


def order(*told: str) -> list[int]:
    """The numbers of the entries as they stand on the page, from above."""
    shifts = in_series(entries(*told), {})
    tops = {
        number: entry["y"] + shifts.get(str(number), (0.0, 0.0))[0]
        for number, entry in enumerate(entries(*told), 1)
    }
    return sorted(tops, key=lambda number: tops[number])


@pytest.mark.parametrize(
    ("told", "stand"),
    [
        (["editor 1", "author 1"], [2, 1]),
        (["editor 2", "apparatus 1", "author 3"], [3, 2, 1]),
        (["apparatus 1", "author 1", "apparatus 1", "author 1"], [2, 4, 1, 3]),
        (["author 1", "apparatus 1", "editor 1"], [1, 2, 3]),
        (["author 1", "apparatus 1", "author 2+"], [2, 1, 3]),
        (["author 1", "author 2", "author 1"], [1, 2, 3]),
    ],
)
def test_each_series_stands_together(told: list[str], stand: list[int]) -> None:
    assert order(*told) == stand


@pytest.mark.parametrize("told", [["author 1", "author 2"], ["editor 3", "editor 1+"], ["apparatus 1"], []])
def test_a_page_with_one_series_stays_as_it_is(told: list[str]) -> None:
    assert in_series(entries(*told), {}) == {}


def test_all_entries_take_as_much_room_as_before() -> None:
    told = ["editor 2", "author 1", "apparatus 1", "author 4", "editor 1"]
    shifts = in_series(entries(*told), {})
    before, after = entries(*told), entries(*told, shifts=shifts)
    assert min(one["y"] for one in after) == before[0]["y"]
    assert max(one["end"]["y"] for one in after) == pytest.approx(before[-1]["end"]["y"], abs=0.05)
    by_height = sorted(after, key=lambda one: one["y"])
    for above, below in pairwise(by_height):
        white = below["y"] - above["end"]["y"] - (LINE - 7.0)
        assert white >= LEAST - 0.01
        assert (white > GAP) == (above["value"] != below["value"])


def test_what_is_in_its_place_is_not_moved_again() -> None:
    told = ["editor 2", "author 1", "apparatus 1"]
    shifts = in_series(entries(*told), {})
    assert in_series(entries(*told, shifts=shifts), shifts) == shifts


@pytest.mark.parametrize(("by", "stays"), [(0.02, True), (0.5, False)])
def test_a_hairs_breadth_is_no_reason_to_set_a_text_again(by: float, stays: bool) -> None:
    told = ["editor 2", "author 1", "apparatus 1"]
    shifts = in_series(entries(*told), {})
    almost = {number: (shift + by, white) for number, (shift, white) in shifts.items()}
    assert (in_series(entries(*told, shifts=almost), almost) == almost) is stays


EDITOR = '<editor xml:id="mm">Maud Miller</editor>'
AUTHOR = '<author xml:id="aw">Ann West</author>'
STATED = '<respStmt xml:id="both"><resp>notes</resp><name xml:id="tm">Tom Marsh</name></respStmt>'


def calls(*notes: str) -> list[str]:
    """The functions that set the notes, with what the notes are called by."""
    body = "<p>" + "".join(f"A word<note{' ' if note else ''}{note}>N.</note>. " for note in notes) + "</p>"
    document = tei(body).replace(b"</titleStmt>", f"{AUTHOR}{EDITOR}{STATED}</titleStmt>".encode())
    return [
        " ".join(found) for found in re.findall(r'#((?:editors-)?note)\("[^"]*", "(\w+)"\)', markup(document))
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        'type="editorial"',
        'resp="#mm"',
        'resp="#tm"',
        'resp="#both"',
        'resp="editor"',
        'resp="#ed"',
        'type="commentary"',
    ],
)
def test_an_editors_note_has_a_letter(attributes: str) -> None:
    assert calls("", attributes, "") == ["note 1", "editors-note a", "note 2"]


@pytest.mark.parametrize(
    "attributes",
    [
        'type="authorial"',
        'resp="#aw"',
        'resp="author"',
        'type="gloss"',
        'resp="#nobody"',
        'type="authorial" resp="#mm"',
    ],
)
def test_any_other_note_is_the_authors(attributes: str) -> None:
    assert calls("", attributes, 'type="editorial"') == ["note 1", "note 2", "editors-note a"]


def test_notes_of_one_hand_have_numbers_whosever_they_are() -> None:
    assert calls('resp="#mm"', 'type="editorial"') == ["editors-note 1", "editors-note 2"]
    assert calls("", 'n="x"') == ["note 1", "note x"]


def test_where_the_editor_has_letters_the_apparatus_has_greek_ones() -> None:
    place = '<app><lem>word</lem><rdg wit="#B">ward</rdg></app>'
    mixed = markup(tei(f'<p>A {place}<note>N.</note><note type="editorial">E.</note></p>'))
    assert re.findall(r'#variant\("[^"]*", "[^"]*", "(.)"', mixed) == ["α"]
    plain = markup(tei(f"<p>A {place}<note>N.</note></p>"))
    assert re.findall(r'#variant\("[^"]*", "[^"]*", "(.)"', plain) == ["a"]
