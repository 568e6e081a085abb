"""Thousands of people of one surname: each name still finds its person, without a look at all of them."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
from edition.converter.annotate.persons.records import Mention, Record
from edition.converter.forms.given_names import GivenNames
from edition.converter.forms.names import Name

_GIVEN = st.sampled_from(
    ("H", "Henry", "henry", "Helen", "J", "John", "Prado", "PRADO", "Cores", "Ö", "Östen")
)
_NAMES = st.lists(_GIVEN, max_size=3).map(lambda given: Name(tuple(given), "Smith"))


@given(st.lists(_NAMES, max_size=12), _NAMES.filter(lambda name: bool(name.given)))
def test_no_name_that_agrees_is_missed(names: list[Name], asked: Name) -> None:
    index = GivenNames()
    for place, name in enumerate(names):
        index.add(name, place)
    near = index.near(asked)
    assert near == sorted(set(near))
    assert {place for place, name in enumerate(names) if name.may_be(asked)} <= set(near)


def test_other_given_names_are_not_looked_at() -> None:
    index = GivenNames()
    for place, name in enumerate(("Henry", "Helen", "John", "H")):
        index.add(Name((name,), "Smith"), place)
    assert index.near(Name(("Helen",), "Smith")) == [1, 3]
    assert index.near(Name(("H",), "Smith")) == [0, 1, 3]


def _family(size: int) -> str:
    """A text of `size` people called Smith, each named in full and then by the surname."""
    syllables = [f"{c}{v}" for c, v in product("BDFGKLMNPRSTVZ", "aeiou")]
    given = [first + second.lower() + "lim" for first, second in product(syllables, syllables)]
    return "".join(f"Then came Mr. {name} Smith with a boat. Smith was late.\n\n" for name in given[:size])


def test_a_large_family_keeps_apart() -> None:
    data = edition.convert(_family(300), genre="prose", lang="en").data
    assert data is not None
    records = re.findall(rb'<person xml:id="(smith-[a-z]+)"', data)
    assert len(set(records)) == len(records) == 300
    for record in records:
        assert len(re.findall(rb'<persName ref="#%b"[ >]' % record, data)) == 1


def test_work_grows_with_the_text_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    fits = Record.fits

    def counted(self: Record, mention: Mention) -> bool:
        nonlocal asked
        asked += 1
        return fits(self, mention)

    monkeypatch.setattr(Record, "fits", counted)
    counts = []
    for size in (200, 400):
        asked = 0
        edition.convert(_family(size), genre="prose", lang="en")
        counts.append(asked)
    assert 0 < counts[1] < 3 * counts[0]
