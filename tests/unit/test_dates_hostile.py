"""Texts made to be slow for whatever looks for dates: each comes to an end, and soon.

Nothing is timed here; a pattern that goes back without end would not come back within the minutes given.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from edition.converter.forms.dates.context import dated
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.finding import find_expressions
from edition.converter.forms.dates.readings.years import bare_years
from edition.converter.forms.dates.signs.grammar import grammar
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.surroundings import is_name
from edition.converter.languages import language

_SIZE = 40_000
_UNITS = {
    "digits": "1" * 5,
    "slashes": "1/",
    "dots": "1. ",
    "commas": "1,",
    "years with dashes": "1918-",
    "years": "1918 ",
    "nested brackets": "(1918 [",
    "quotation marks": "'",
    "blanks": " ",
    "line ends": "\n",
    "days that share a month": "3 and ",
    "months": "May ",
    "weekdays": "Monday, ",
    "so much later": "two weeks later ",
    "from and to": "from 1914 to ",
    "times": "1:30:",
    "before our era": "480 BC ",
    "Roman figures": "MDCCCXLVIII ",
    "one long Roman figure": "M",
    "Roman days": "a.d. VI Kal. ",
    "days of the Republic": "9 thermidor an ",
    "regnal years": "3 Geo. III ",
    "the twentieth": "13th ",
    "small words": "of the ",
    "short years": "'90 ",
    "supplied months": "3 [May] 1914, ",
    "notes before months": "[3] May ",
    "doubts in brackets": "[3 May? 1914] ",
    "whole days in open brackets": "on 3 May 1850 (",
    "years in brackets": "2 September (1823) ",
    "italics": "_Oct._ 21, 1745 ",
    "centuries": "the 15th to the 17th century ",
    "the same day": "the same day, ",
    "decades that share a noun": "the 60s and 70s ",
    "names with words after them": "May last ",
    "months that end in italics": "_Rome, August_ 24, ",
}


@pytest.mark.parametrize("code", ["en", "de", "fr", "ru"])
def test_no_text_makes_the_search_for_dates_run_on(code: str) -> None:
    script = (
        "from edition.converter.forms.dates.context import dated\n"
        "from edition.converter.languages import language\n"
        f"units = {list(_UNITS.values())!r}\n"
        "for unit in units:\n"
        f"    dated(unit * ({_SIZE} // len(unit)), language({code!r}))\n"
        f"dated('1' * 1_000_000, language({code!r}))\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=240)


@pytest.mark.parametrize("name", _UNITS)
def test_dates_in_such_texts_stand_apart(name: str) -> None:
    place = 0
    for found in dated(_UNITS[name] * 200, language("en"), "1918-11-08"):
        assert place <= found.start < found.end
        place = found.end


class _LongRow(list[str]):
    """Tokens that are too many to be gone through for each date."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("all tokens of a row are gone through for one date")


@pytest.mark.parametrize(
    ("text", "name"), [("in the Sunday Times of", True), ("on Sunday at ten times", False)]
)
def test_a_name_is_looked_for_only_beside_its_date(text: str, name: bool) -> None:
    lexicon = grammar(language("en")).lexicon
    row = Row.of(text, 0, len(text), lexicon)
    sunday = row.tokens.index("Sunday")
    assert is_name(row._replace(tokens=_LongRow(row.tokens)), sunday, sunday + 1, lexicon) is name


class _OnceThrough(tuple[Expression, ...]):
    """Dates that are too many to be gone through for each year."""

    passes = 0

    def __iter__(self) -> Iterator[Expression]:
        self.passes += 1
        assert self.passes == 1, "all dates of a row are gone through for one year"
        return super().__iter__()


def test_the_dates_of_a_row_are_gone_through_once_for_all_its_years() -> None:
    text = "on 3 May 1850 (and in 1851, and on 4 June 1852 and in 1853"
    lexicon = grammar(language("en")).lexicon
    days = _OnceThrough(one for one in find_expressions(text, language("en")) if one.rule == "day")
    found = bare_years(Row.of(text, 0, len(text), lexicon), lexicon, days)
    assert [text[one.start : one.end] for one in found] == ["1851", "1853"]


_CASES = Path(__file__).parent.parent / "cases" / "dates"
_STRAY = (
    "29 February",
    "29. Februar",
    "29 febbraio",
    "29 Feb",
    "31 June",
    "_",
    "_May_",
    "[",
    "--",
    "’90",
    "O.S.",
)


def _mixed(chance: random.Random, words: list[str]) -> str:
    """A text of pieces of cases, of days that only some years have, and of marks."""
    pieces: list[str] = []
    for _ in range(chance.randrange(2, 30)):
        begin = chance.randrange(len(words))
        pieces += words[begin : begin + chance.randrange(1, 6)]
        if chance.random() < 0.3:
            pieces.append(chance.choice((*_STRAY, "\n\n")))
    return " ".join(pieces)


@pytest.mark.parametrize("code", ["en", "de", "fr", "it", "ru"])
def test_no_mixture_of_the_words_of_dates_ends_in_an_error(code: str) -> None:
    words = re.sub(r"[{}]|=>|@\S*", "", (_CASES / f"{code}.txt").read_text(encoding="utf-8")).split()
    chance = random.Random(1848)
    for _ in range(400):
        text = _mixed(chance, words)
        for written in (None, "1918-11-08"):
            place = 0
            for found in dated(text, language(code), written):
                assert place <= found.start < found.end, text
                place = found.end


@pytest.mark.parametrize(
    "text",
    [
        "from 29 February to 3 March 1917",
        "16 (29) February 1917",
        "on 29 February 1917 (O.S.)",
        "on 24 October 29 February eighteen hundred and sixty-one",
        "that _Saturday Evening, Dec_. 8_th_, 29 men came",
    ],
)
def test_days_that_a_year_has_not_end_in_no_error(text: str) -> None:
    found = dated(text, language("en"), "1918-11-08")
    assert all(one.end <= two.start for one, two in pairwise(found))
