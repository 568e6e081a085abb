"""What the paragraphs of a conversation show of who speaks, as weights for `conversation`.

The weights are measured by eye on English novels and round; nothing depends on their last figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition.converter.annotate.quoting.conversation import TurnEvidence
from edition.converter.annotate.quoting.descriptions import NARRATOR, Descriptions
from edition.converter.annotate.quoting.gender import Gender
from edition.converter.annotate.quoting.naming import Naming
from edition.converter.annotate.quoting.turns import Turn

_HIMSELF = 0.03  # how well someone fits whom the words call, or to whom the clause says they are spoken
_SPOKEN_OF = 0.2  # of whom they speak
_CALLED_NEAR = 2.0  # who is called in the turn before or after
_NAMED_FIRST = 3.0  # a pronoun's person, named before it in the same paragraph
_ALSO_TOLD = 0.3  # someone else of whom the narrator tells, and whom a pronoun can mean
_ACTS_BEFORE = 2.0  # who acts in the paragraph before
_STRANGE = 0.1  # who has a name, where the clause has another subject
_LURKS = 4  # turns in which someone unknown may speak again
_LURKING = 0.5
_RECENT = 3  # turns in which a pronoun's person speaks or acts
_LONG_AGO = 0.2
_AROUND = 12  # turns around one in which those speak who are there
_COMPANY = (1.0, 1.0, 1.0, 3.0, 6.0)  # how much likelier someone unnoticed speaks, by how many speak
_TOLD_ON = 90  # characters after the words that are more than a clause


class Evidence:
    """Reads what turns show in one text."""

    def __init__(self, naming: Naming, described: Descriptions, text: str) -> None:
        self._naming = naming
        self._described = described
        self._text = text

    def of(self, row: Sequence[Turn], people: Iterable[str]) -> list[TurnEvidence]:
        """What each turn of a row shows; `people` are all who may speak in it."""
        everyone = list(people)
        speaking = list(dict.fromkeys(turn.who for turn in row if turn.who))
        shown = [self._shown(turn, everyone, speaking) for turn in row]
        for place, turn in enumerate(row):
            if turn.pronoun and not turn.who:
                recent = {one.who for one in shown[max(0, place - _RECENT) : place + 2]} | shown[place].there
                recent |= {who for one in shown[max(0, place - _RECENT) : place] for who in one.there}
                for who in shown[place].weights.keys() - recent:
                    shown[place].times(who, _LONG_AGO)
            company = {one.who for one in row[max(0, place - _AROUND) : place + _AROUND + 1] if one.who}
            shown[place].unknown *= _COMPANY[min(len(company), len(_COMPANY) - 1)]
            if turn.mixed and not turn.own:
                # Someone speaks of whom no more is known, and may go on.
                for near in shown[max(0, place - _LURKS) : place + _LURKS + 1]:
                    near.unknown = max(near.unknown, _LURKING)
        for turn, following in zip(row, shown[1:], strict=False):
            if not following.parted and self._is_told_on(turn):
                following.parted = 1
        self._weigh_calls(row, shown)
        return shown

    def _shown(self, turn: Turn, people: Sequence[str], speaking: Sequence[str]) -> TurnEvidence:
        told = frozenset(self._naming.told_of(turn.passage))
        acting = {self._naming.actor(one.passage) for one in turn.with_silence}
        if turn.pronoun:
            acting.update(self._naming.named_first(turn.passage, turn.spoken[0]))
        shown = TurnEvidence(who=turn.who, parted=len(turn.silence), there=frozenset(acting))
        if turn.strange and not turn.own:
            shown.others, shown.unknown = _STRANGE, 1.0
        if turn.who or turn.mixed:
            return shown
        actor = self._naming.actor(turn.passage)
        if turn.described:
            self._weigh_description(shown, turn.described, speaking)
        elif turn.pronoun:
            self._weigh_pronoun(shown, turn, turn.pronoun, people)
        elif actor in {"he", "she"}:
            self._fit(shown, "he" if actor == "he" else "she", people, unsure=0.4, against=0.1, unknown=0.15)
        elif actor and len(told) <= 1:
            # "Anna laughed. “You are late.”"
            shown.others, shown.unknown = 0.1, 0.02
            shown.weights[actor] = 1.0
        elif turn.silence:
            before = self._naming.actor(turn.silence[-1].passage)
            if before not in ("", "he", "she"):
                shown.weights[before] = _ACTS_BEFORE
        return shown

    def _weigh_description(self, shown: TurnEvidence, key: str, speaking: Sequence[str]) -> None:
        """ "The porter" is one of that description, or someone with a name who speaks nearby and can be
        described so.
        """
        self._fit(shown, self._naming.gender(key), speaking, unsure=0.2, against=0.001, unknown=0.2)
        shown.others = 0.001
        for who in self._described.forms:
            shown.weights[who] = 0.01
        if not self._described.is_relation(key):
            shown.weights[key] = 2.0
            shown.there |= {key}

    def _weigh_pronoun(self, shown: TurnEvidence, turn: Turn, pronoun: Gender, people: Sequence[str]) -> None:
        self._fit(shown, pronoun, people, unsure=0.25, against=0.005, unknown=0.08)
        for utterance in turn.spoken:
            for who in self._naming.spoken_to(utterance):
                shown.times(who, _HIMSELF)
        first = dict.fromkeys(self._naming.told_of_first(turn.passage, turn.spoken[0]))
        for who in first:
            shown.times(who, _NAMED_FIRST)
        for one in turn.with_silence:
            for who in self._naming.told_of(one.passage):
                if who not in first and self._naming.gender(who) in ("", pronoun) and who not in people:
                    shown.unknown += _ALSO_TOLD

    def _fit(
        self,
        shown: TurnEvidence,
        pronoun: Gender,
        people: Sequence[str],
        *,
        unsure: float,
        against: float,
        unknown: float,
    ) -> None:
        """Weighs all persons by the pronoun that goes with the speaker; empty: by any but the narrator's."""
        for who in people:
            gender = self._naming.gender(who)
            if who == NARRATOR:
                shown.weights[who] = against
            elif not pronoun or gender == pronoun:
                shown.weights[who] = 1.0
            else:
                shown.weights[who] = unsure if not gender else against
        shown.others, shown.unknown = unsure, unknown

    def _weigh_calls(self, row: Sequence[Turn], shown: Sequence[TurnEvidence]) -> None:
        """Whom a turn calls by name does not speak it, and likely speaks before it or after."""
        for place, turn in enumerate(row):
            for who, called in self._naming.spoken_of(turn.passage):
                shown[place].times(who, _HIMSELF if called else _SPOKEN_OF)
                if called:
                    for near in (place - 1, place + 1):
                        if 0 <= near < len(shown):
                            shown[near].times(who, _CALLED_NEAR)

    def _is_told_on(self, turn: Turn) -> bool:
        """Whether the narrator goes on after the words of a turn, for more than a clause of saying."""
        rest = self._text[turn.passage.outer[-1].quoted.end : turn.passage.span.end]
        return len(rest) > _TOLD_ON and any(end in rest.rstrip()[:-1] for end in (". ", ".\n"))
