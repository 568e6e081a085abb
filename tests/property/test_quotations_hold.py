"""Quotation marks of every kind, in any order: what is found nests, keeps to its paragraph, and is valid."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import edition
from edition.converter.annotate.quoting.conversation import TurnEvidence, likely_speakers
from edition.converter.forms.quoting.marks import usage
from edition.converter.forms.quoting.pairing import quoted_in
from edition.converter.languages import known_languages, language

_WORDS = st.sampled_from((
    "Anna", "said", "Anna Lund", "he", "I", "she asked", "the girl", "answered", "the", "boat", "is", "late",
    "Mr.", "sagte", "dit-il", "’tis", "boys’", "it's", "12\"", "1918", "und", "wrote", "word", "--", "—",
    "\n",
))  # fmt: skip
_MARKS = st.sampled_from((*"\"'“”„‟«»‹›‘’‚‛`", "``", "''", ",", ".", "!", "?", ":", "\n\n", "…", "(", ")"))
_TEXTS = st.lists(_WORDS | _MARKS, max_size=60).map(" ".join) | st.lists(_WORDS | _MARKS, max_size=60).map(
    "".join
)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_what_is_found_nests_and_has_marks_at_both_ends(text: str) -> None:
    used = usage(text)
    found = quoted_in(text, 0, len(text), used, frozenset({"tis"}))
    open_: list[tuple[int, int]] = []
    for quoted in found.quoted:
        assert 0 <= quoted.start < quoted.inner_start <= quoted.inner_end <= quoted.end <= len(text)
        assert text[quoted.start : quoted.inner_start] == quoted.sign
        assert quoted.open or used.closes(quoted.sign, text[quoted.inner_end : quoted.end])
        while open_ and open_[-1][1] <= quoted.start:
            open_.pop()
        assert not open_ or quoted.end <= open_[-1][1]
        assert quoted.depth == len(open_)
        open_.append((quoted.start, quoted.end))


@given(_TEXTS, st.sampled_from(known_languages()))
@settings(max_examples=120, deadline=None)
def test_any_marks_give_a_document_that_keeps_the_text(text: str, code: str) -> None:
    # `convert` checks that no character is lost and that the document is valid, and says so else.
    converted = edition.convert(text + "\nx", genre="prose", lang=code)
    assert converted.data is not None
    for who in re.findall(r'who="#([^"]+)"', converted.data.decode()):
        assert f'xml:id="{who}"' in converted.data.decode()


@pytest.mark.parametrize(
    "text",
    [
        "“" * 40_000,
        "“a” " * 20_000,
        "“a\n\n" * 8_000,
        "'a " * 30_000,
        "“‘" * 15_000 + "’”" * 15_000,
        "“a,” said " * 8_000,
        "“a,” " + "Anna, " * 20_000 + "said.",
        "« a " * 20_000,
        "s' " * 30_000,
        "“No,” said Mr. " + "Lord " * 20_000,
    ],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    # Quadratic work on these would take minutes.
    converted = edition.convert(text, genre="prose", lang="en")
    assert converted.data is not None


@pytest.mark.parametrize(
    "text",
    [
        "— " * 20_000,
        "— dit " * 20_000 + ".",
        "— a, dit Paul.\n\n" * 3_000,
        "— " + "a, dit, " * 10_000 + ".",
        "— « a, dit Paul. " * 4_000,
        "«" + "a, dit, " * 10_000 + ".»",
        "— A. " * 15_000,
    ],
)
def test_hostile_dashes_come_to_an_end(text: str) -> None:
    converted = edition.convert(text, genre="prose", lang="fr")
    assert converted.data is not None


@given(
    st.lists(
        st.builds(
            TurnEvidence,
            who=st.sampled_from(("", "", "", "a", "b", "c")),
            weights=st.dictionaries(st.sampled_from(("a", "b", "c", "d")), st.floats(0.001, 3)),
            parted=st.integers(0, 5),
        ),
        max_size=30,
    )
)
@settings(deadline=None)
def test_who_is_known_stays_and_no_likelihood_leaves_its_bounds(turns: list[TurnEvidence]) -> None:
    likely = likely_speakers(turns, ["a", "d"])
    assert len(likely) == len(turns)
    for turn, (who, share) in zip(turns, likely, strict=True):
        assert 0 <= share <= 1.000001
        assert not turn.who or who == turn.who


def test_every_language_says_who_speaks_in_small_letters() -> None:
    for code in known_languages():
        table = language(code).quoting
        for words in (table.says, table.writes, table.thinks, table.men, table.women, table.persons):
            assert all(word == word.lower() for word in words), code
