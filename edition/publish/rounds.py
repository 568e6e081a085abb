"""A text is set in rounds: what one round shows of where things stand, the next is told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from edition.publish.balance import Height, column_heights
from edition.publish.foot_of_page import Shift, in_series
from edition.publish.held_notes import Held, held_notes
from edition.publish.line_numbers import line_numbers
from edition.publish.line_references import line_references
from edition.publish.margins import crowded_out, margin_shifts
from edition.publish.note_names import NoteNames
from edition.publish.placed import AllPlaced, Displaced

_PATIENT = 6  # rounds in which the height of columns is looked for
_LONG = 500_000  # characters of markup: some two hundred pages
_LARGE = 100_000
_EVERY_NOTED = ("*",)
_SERIES = ("#note(", "#editors-note(", "#variant(")
_COLUMNS = ("#in-columns[", "#register(")  # which want to know where notes stand


@dataclass(slots=True)
class Known:
    """What is known of a text when it is set: `markup` is its source.

    `unshown` are characters that no font has; `loose` and `moved` paragraphs that are set otherwise, so that
    their notes come to the page of their call; `held` are notes that share a line, which is enough for most;
    `numbers`, `lines`, `shifts`, `crowded`, `feet` and `columns` are what the numbers of lines, apparatus,
    margins, the foot of the page and columns are told (see the modules that conclude them).
    """

    markup: str
    unshown: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    moved: set[str] = field(default_factory=set)
    held: dict[str, Held] = field(default_factory=dict)
    numbers: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    shifts: dict[str, float] = field(default_factory=dict)
    crowded: set[str] = field(default_factory=set)
    feet: dict[str, Shift] = field(default_factory=dict)
    columns: dict[str, Height] = field(default_factory=dict)
    names: NoteNames = field(default_factory=NoteNames)
    rounds: int = 0
    settled: bool = False

    def __post_init__(self) -> None:
        if len(self.markup) > _LONG:
            self.loose = _EVERY_NOTED  # it would come to that: spare it two rounds

    @property
    def is_large(self) -> bool:
        """Whether a round takes more than some 200 MiB."""
        return len(self.markup) > _LARGE

    def inputs(self) -> dict[str, str]:
        """What the design (xslt/print/*.typ) knows of a text from the first round on."""
        asked = {name: "yes" for name, holds in self._asked().items() if holds}
        return {"told": "yes", "unshown": _pattern(self.unshown), **asked}

    def files(self) -> dict[str, str]:
        """What it is told in this round: files of JSON by their names, which lie beside it.

        Files, since typst then sets anew only what they change: inputs would change everything.
        """
        told = {
            "loose": self.loose,
            "moved": sorted(self.moved),
            "doubled": self.names.doubled,
            "held": self.held,
            "lines": self.lines,
            "shifts": self.shifts,
            "crowded": sorted(self.crowded),
            "feet": self.feet,
            "columns": self.columns,
        }
        return self.beside() | {f"told-{name}.json": json.dumps(value) for name, value in told.items()}

    def beside(self) -> dict[str, str]:
        """Of these files the one that moves nothing on the pages: it may be told after the last round."""
        return {"told-numbers.json": json.dumps(self.numbers)}

    def _asked(self) -> dict[str, bool]:
        """What the design wants to know of a text before it sets it."""
        series = sum(call in self.markup for call in _SERIES)
        return {
            "margin-notes": "#margin-note(" in self.markup,
            "apparatus": "#variant(" in self.markup,
            "numbers-told": any(call in self.markup for call in (*_SERIES, "#margin-note(")),
            "notes-placed": series > 1 or any(call in self.markup for call in _COLUMNS),
        }

    def learn(self, placed: AllPlaced, displaced: Displaced) -> bool:
        """Take in where things stand now, and of which paragraphs a note stands on another page.

        True where nothing was learnt that would move anything on the pages. `settled` says whether references
        and places are those that were told.
        """
        any_displaced = bool(displaced["early"] or displaced["late"])
        patient = self.rounds < _PATIENT and not any_displaced
        self.rounds += 1
        self.numbers = line_numbers(placed["numbers"])
        lines = line_references(placed["lines"], placed["variants"])
        shifts = margin_shifts(placed["margins"])
        self.names = NoteNames(placed["names"])
        feet = self.names.named(in_series(placed["feet"], self.names.numbered(self.feet)))
        columns = column_heights(placed["columns"], self.columns, patient=patient)
        self.settled = (lines, shifts, feet, columns) == (self.lines, self.shifts, self.feet, self.columns)
        self.lines, self.shifts, self.feet, self.columns = lines, shifts, feet, columns
        if no_room := crowded_out(placed["margins"]):
            self.crowded |= no_room
            self.held = {}  # they are notes at the foot now, and numbers are others
            return False
        return not self._mended(displaced) and self.settled

    def _mended(self, displaced: Displaced) -> bool:
        """Whether there is still something to be done about notes on another page than their call."""
        held = self.names.named(held_notes(displaced["lines"])) | self.held
        newly_held, self.held = held.keys() != self.held.keys(), held
        early, late = set(displaced["early"]), set(displaced["late"])
        if early and self.loose != _EVERY_NOTED:
            self._loosen(early | late)
            return True
        stubborn = (early if newly_held else early | late) - self.moved
        self.moved |= stubborn
        return bool(stubborn or (newly_held and late))

    def _loosen(self, displaced: set[str]) -> None:
        """First those found; since mending one page may spoil a later one, then all that have notes."""
        self.loose = _EVERY_NOTED if self.loose else tuple(sorted(displaced))


def _pattern(characters: Iterable[str]) -> str:
    """A regular expression (typst's dialect) for any of `characters`, longer ones first."""
    ordered = sorted(characters, key=lambda text: (-len(text), text))
    return "|".join("".join(f"\\x{{{ord(c):X}}}" for c in text) for text in ordered)
