"""The volume that is hard to print: what its finished pages must hold to, whatever stands on them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.unit.torture import PEOPLE, PLACES, Builder, documents, torture_volume

SETTINGS = (
    'title = "Hard to Print"\neditors = ["Ada Miller"]\n[print]\nline-numbers = "page"\nvolumes = "one"\n'
)
BODY, REGISTER, SMALL, MARGIN = 10.3, 9.4, 8.7, 7.6  # points, xslt/print/measures.typ
TOP = 210 * 72 / 25.4 - 50  # above it stands the running head


@dataclass(frozen=True)
class Piece:
    """Words as the PDF has them, with their place in points from the lower left corner and their size."""

    words: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Page:
    number: int  # as it is printed; 0 before the first text
    pieces: list[Piece]

    @property
    def head(self) -> str:
        return " ".join("".join(piece.words for piece in self.pieces if piece.y > TOP).split())

    def text(self, size: float) -> str:
        return "".join(
            piece.words for piece in self.pieces if abs(piece.size - size) < 0.05 and piece.y <= TOP
        )

    def height(self, mark: str) -> float:
        """Where in the text a mark stands; a hyphen may part it from its end."""
        lines: dict[float, str] = {}
        for piece in self.pieces:
            if abs(piece.size - BODY) < 0.05:
                lines[round(piece.y, 1)] = lines.get(round(piece.y, 1), "") + piece.words
        return next(y for y, words in lines.items() if mark in words)


@pytest.fixture(scope="module")
def builders() -> dict[str, Builder]:
    return {stem: builder for stem, (_, builder) in documents().items()}


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages(torture_volume(tmp_path_factory.mktemp("torture")) / "edition.pdf")


def pages(path: Path) -> list[Page]:
    found: list[Page] = []
    begun = 0
    for sheet in PdfReader(path).pages:
        pieces: list[Piece] = []

        def keep(words: str, cm: Any, tm: Any, _: Any, size: float, into: list[Piece] = pieces) -> None:
            scale = abs(cm[3] * tm[3]) * size
            into.append(Piece(words, cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5], scale))

        sheet.extract_text(visitor_text=keep)
        begun += bool(begun or any(piece.words.strip() == "Text A" and piece.size > 15 for piece in pieces))
        found.append(Page(begun, pieces))
    return found


def texts(volume: list[Page]) -> list[Page]:
    """The pages of the texts, without what stands before and after, and blank ones."""
    end = next(n for n, page in enumerate(volume) if page.number and "Persons" in page.text(14))
    return [page for page in volume[:end] if page.number and page.pieces]


def test_it_is_long_enough_to_be_a_trial(volume: list[Page], builders: dict[str, Builder]) -> None:
    assert len(volume) >= 30
    assert sum(len(one.notes) for one in builders.values()) > 30
    assert sum(len(one.variants) for one in builders.values()) > 100
    assert sum(len(one.margins) for one in builders.values()) > 20


def test_every_note_begins_on_the_page_of_its_call(volume: list[Page], builders: dict[str, Builder]) -> None:
    for builder in builders.values():
        for mark in builder.notes:
            (called,) = [page for page in volume if mark in page.text(BODY)]
            assert mark.upper() in called.text(SMALL), mark


def test_notes_of_author_and_editor_and_the_apparatus_stand_each_together(
    volume: list[Page], builders: dict[str, Builder]
) -> None:
    """From the text down: author, apparatus, editor; what goes on to the next page is last."""
    mixed = 0
    for page in texts(volume):
        stand: dict[str, list[float]] = {"author": [], "apparatus": [], "editor": []}
        for piece in page.pieces:
            for mark in re.findall(r"[NV][A-C]\d+X", piece.words) if abs(piece.size - SMALL) < 0.05 else ():
                stand[series_of(mark, builders)].append(piece.y)
        lowest = min((y for several in stand.values() for y in several), default=0)
        orders = [series for series, several in stand.items() if several]
        if stand["author"] and lowest == min(stand["author"]) and goes_on(page, volume):
            orders = [*orders[1:], orders[0]]
        for above, below in itertools.pairwise(orders):
            assert min(stand[above]) > max(stand[below]), page.number
        mixed += len(orders) > 1
    assert mixed > 10


def series_of(mark: str, builders: dict[str, Builder]) -> str:
    if mark.startswith("V"):
        return "apparatus"
    return "editor" if any(mark.lower() in one.editors_notes for one in builders.values()) else "author"


def goes_on(page: Page, volume: list[Page]) -> bool:
    """Whether the foot of the next page begins with what no mark stands before."""
    following = volume[volume.index(page) + 1].text(SMALL)
    return bool(following) and not re.match(r"\s*[\w\u2060]*\s*[NV][A-C]\d+X", following)


def test_author_and_editor_count_their_notes_each_for_themselves(
    volume: list[Page], builders: dict[str, Builder]
) -> None:
    feet = " ".join(page.text(SMALL) for page in texts(volume))
    for builder in builders.values():
        authors = [mark for mark in builder.notes if mark not in builder.editors_notes]
        called = {mark: re.search(rf"(\w+)\s*{mark.upper()}", feet) for mark in builder.notes}
        assert [found[1] for mark in authors if (found := called[mark])] == [
            str(number) for number in range(1, len(authors) + 1)
        ]
        assert [found[1] for mark in builder.editors_notes if (found := called[mark])] == list(
            "abcdefghijklmnopqrstuvwxyz"[: len(builder.editors_notes)]
        )


def test_every_entry_of_the_apparatus_stands_on_its_page(
    volume: list[Page], builders: dict[str, Builder]
) -> None:
    for builder in builders.values():
        for mark in builder.variants:
            (page,) = [page for page in volume if mark in page.text(BODY)]
            assert re.search(rf"\d+\s*{mark}\s*\]\s*{mark.upper()}", page.text(SMALL)), mark


def test_an_entry_names_the_line_that_its_words_stand_in(
    volume: list[Page], builders: dict[str, Builder]
) -> None:
    marks = [mark for builder in builders.values() for mark in builder.variants]
    checked = 0
    for page in texts(volume):
        numbers = {
            int(p.words): p.y
            for p in page.pieces
            if abs(p.size - MARGIN) < 0.05 and p.words.strip().isdecimal() and p.y <= TOP
        }
        # Lines by their heights; those of heads are set in other sizes and do not count.
        lines = sorted({round(p.y, 1) for p in page.pieces if abs(p.size - BODY) < 0.05 and p.words.strip()})
        for mark in marks:
            told = re.search(rf"(\d+)\s*{mark}\s*\]", page.text(SMALL))
            if told is None or not numbers:
                continue
            height = page.height(mark)
            near = min(numbers, key=lambda number: abs(numbers[number] - height))
            between = [
                y for y in lines if min(height, numbers[near]) + 2 < y < max(height, numbers[near]) - 2
            ]
            away = len(between) + 1 if abs(height - numbers[near]) > 5 else 0
            if re.search("act|chapter", page.text(11), re.IGNORECASE):
                continue  # a head between the two is no line
            assert int(told[1]) == near + (away if height < numbers[near] else -away), mark
            checked += 1
    assert checked > 60


def test_the_locators_of_the_registers_are_right(volume: list[Page]) -> None:
    after = " ".join(" ".join(page.text(REGISTER) for page in volume).split())
    for name in (*PEOPLE.values(), *PLACES.values()):
        first, _, last = name.rpartition(" ")
        filed = name if name in PLACES.values() else f"{last}, {first}"
        found = re.findall(rf"{filed},((?: \d+(?:–\d+)?n?,?)+)", after)
        told: set[int] = set()
        for locator in found[-1].replace(",", " ").split():
            begin, _, end = locator.rstrip("n").partition("–")
            told |= set(range(int(begin), int(end or begin) + 1))
        speaker = f"{first.upper()}." if name in PEOPLE.values() else name
        stands = {
            page.number
            for page in texts(volume)
            if (first if name in PEOPLE.values() else name) in page.text(BODY)
            or speaker.lower() in page.text(BODY).lower()
        }
        assert told == stands, name


def test_notes_in_the_margin_do_not_collide_and_stay_on_the_page(volume: list[Page]) -> None:
    seen = 0
    for page in texts(volume):
        lines = sorted(
            {
                round(p.y, 1)
                for p in page.pieces
                if abs(p.size - MARGIN) < 0.05 and p.words.strip() and not p.words.strip().isdecimal()
            }
        )
        seen += len(lines)
        assert all(above - below > MARGIN * 0.9 for below, above in itertools.pairwise(lines)), page.number
        assert all(60 < line < TOP for line in lines)
    assert seen > 30


def test_every_note_of_the_margin_stands_beside_its_page(
    volume: list[Page], builders: dict[str, Builder]
) -> None:
    for builder in builders.values():
        for mark in builder.margins:
            (page,) = [page for page in volume if mark in page.text(BODY)]
            assert mark.upper() in page.text(MARGIN), mark


def test_heads_say_what_the_page_has_come_to(volume: list[Page]) -> None:
    text = section = ""
    for page in texts(volume):
        opening = re.search(r"Text [ABC]", page.text(20))
        if opening is not None:
            text, section = opening[0], ""
            assert page.head == ""
        chapters = re.findall(r"chapter [ac]\d", page.text(11).lower())
        section = chapters[-1] if chapters else section
        if opening is None and page.number % 2:
            assert (section or text.lower()) in page.head.lower() or "act i" in page.head.lower()
        elif opening is None:
            assert text.lower() in page.head.lower()
        assert opening is not None or str(page.number) in page.head


def test_all_scripts_are_set(volume: list[Page]) -> None:
    whole = "".join(page.text(BODY) for page in volume)
    for word in ("μῆνιν", "дядя", "בראשית", "الله"):
        assert word in whole or word[::-1] in whole
