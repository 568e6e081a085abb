"""The turns of a conversation: one paragraph each, in rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from edition.converter.annotate.quoting.gender import Gender
from edition.converter.annotate.quoting.utterance import Passage, Utterance
from edition.model import Certainty

_SILENCE = 6  # paragraphs in which no one speaks, between two turns of one conversation
_DOCUMENT = 4  # paragraphs
_LONG = 40  # turns after which a row is cut where two speakers are known


@dataclass(slots=True)
class Turn:
    """Who speaks in one paragraph: `who` is a record's id or a description's key, `rule` how it was told.

    `pronoun` and `described` are what a clause says of someone not known yet. `mixed` says that more than
    one may speak; `own` then has those who are known, by the offset of their words. `silence` are the
    paragraphs right before it in which no one speaks. `strange` says that a clause tells of someone whom
    the reader does not know. `apart` are the offsets of words that are not `who`'s.
    """

    passage: Passage
    spoken: list[Utterance]
    who: str = ""
    rule: str = ""
    certainty: Certainty | None = None
    pronoun: Gender = ""
    described: str = ""
    mixed: bool = False
    strange: bool = False
    own: dict[int, str] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)
    silence: list[Turn] = field(default_factory=list)

    @property
    def with_silence(self) -> tuple[Turn, ...]:
        """The paragraphs before it in which no one speaks, and its own."""
        return (*self.silence, self)


@dataclass(frozen=True, slots=True)
class Attributed:
    """The speaker of an utterance: a record's id or a description's key, the rule, and how sure it is."""

    who: str
    rule: str
    certainty: Certainty | None


def rows(turns: Iterable[Turn]) -> Iterator[list[Turn]]:
    """Turns that follow one another, up to a heading, a break or long silence. What only goes on from the
    paragraph before is no turn.
    """
    row: list[Turn] = []
    silent: list[Turn] = []
    for turn in turns:
        if turn.passage.aside:
            continue
        if row and (turn.passage.first or len(silent) > _SILENCE or _is_long(row)):
            yield row
            row = []
        if turn.passage.first:
            silent = []
        if not turn.spoken:
            silent.append(turn)
        elif not (turn.spoken[0].taken_up and row):
            turn.silence = silent
            row.append(turn)
            silent = []
    if row:
        yield row


def _is_long(row: Sequence[Turn]) -> bool:
    """Whether a row may end here, since who spoke last is known."""
    return len(row) >= _LONG and bool(row[-1].who and row[-2].who)


def attributed(turns: Iterable[Turn]) -> Iterator[tuple[int, Attributed]]:
    """The speaker of each utterance that has one, by its offset."""
    chain: list[int] = []
    speaker: Attributed | None = None
    for turn in turns:
        for utterance in turn.spoken:
            start = utterance.quoted.start
            if not utterance.taken_up:
                chain, speaker = [], None
                if turn.who and start not in turn.apart:
                    speaker = Attributed(turn.who, turn.rule, turn.certainty)
                elif start in turn.own:
                    speaker = Attributed(turn.own[start], "verb of saying", Certainty.HIGH)
            chain.append(start)
            # What goes on for long may be a document as well: then only a clause tells whose words it is.
            if utterance.goes_on or speaker is None:
                continue
            if len(chain) < _DOCUMENT or speaker.certainty is Certainty.HIGH:
                yield from ((piece, speaker) for piece in chain)
