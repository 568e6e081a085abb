"""Who speaks what stands in quotation marks: by the clauses beside it, by pronouns, by turns that alternate.

A clause with a name decides for its paragraph. A pronoun or a description is tied to a person, and a
paragraph without a clause to one who takes turns, only where hardly anyone else can be meant. What none of
this decides stays without a speaker. (What is told apart follows the work on quotation attribution since
Elson and McKeown 2010; the rules and their limits are our own.)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from edition.converter.annotate.quoting.apart import set_apart
from edition.converter.annotate.quoting.conversation import likely_speakers
from edition.converter.annotate.quoting.descriptions import NARRATOR, Descriptions
from edition.converter.annotate.quoting.evidence import Evidence
from edition.converter.annotate.quoting.naming import Naming
from edition.converter.annotate.quoting.turns import Attributed, Turn, attributed, rows
from edition.converter.annotate.quoting.utterance import Passage, Utterance
from edition.model import Certainty

_LEAST = 0.92  # how likely a speaker must be to be told
_SURE = 0.97
_LAST = 2  # speakers of a row who may speak in the next
_PRONOUNS = ("", "he", "she")
_UNNAMED = frozenset({"", "he", "she", "dropped"})
_NEAR = 4  # characters before a quotation in which its colon stands
_BY_CLAUSE = "verb of saying"


class Speakers:
    """Finds the speakers of one text, by who is named in it (`naming`)."""

    def __init__(self, naming: Naming, described: Descriptions, text: str) -> None:
        self._text = text
        self._naming = naming
        self._described = described
        self._evidence = Evidence(naming, described, text)

    def attribute(
        self, found: Sequence[Passage], spoken: Sequence[Sequence[Utterance]]
    ) -> dict[int, Attributed]:
        """The speakers by the offsets of what they say; `spoken` holds, for each passage, those of its outer
        utterances that are words of someone.
        """
        turns = [Turn(passage, list(row)) for passage, row in zip(found, spoken, strict=True)]
        for turn in turns:
            turn.mixed = self._changes(turn)
            self._by_clause(turn)
        before: list[str] = []
        for row in rows(turns):
            before = self._converse(row, before)
        set_apart(turns, self._naming, self._text)
        return dict(attributed(turns))

    def _by_clause(self, turn: Turn) -> None:
        """What the clauses of a paragraph say; where they name two, each has his own words only."""
        clauses: set[int] = set()  # by where their subjects stand
        told = False  # whether a clause without a name has said who speaks
        for utterance in turn.spoken:
            saying = utterance.saying
            if saying is None:
                # What a colon introduces is someone's, though no verb that is known says so.
                at = utterance.quoted.start
                told = told or self._text[max(0, at - _NEAR) : at].rstrip().endswith(":")
                continue
            subject = saying.subject
            introduced = utterance.after is None and utterance is turn.spoken[0]
            kind = subject.kind if subject is not None else ""
            if subject is not None and kind == "name":
                if told and utterance.before is not None and subject.start not in clauses:
                    turn.mixed = True  # "…, he said. Mr. Brown replied: …": a name before a colon is another
                clauses.add(subject.start)
            told = told or kind in _UNNAMED
            if subject is None or subject.kind == "unknown" or (subject.kind == "dropped" and introduced):
                someone = utterance.after is not None or self._naming.verb_first
                turn.mixed = turn.mixed or someone
                turn.strange = turn.strange or (someone and self._naming.verb_first)
            elif subject.kind == "dropped":
                continue
            elif subject.kind in {"he", "she"}:
                turn.pronoun = turn.pronoun or subject.kind
            elif subject.kind == "description":
                turn.described = turn.described or self._naming.meant(subject)
            elif who := self._naming.meant(subject):
                turn.own[utterance.quoted.start] = who
            else:
                turn.mixed = True
        known = dict.fromkeys(turn.own.values())
        if len(known) == 1 and not turn.mixed:
            (who,) = known
            # "said Ann … the girl added", "said Ann … he added": two speak.
            other = turn.pronoun and (who == NARRATOR or self._naming.gender(who) not in ("", turn.pronoun))
            if turn.described or other:
                turn.mixed = True
            else:
                turn.who, turn.rule, turn.certainty = who, _BY_CLAUSE, Certainty.HIGH
        elif known:
            turn.mixed = True
        if turn.mixed:
            self._go_on(turn)

    def _go_on(self, turn: Turn) -> None:
        """Where more than one may speak, each goes on after the sentence that says who he is.

        "“No,” said Ann. “Never.”"
        """
        for one, other in pairwise(turn.spoken):
            who = turn.own.get(one.quoted.start)
            if not who or one.after is None or one.after.subject is None or other.saying is not None:
                continue
            start, end = one.quoted.end, other.quoted.start
            clause = self._text[start:end].rstrip()
            if clause.endswith(".") and self._naming.sentence_start(start, start + len(clause)) == start:
                turn.own.setdefault(other.quoted.start, who)

    def _changes(self, turn: Turn) -> bool:
        """Whether one quotation closes and another opens with nothing between: someone answers."""
        return any(
            not self._text[one.quoted.end : other.quoted.start].strip()
            for one, other in pairwise(turn.passage.outer)
        )

    def _converse(self, row: Sequence[Turn], before: Sequence[str]) -> list[str]:
        """Weighs who speaks in the turns of a row for which no clause says it; `before` are the last speakers
        of the row before, returned are those of this one.
        """
        self._settle_descriptions(row, before)
        # Of those who do not speak, only who acts is there: the narrator tells of many who are not.
        acting = [self._naming.actor(one.passage) for turn in row for one in turn.with_silence]
        described = [turn.described for turn in row if turn.described and not turn.who]
        firm = [key for key in described if not self._described.is_relation(key)]
        meant: list[str] = []
        for turn in row:
            if turn.pronoun:
                meant.extend(self._naming.told_of_first(turn.passage, turn.spoken[0]))
                if turn.silence:
                    meant.append(self._naming.actor(turn.silence[-1].passage))
        spoken = [turn.who for turn in row if turn.who]
        expected = [who for who in dict.fromkeys((*firm, *before, *meant, *acting)) if who not in _PRONOUNS]
        shown = self._evidence.of(row, dict.fromkeys((*spoken, *expected)))
        likely = likely_speakers(shown, expected, (*before, *firm, *meant))
        for turn, (who, share) in zip(row, likely, strict=True):
            if turn.who or turn.mixed or not who or share < _LEAST:
                continue
            turn.who = who
            turn.rule = "pronoun" if turn.pronoun or turn.described else "turns alternate"
            turn.certainty = Certainty.MEDIUM if share >= _SURE else Certainty.LOW
        return list(dict.fromkeys(reversed(spoken)))[:_LAST] or list(before)

    def _settle_descriptions(self, row: Sequence[Turn], before: Sequence[str]) -> None:
        """Who is described and can be no one there that has a name is a person for himself."""
        unsettled = [turn for turn in row if turn.described and not (turn.who or turn.mixed)]
        if not unsettled:
            return
        about = {*before, *(who for turn in row for who in turn.own.values())}
        about.update(self._naming.actor(one.passage) for turn in row for one in turn.with_silence)
        named = about - {"", "he", "she", NARRATOR} - self._described.forms.keys()
        for turn in unsettled:
            key = turn.described
            if not self._described.is_relation(key) and not any(self._may_be(who, key) for who in named):
                turn.who, turn.rule, turn.certainty = key, _BY_CLAUSE, Certainty.HIGH

    def _may_be(self, who: str, key: str) -> bool:
        """Whether a description may mean someone with a name."""
        wanted, gender = self._naming.gender(key), self._naming.gender(who)
        return not wanted or not gender or gender == wanted
