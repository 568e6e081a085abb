"""Dates made of the forms of every language: each keeps to its text, and has values that the calendar has."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import edition
from edition.converter.forms.dates.context import dated
from edition.converter.languages import Language, known_languages, language
from edition.validator.dates import impossible

_PIECE = re.compile(r"\{([a-z_]+2?)\??\}")
_CHOICE = re.compile(r"\(([^()]*)\)\??")
_BEFORE = ("", "in ", "on ", "am ", "im ", "le ", "en ", "w ", "в ", "(", "from ", "between ")
_DAYS_OF_WRITING = (None, "1918-11-08", "2016-02-29", "0044-03-15", "1752-09-03", "1900-01-31")
_CODES = st.sampled_from(known_languages())
_CHANCES = st.randoms(use_true_random=False)
_DATE = ("when", "from", "to", "notBefore", "notAfter")


def written(form: str, of: Language, chance: Random) -> str:
    """A form of the table with something in each of its pieces."""

    def piece(match: re.Match[str]) -> str:
        return _filled(match[1].removesuffix("2"), of, chance)

    text = _PIECE.sub(piece, form)
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), text)
    return text.replace("?", "")


def _filled(piece: str, of: Language, chance: Random) -> str:
    dates = of.dates
    rows = {
        "month": dates.months,
        "weekday": dates.weekdays,
        "season": dates.seasons,
        "feast": tuple(dates.feasts.values()),
        "unit": tuple(dates.units.values()),
        "any": tuple(dates.units.values()),
        "to": (dates.ranges.get("to", ()),),
        "and": (dates.ranges.get("both", ()),),
    }
    if piece in rows:
        names = [name for row in rows[piece] for name in row]
        return f" {chance.choice(names)} " if names else "x"
    if piece.startswith("ordinal"):
        return chance.choice(["XIX", "19.", "1st", *dates.ordinal_words])
    if piece in ("number", "tens", "century"):
        return chance.choice(["7", *dates.numbers, *dates.centuries])
    years = 2050 if "year" in piece or "decade" in piece else 31
    return str(chance.randint(0, {"hour": 25, "minute": 61, "digit": 9}.get(piece, years)))


@given(
    st.sampled_from(known_languages()), st.randoms(use_true_random=False), st.sampled_from(_DAYS_OF_WRITING)
)
@settings(max_examples=400, deadline=None)
def test_dates_of_the_forms_hold(code: str, chance: Random, day: str | None) -> None:
    of = language(code)
    forms = [form for forms in of.dates.forms.values() for form in forms]
    several = (chance.choice(_BEFORE) + written(chance.choice(forms), of, chance) for _ in range(3))
    text = "1848-05-03: " + chance.choice((" ", ". ", ", ")).join(several)
    place = 0
    for found in dated(text, of, day):
        assert place <= found.start < found.end <= len(text)
        place = found.end
        for name, value in found.attributes:
            assert name not in _DATE or found.element == "time" or impossible(value) is None, (text, found)


@given(_CODES, _CHANCES)
@settings(max_examples=150, deadline=None)
def test_what_is_written_of_them_is_valid(code: str, chance: Random) -> None:
    of = language(code)
    forms = [form for forms in of.dates.forms.values() for form in forms]
    text = ". ".join(written(chance.choice(forms), of, chance) for _ in range(4))
    converted = edition.convert(text, lang=code, genre="letter", date="1918-11-08")
    assert converted.data is not None
    assert edition.validate(converted.data) == []
