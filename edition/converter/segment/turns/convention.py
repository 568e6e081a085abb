"""The convention by which a text marks its speakers: kinds of labels, and the labels that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edition.converter.segment.turns.candidate import Candidate, Form
from edition.converter.segment.turns.faces import Face

Kind = tuple[Form, Face]


@dataclass(frozen=True)
class Convention:
    """How a text marks its speakers: by which kinds, and which labels are known (folded words).

    `only_first`: labels stand at the beginning of stanzas only. `voices` are labels that name nobody, and the
    words that letters for question and answer stand for.
    `affiliated`: what stands in brackets after labels says where someone belongs, and directs nothing.
    """

    kinds: frozenset[Kind]
    labels: frozenset[tuple[str, ...]]
    counts: Mapping[tuple[str, ...], int]
    only_first: bool
    turns: int
    voices: frozenset[tuple[str, ...]] = frozenset()
    affiliated: bool = False

    def reads(self, candidate: Candidate) -> bool:
        """Whether a candidate is the label of a turn."""
        return candidate.key in self.labels and self._allows(candidate)

    def _allows(self, candidate: Candidate) -> bool:
        kind = (candidate.form, candidate.face)
        if self.only_first and not candidate.first and candidate.face != "capitals":
            return False
        if kind in self.kinds or (candidate.form == "colon" and candidate.first):
            return True
        if candidate.key in self.voices:
            return candidate.first and any(form == candidate.form for form, _ in self.kinds)
        if candidate.stopped == "period" and ("period", "capitals") in self.kinds:
            return candidate.face == "capitals"
        if candidate.stopped == "colon" and any(form == "colon" for form, _ in self.kinds):
            return candidate.first or ("colon", candidate.face) in self.kinds
        if candidate.form == "alone" and ("period", candidate.face) in self.kinds:
            return False
        # "CATHERINE [rising]" beside "CATHERINE.": a speaker who is known, in another form.
        return candidate.form in ("bracket", "comma", "colon", "dash", "period", "verb") and any(
            face == candidate.face for _, face in self.kinds
        )


NOBODY = Convention(frozenset(), frozenset(), {}, True, 0)  # of a text in which nobody is marked as speaking
