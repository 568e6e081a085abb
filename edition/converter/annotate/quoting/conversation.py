"""Who speaks when nothing beside the words says so: what is likely, given the turns before and after.

Speakers take turns. Each turn's speaker is weighed by what its paragraph shows (a pronoun, a name called, an
action beside the words) and by who spoke in the two turns before; the forward-backward algorithm (Rabiner
1989) gives how likely each person is. Only what is nearly certain is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import mul
from typing import NamedTuple

OTHER = ""  # someone who is not among the candidates

# How likely a turn is spoken by: the speaker of the turn before, of the one before that, or another.
_NEXT = (0.015, 0.865, 0.12)
_AFTER_A_BREAK = (0.3, 0.45, 0.25)
_LATER = (0.34, 0.34, 0.32)
_MOST = 6  # candidates beside OTHER
_FAR = 3  # paragraphs
_CLOSE, _DISTANT = 6, 14  # turns
_SILENT = 0.3
_NOWHERE = 1e-9
_SMALL = 1e-60

# A weight for each two speakers that follow one another: by the later one, then by the one before.
_Pairs = list[list[float]]


@dataclass(slots=True)
class TurnEvidence:
    """What one turn shows. `who` is known for certain.

    `weights` say how well persons fit, `others` how well all those do of whom no weight is given, `unknown`
    how well someone who is no candidate. `there` are those who act in the paragraph. `parted` counts
    the paragraphs between this turn and the one before, in which only the narrator speaks.
    """

    who: str = OTHER
    weights: dict[str, float] = field(default_factory=dict)
    others: float = 1.0
    unknown: float = 0.06
    there: frozenset[str] = frozenset()
    parted: int = 0

    def weight(self, person: str) -> float:
        """How well a person fits."""
        if self.who:
            return 1.0 if person == self.who else _NOWHERE
        return self.weights.get(person, self.unknown if person == OTHER else self.others)

    def times(self, person: str, factor: float) -> None:
        """Makes a person fit better or worse, unless it is known who speaks."""
        if not self.who:
            self.weights[person] = self.weight(person) * factor


def likely_speakers(
    turns: Sequence[TurnEvidence], expected: Sequence[str] = (), spoken: Sequence[str] = ()
) -> list[tuple[str, float]]:
    """For each turn of a conversation the likeliest speaker and how likely that is (0 to 1).

    `expected` are persons who may speak beside those of whom a turn says so; `spoken` those of them who have
    spoken before.
    """
    people = [OTHER, *_candidates(turns, expected)]
    known = set(people)
    turns = [
        turn if turn.who in known else replace(turn, who=OTHER, weights={}, others=_NOWHERE) for turn in turns
    ]
    heard = {turn.who for turn in turns} | set(spoken)
    count = len(people)
    if count == 1 or not turns:
        return [(OTHER, 1.0)] * len(turns)
    near = _nearness(turns, people, heard)
    given = [
        [turn.weight(person) * share for person, share in zip(people, shares, strict=True)]
        for turn, shares in zip(turns, near, strict=True)
    ]
    forward = _forward(turns, given, count)
    backward = _backward(turns, given, count)
    found = []
    for ahead, behind in zip(forward, backward, strict=True):
        shares = [sum(map(mul, before, after)) for before, after in zip(ahead, behind, strict=True)]
        total = sum(shares) or 1.0
        best = max(range(count), key=lambda at: (shares[at], -at))
        found.append((people[best], shares[best] / total))
    return found


def _candidates(turns: Sequence[TurnEvidence], expected: Sequence[str]) -> list[str]:
    """The persons who may speak: those known to speak, by how often, then those expected."""
    spoken = Counter(turn.who for turn in turns if turn.who)
    return list(dict.fromkeys((*(who for who, _ in spoken.most_common()), *expected)))[:_MOST]


def _nearness(turns: Sequence[TurnEvidence], people: Sequence[str], heard: set[str]) -> list[list[float]]:
    """For each turn how near the next sign of each person is: who is far away seldom joins in unannounced,
    nor does one who is not `heard` elsewhere.
    """
    signs = [
        [place for place, turn in enumerate(turns) if person == turn.who or person in turn.there]
        for person in people
    ]
    return [
        [
            1.0 if not person else _near(places, place) * (1.0 if person in heard else _SILENT)
            for person, places in zip(people, signs, strict=True)
        ]
        for place in range(len(turns))
    ]


def _near(places: Sequence[int], place: int) -> float:
    at = bisect_left(places, place)
    distance = min((abs(places[i] - place) for i in (at - 1, at) if 0 <= i < len(places)), default=_DISTANT)
    return 1.0 if distance <= _CLOSE else 0.4 if distance < _DISTANT else 0.1


class _Moves(NamedTuple):
    """How likely a turn is spoken by the one who spoke last, by him who spoke before that one, and by each
    other of those there (`other`; `fresh` where the two before were one speaker's).

    Two strangers in a row may be two: `strangers` instead of `same` where the last one is OTHER.
    """

    same: float
    strangers: float
    back: float
    other: float
    fresh: float


@cache
def _moves(count: int, shares: tuple[float, float, float]) -> _Moves:
    same, back, other = shares
    rest = max(1, count - 2)
    return _Moves(same, same + other / 2, back, other / rest, (other + back) / rest)


def _shares(turn: TurnEvidence) -> tuple[float, float, float]:
    return _NEXT if not turn.parted else _AFTER_A_BREAK if turn.parted < _FAR else _LATER


def _forward(turns: Sequence[TurnEvidence], given: list[list[float]], count: int) -> list[_Pairs]:
    """For each turn the weight of each pair (speaker now, speaker before), by all that stands before.

    The weights of all who may have spoken before the last turn are summed up once for each who spoke then, so
    that a turn costs as many steps as there are pairs.
    """
    pairs: _Pairs = [[weight / count] * count for weight in given[0]]
    rows = [_scaled(pairs)]
    for place in range(1, len(turns)):
        same, strangers, back, other, fresh = _moves(count, _shares(turns[place]))
        reached = rows[-1]  # [last][before]
        # Whoever goes on, as if he were none of the two before; then what those have more than he.
        onward = [other * sum(before) + (fresh - other) * before[last] for last, before in enumerate(reached)]
        more = back - other
        pairs = [
            [weight * (anyone + more * before[now]) for anyone, before in zip(onward, reached, strict=True)]
            if weight > _NOWHERE
            else [0.0] * count
            for now, weight in enumerate(given[place])
        ]
        for now, weight in enumerate(given[place]):
            if weight > _NOWHERE:
                pairs[now][now] = weight * sum(reached[now]) * (same if now else strangers)
        rows.append(_scaled(pairs))
    return rows


def _backward(turns: Sequence[TurnEvidence], given: list[list[float]], count: int) -> list[_Pairs]:
    """The same for all that stands after."""
    rows: list[_Pairs] = [[[1.0] * count for _ in range(count)]]
    for place in range(len(turns) - 1, 0, -1):
        same, strangers, back, other, fresh = _moves(count, _shares(turns[place]))
        following = rows[-1]  # [next][last]
        weights = [weight if weight > _NOWHERE else 0.0 for weight in given[place]]
        more = back - other
        pairs: _Pairs = []
        for last, after in enumerate(zip(*following, strict=True)):
            ahead = list(map(mul, weights, after))
            again = ahead[last] * (same if last else strangers)
            ahead[last] = 0.0
            others = sum(ahead)
            anyone = again + other * others
            row = [anyone + more * weight for weight in ahead]
            row[last] = again + fresh * others
            pairs.append(row)
        rows.append(_scaled(pairs))
    rows.reverse()
    return rows


def _scaled(pairs: _Pairs) -> _Pairs:
    """Weights that have become small or large, made to sum up to 1: only their ratios count."""
    total = sum(map(sum, pairs))
    if _SMALL < total < 1 / _SMALL:
        return pairs
    return [[weight / (total or 1.0) for weight in row] for row in pairs]
