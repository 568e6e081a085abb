"""A form that matched, and what its pieces say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression, Portion, Relation, Stretch
from edition.converter.forms.dates.moment import Moment
from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import Lexicon, roman_value, words_in
from edition.converter.forms.dates.signs.numbers import number_in
from edition.converter.forms.dates.signs.row import Row


class Pieces(NamedTuple):
    """The pieces of a match by name, where it stands in its row (in signs), and the rule of its form."""

    text: Mapping[str, str]
    lexicon: Lexicon
    row: Row
    start: int
    end: int
    form: str

    @property
    def opening(self) -> tuple[Row, int, Lexicon]:
        """Where it begins, for what is asked of the words before it."""
        return self.row, self.start, self.lexicon

    @property
    def closing(self) -> tuple[Row, int, Lexicon]:
        """Where it ends, for what is asked of the words after it."""
        return self.row, self.end, self.lexicon

    @property
    def whole(self) -> tuple[Row, int, int, Lexicon]:
        """Where it stands, for what is asked of the words around it."""
        return self.row, self.start, self.end, self.lexicon

    def said(self) -> str:
        """All its words."""
        return self.row.words(self.start, self.end)

    def month(self) -> int | None:
        """The number of the month, if the form has one."""
        name = self.text.get("month")
        return None if name is None else self.named("month", name)

    def days_of_month(self) -> bool:
        """Whether some days of a month are meant: "die ersten Julitage"."""
        ends = self.lexicon.language.dates.days_of_month
        name = self.text.get("month") or self.text.get("any", "")
        return bool(ends) and name.endswith(ends) and ("month", name) in self.lexicon.values

    def named(self, part: str, name: str) -> int:
        """The number of a name in the calendar; 0 for what is no such name."""
        values = self.lexicon.values
        if (part, name) in values:
            return values[part, name]
        name = " ".join(name.split())
        for kind in (part, f"{part}.", f"{part}.!"):
            if (kind, name) in values:
                return values[kind, name]
        return 0

    def year(self) -> int | None:
        """The year, if the form has one."""
        figures = self.text.get("year")
        if figures is None:
            return None
        figures = figures.strip("'’")
        if not figures.isdigit():
            return roman_value(figures)
        return int(figures) + (
            1000 if len(figures) == 3 and self.form in ("day", "month") else 0
        )  # 903: 1903

    def unsaid(self) -> bool:
        """Whether the year has two figures."""
        return 1 < len(self.text.get("year", "").strip("'’")) < 3

    def day(self, name: str = "day") -> int | None:
        """The day of the month, in figures or as a word."""
        words = self.text.get(name)
        return None if words is None else number_in(words, "ordinal", self.lexicon)

    def digit_or_ordinal(self) -> int | None:
        """Which one of several is meant, in a figure or as an ordinal: "Q3", "the third quarter"."""
        return number_in(self.text.get("digit") or self.text["ordinal"], "ordinal", self.lexicon)

    def weekday(self) -> int | None:
        """The weekday: Monday is 1."""
        name = self.text.get("weekday")
        return None if name is None else self.named("weekday", name)

    def amount(self) -> int:
        """How many units: one where the form has no number ("rok później")."""
        return number_in(self.text["number"], "number", self.lexicon) or 0 if "number" in self.text else 1

    def unit(self, name: str = "unit") -> str:
        """The kind of unit, by its piece or by the words of the form ("rok temu"); empty for none."""
        words = [self.text[name]] if name in self.text else words_in([self.said()])
        units, values = self.lexicon.language.dates.units, self.lexicon.values
        return next((kind for word in words for kind in units if (f"unit {kind}", word) in values), "")

    def shortened(self, part: str, name: str) -> bool:
        """Whether a name is known only as a shortened one, and is not marked as such by a full stop within a
        sentence: "mar" is the sea, too.
        """
        if (part, name) in self.lexicon.values:
            return False
        at = neighbours.after(self.row, self.end)
        goes_on = at < len(self.row.signs) and not self.row.word(at)[0].isupper()
        return f"{name}." not in self.said() or not goes_on

    def capital(self, part: str, name: str) -> bool:
        """Whether a name has a capital letter that the table does not give it: "Mars", "Julio", "Domingo"."""
        return name[0].isupper() and not name.isupper() and (part, name) not in self.lexicon.written

    def found(
        self,
        first: Moment,
        last: Moment | None = None,
        *,
        stretch: Stretch = Stretch.ONE,
        portion: Portion = Portion.WHOLE,
        relation: Relation | None = None,
    ) -> Expression:
        """The expression of this match, with its moments and offsets in the text of the row."""
        start, end, unsaid = self.row.starts[self.start], self.row.starts[self.end], self.unsaid()
        return Expression(
            start, end, self.form, first, last, stretch, portion, relation, century_unsaid=unsaid
        )


Reading = Callable[[Pieces], Expression | None]
