"""Who likely speaks in a conversation: sums by pairs are the sums over all ways it may have gone."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.converter.annotate.quoting.conversation import TurnEvidence, likely_speakers

_OTHER = ""
_PEOPLE = (_OTHER, "a", "b", "c")

# As the table of the module says them: the last speaker again, the one before him, another.
_SHARES = {0: (0.015, 0.865, 0.12), 1: (0.3, 0.45, 0.25), 3: (0.34, 0.34, 0.32)}


def _step(before: str, last: str, now: str, parted: int) -> float:
    """How likely `now` speaks after `before` and `last`."""
    same, back, other = _SHARES[parted]
    if now == last:
        return same + (other / 2 if now == _OTHER else 0)
    if now == before:
        return back
    return (other if before != last else other + back) / (len(_PEOPLE) - 2)


def _all_ways(turns: list[TurnEvidence]) -> list[dict[str, float]]:
    """For each turn the share of each speaker in the weight of all sequences of speakers."""
    totals = [dict.fromkeys(_PEOPLE, 0.0) for _ in turns]
    for before_all in _PEOPLE:
        for way in product(_PEOPLE, repeat=len(turns)):
            weight = turns[0].weight(way[0])
            for place in range(1, len(turns)):
                before = way[place - 2] if place > 1 else before_all
                step = _step(before, way[place - 1], way[place], turns[place].parted)
                weight *= turns[place].weight(way[place]) * step
            for place, who in enumerate(way):
                totals[place][who] += weight
    return [{who: share / sum(row.values()) for who, share in row.items()} for row in totals]


_TURNS = st.lists(
    st.builds(
        TurnEvidence,
        who=st.sampled_from(("", "", "a", "b")),
        weights=st.dictionaries(st.sampled_from(_PEOPLE), st.floats(0.01, 3)),
        there=st.just(frozenset(_PEOPLE[1:])),  # nobody is far away
        parted=st.sampled_from(tuple(_SHARES)),
    ),
    min_size=1,
    max_size=5,
)


@given(_TURNS)
@settings(max_examples=60, deadline=None)
def test_the_shares_are_those_of_all_ways_the_talk_may_have_gone(turns: list[TurnEvidence]) -> None:
    likely = likely_speakers(turns, _PEOPLE[1:], _PEOPLE[1:])
    # Who is known not to speak counts for nothing, and for a billionth here.
    for (who, share), all_ways in zip(likely, _all_ways(turns), strict=True):
        assert share == pytest.approx(max(all_ways.values()), abs=1e-4)
        assert all_ways[who] == pytest.approx(max(all_ways.values()), abs=1e-4)


def test_weights_of_any_size_are_brought_back() -> None:
    def row(weight: float) -> list[TurnEvidence]:
        return [
            TurnEvidence(
                who="a" if place % 7 == 0 else "", weights={"a": weight, "b": 3 * weight}, unknown=weight
            )
            for place in range(900)
        ]

    ordinary = likely_speakers(row(1.0), ["b"])
    for weight in (1e-5, 40.0):
        for (who, share), (as_before, its_share) in zip(
            likely_speakers(row(weight), ["b"]), ordinary, strict=True
        ):
            assert who == as_before
            assert share == pytest.approx(its_share)
