"""Who speaks what stands in quotation marks: by the clauses beside it, by pronouns, by turns that alternate.

A clause with a name decides for its paragraph. A pronoun is tied only to the one person it can mean, and a
paragraph without a clause to the other of two who take turns, as far as the next clause agrees. What none of
this decides stays without a speaker. (What is told apart follows the work on quotation attribution since
Elson and McKeown 2010; the rules and their limits are our own.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from edition.converter.annotate.quoting.conversation import TurnEvidence, likely_speakers
from edition.converter.annotate.quoting.gender import Gender, genders
from edition.converter.annotate.quoting.utterance import Passage, Utterance, narrated
from edition.converter.forms.letters import fold
from edition.converter.forms.quoting.saying import ClauseReader, Subject
from edition.converter.languages import Language
from edition.model import Annotation, Certainty, Span

_SILENCE = 6  # paragraphs in which no one speaks, between two turns of one conversation
_LEAST = 0.9  # how likely a speaker must be to be told
_SURE = 0.97
_TOLD_ON = 90  # characters
_CLAUSE = 80  # characters
_NARRATOR = "?"


@dataclass(slots=True)
class Turn:
    """Who speaks in one paragraph: `who` is a record's id, `rule` how it was told. `pronoun` is what stands
    for someone not known yet.
    """

    passage: Passage
    spoken: list[Utterance]
    who: str = ""
    rule: str = ""
    certainty: Certainty | None = None
    pronoun: Gender = ""
    described: str = ""
    mixed: bool = False
    own: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attributed:
    """The speaker of an utterance: a record's id, the rule, and how sure it is."""

    who: str
    rule: str
    certainty: Certainty | None


class Speakers:
    """Finds the speakers of one text. `described` gives the record of someone without a name, by the words."""

    def __init__(
        self,
        found: Sequence[Passage],
        mentions: Sequence[Annotation],
        text: str,
        language: Language,
        described: Descriptions,
    ) -> None:
        self._found = found
        self._text = text
        self._language = language
        self._described = described
        self._mentions = sorted((m for m in mentions if m.get("ref")), key=lambda m: m.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._at = {m.span.start: (m.get("ref") or "#")[1:] for m in self._mentions}
        self._ends = {m.span.start: m.span.end for m in self._mentions}
        self._gender = genders(self._mentions, text, language)
        self._reader = ClauseReader(text, language, lambda at: self._ends.get(at, -1))

    def attribute(self, spoken: Sequence[Sequence[Utterance]]) -> dict[int, Attributed]:
        """The speakers of `spoken`, the outer utterances of each passage that are speech, by their offsets."""
        turns = [Turn(passage, list(row)) for passage, row in zip(self._found, spoken, strict=True)]
        for turn in turns:
            turn.mixed = self._changes(turn)
            self._by_clause(turn)
        for run in _conversations(turns):
            self._converse(run)
        return dict(_results(turns))

    # -- what a clause says ------------------------------------------------------------------------------

    def _by_clause(self, turn: Turn) -> None:
        for utterance in turn.spoken:
            saying = utterance.saying
            if saying is None:
                continue
            subject = saying.subject
            if subject is None:
                turn.mixed = turn.mixed or utterance.after is not None
                continue
            if subject.kind in ("he", "she"):
                turn.pronoun = turn.pronoun or ("he" if subject.kind == "he" else "she")
                continue
            who = self.meant(subject)
            if subject.kind == "description":
                turn.described = turn.described or who
                continue
            if who:
                turn.own[utterance.quoted.start] = who
            else:
                turn.mixed = True
        known = dict.fromkeys(turn.own.values())
        if len(known) == 1 and not turn.mixed:
            (turn.who,) = known
            turn.rule, turn.certainty = "verb of saying", Certainty.HIGH
            if turn.pronoun and self._gender_of(turn.who) not in ("", turn.pronoun):
                turn.mixed, turn.who = True, ""
        elif known:
            turn.mixed = True
        if turn.who and turn.described:
            # "said Ann … the girl added": one of both is not meant.
            turn.mixed, turn.who = True, ""

    def _changes(self, turn: Turn) -> bool:
        """Whether one closes and another opens with nothing between: someone answers in the same paragraph."""
        row = turn.passage.outer()
        return any(
            not self._text[one.quoted.end : other.quoted.start].strip()
            for one, other in zip(row, row[1:], strict=False)
        )

    def meant(self, subject: Subject) -> str:
        """The record of a name or description; empty where it is not known."""
        if subject.kind == "name":
            return self._at.get(subject.start, "")
        if subject.kind == "description":
            return self._described.record(self._text[subject.start : subject.end], self._language)
        if subject.kind == "i":
            return self._described.narrator(self._text[subject.start : subject.end])
        return ""

    def _gender_of(self, who: str) -> Gender:
        return self._described.gender(who) or self._gender.get(who, "")

    # -- what a paragraph shows beside that ---------------------------------------------------------------

    def _converse(self, run: Sequence[Turn]) -> None:
        """Weighs who speaks in the turns of a run for which no clause says it."""
        before: list[str] = []
        for row in _unbroken(run):
            self._settle_descriptions(row, before)
            evidence = [self._evidence(turn, ahead) for turn, ahead in row]
            for (turn, _), following in zip(row, evidence[1:], strict=False):
                if not following.parted and self._is_told_on(turn):
                    following.parted = 1
            self._addressed(row, evidence)
            told = [
                who
                for turn, ahead in row
                for other in (*ahead, turn)
                for who in self._named_in(other.passage, outside=True)
            ]
            spoken = [shown.who for shown in evidence if shown.who]
            described = [turn.described for turn, _ in row if turn.described and not turn.who]
            firm = [key for key in described if not self._described.is_kin(key)]
            acting = [who for turn, _ in row if turn.pronoun for who in self._named_before(turn)]
            heard = (*before, *firm, *acting)
            likely = likely_speakers(evidence, list(dict.fromkeys((*firm, *before, *told))), heard)
            for (turn, _), (who, share) in zip(row, likely, strict=True):
                if turn.who or turn.mixed or not who or share < _LEAST:
                    continue
                turn.who = who
                turn.rule = "pronoun" if turn.pronoun else "turns alternate"
                turn.certainty = Certainty.MEDIUM if share >= _SURE else Certainty.LOW
            before = list(dict.fromkeys(reversed(spoken)))[:2] or before

    def _settle_descriptions(self, row: Sequence[tuple[Turn, list[Turn]]], before: Sequence[str]) -> None:
        """Who is described and can be no one that has a name there is a person of his own ("the coachman")."""
        about = set(before)
        for turn, ahead in row:
            about.update(turn.own.values())
            about.update(self._actor(other.passage) for other in (*ahead, turn))
        about -= {"", "he", "she", _NARRATOR}
        for turn, _ in row:
            key = turn.described
            if not key or turn.who or turn.mixed or self._described.is_kin(key):
                continue
            wanted = self._gender_of(key)
            if not any(
                who != key and who not in self._described.forms and self._may_be(who, wanted) for who in about
            ):
                turn.who, turn.rule, turn.certainty = key, "verb of saying", Certainty.HIGH

    def _may_be(self, who: str, wanted: Gender) -> bool:
        gender = self._gender_of(who)
        return not wanted or not gender or gender == wanted

    def _evidence(self, turn: Turn, ahead: Sequence[Turn]) -> TurnEvidence:
        """What the paragraph of a turn shows; `ahead` are those before it in which no one speaks."""
        told = frozenset(self._named_in(turn.passage, outside=True))
        named = told.union(*(self._named_in(other.passage, outside=True) for other in ahead))
        shown = TurnEvidence(who=turn.who, parted=len(ahead), named=named)
        if turn.who or turn.mixed:
            return shown
        actor = self._actor(turn.passage)
        if turn.described:
            self._fits(shown, self._gender_of(turn.described), 0.2, 0.001, unknown=0.2)
            for who in self._described.forms:
                shown.weights[who] = shown.weight(who) * 0.2
            if not self._described.is_kin(turn.described):
                shown.weights[turn.described] = 2.0
                shown.named |= {turn.described}
        elif turn.pronoun:
            self._fits(shown, turn.pronoun, 0.25, 0.005, unknown=0.12)
            for who in self._spoken_to(turn):
                _times(shown, who, 0.03)
            for who in dict.fromkeys(self._named_before(turn)):
                _times(shown, who, 3.0)
        elif actor in ("he", "she"):
            self._fits(shown, actor, 0.4, 0.1, unknown=0.15)
        elif actor and len(told) <= 1:
            shown.others, shown.unknown = 0.1, 0.02
            shown.weights[actor] = 1.0
        elif ahead and (before := self._actor(ahead[-1].passage)) not in ("", "he", "she"):
            shown.weights[before] = 2.0
        return shown

    def _is_told_on(self, turn: Turn) -> bool:
        """Whether the narrator goes on after the words of a turn, for more than a clause of saying."""
        last = turn.passage.outer()[-1]
        rest = self._text[last.quoted.end : turn.passage.span.end]
        return len(rest) > _TOLD_ON and rest.rstrip()[:-1].count(". ") + rest.count(".\n") > 0

    def _named_before(self, turn: Turn) -> Iterator[str]:
        """Who is named in the narrator's words with which the paragraph of a turn begins."""
        stop = turn.spoken[0].quoted.start
        for place in range(bisect_left(self._starts, turn.passage.span.start), bisect_left(self._starts, stop)):
            yield self._at[self._starts[place]]

    def _spoken_to(self, turn: Turn) -> Iterator[str]:
        """Who is named in the clauses of a turn after its pronoun ("said he to Ann")."""
        for utterance in turn.spoken:
            subject = utterance.saying.subject if utterance.saying is not None else None
            if subject is None or subject.kind not in ("he", "she"):
                continue
            stop = self._text.find(".", subject.end, subject.end + _CLAUSE)
            stop = subject.end + _CLAUSE if stop < 0 else stop
            for place in range(bisect_left(self._starts, subject.end), bisect_left(self._starts, stop)):
                yield self._at[self._starts[place]]

    def _fits(self, shown: TurnEvidence, pronoun: str, unsure: float, against: float, *, unknown: float) -> None:
        """Weighs all persons by the pronoun that stands for the speaker."""
        for who in (*self._gender, *self._described.forms):
            gender = "-" if who == _NARRATOR else self._gender_of(who)
            fits = not pronoun or gender == pronoun
            shown.weights[who] = 1.0 if fits else unsure if not gender else against
        shown.others, shown.unknown = unsure, unknown

    def _addressed(self, row: Sequence[tuple[Turn, list[Turn]]], evidence: Sequence[TurnEvidence]) -> None:
        """Whom a turn calls by name does not speak it, and likely speaks before it or after."""
        for place, (turn, _) in enumerate(row):
            for who, called in self._spoken_of(turn.passage):
                _times(evidence[place], who, 0.03 if called else 0.2)
                for near in (place - 1, place + 1):
                    if called and 0 <= near < len(row):
                        _times(evidence[near], who, 2.0)

    def _spoken_of(self, passage: Passage) -> Iterator[tuple[str, bool]]:
        """Who is named inside the marks, and whether as one who is spoken to."""
        for utterance in passage.outer():
            span = utterance.span
            for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                start = self._starts[place]
                ahead = self._text[max(0, start - 12) : start].rstrip()
                after = self._text[self._ends[start]]
                called = after in ",.!?;—-”\"" and (
                    ahead[-1:] in ",“\"‘'" or ahead.rpartition(" ")[2].lower() in self._language.quoting.before_names
                )
                yield self._at[start], called

    def _actor(self, passage: Passage) -> str:
        """Who acts in the narrator's words of a paragraph, at the beginning of a stretch of them: a record,
        or a pronoun.
        """
        for span in narrated(passage):
            words = self._text[span.start : span.end]
            start = span.start + len(words) - len(words.lstrip(" \n—–-"))
            subject = self._reader.subject_at(start, span.end)
            if subject is None:
                continue
            if subject.kind in ("he", "she"):
                return subject.kind
            who = self.meant(subject)
            if who:
                return who
        return ""

    def _named_in(self, passage: Passage, *, outside: bool) -> Iterator[str]:
        """Who is named in a paragraph, outside the marks or inside them."""
        spans = narrated(passage) if outside else (u.span for u in passage.outer())
        for span in spans:
            for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                yield self._at[self._starts[place]]


class Descriptions:
    """Records of those who speak without a name: by a description, or as the one who tells."""

    def __init__(self) -> None:
        self.forms: dict[str, list[str]] = {}
        self._genders: dict[str, Gender] = {}
        self._kin: set[str] = set()

    def record(self, words: str, language: Language) -> str:
        """A key for the person whom a description means: its words without article."""
        table = language.quoting
        parts = " ".join(words.split()).split(" ")
        low = [fold(part) for part in parts]
        others = table.his | table.her | table.others
        possessive = low[0] in others | table.my
        label = " ".join(parts if possessive else parts[1:])
        key = f"?{fold(label)}"
        self.forms.setdefault(key, [])
        if label not in self.forms[key]:
            self.forms[key].append(label)
        noun = low[-1]
        if low[0] in others or (low[0] in table.my and noun in table.persons):
            self._kin.add(key)
        self._genders[key] = "he" if noun in table.men else "she" if noun in table.women else ""
        return key

    def narrator(self, word: str) -> str:
        """The key of the one who says "I" outside the marks."""
        self.forms.setdefault("?", [word])
        return "?"

    def gender(self, key: str) -> Gender:
        """Which pronoun a description's noun goes with."""
        return self._genders.get(key, "")

    def is_kin(self, key: str) -> bool:
        """Whether a description is one of someone else's relations ("her mother"), who change with whose."""
        return key in self._kin

    def is_record(self, key: str) -> bool:
        """Whether a key is one of these records."""
        return key in self.forms


def _conversations(turns: Iterable[Turn]) -> Iterator[list[Turn]]:
    """Rows of paragraphs between headings and breaks."""
    row: list[Turn] = []
    for turn in turns:
        if turn.passage.first and row:
            yield row
            row = []
        row.append(turn)
    if row:
        yield row


def _times(shown: TurnEvidence, who: str, factor: float) -> None:
    """Makes a person fit better or worse."""
    if not shown.who:
        shown.weights[who] = shown.weight(who) * factor


def _unbroken(run: Sequence[Turn]) -> Iterator[list[tuple[Turn, list[Turn]]]]:
    """Rows of paragraphs in which someone speaks, with the few between in which no one does."""
    row: list[tuple[Turn, list[Turn]]] = []
    silent: list[Turn] = []
    for turn in run:
        if turn.spoken and turn.spoken[0].taken_up and row:
            continue
        if not turn.spoken:
            silent.append(turn)
            continue
        if row and len(silent) > _SILENCE:
            yield row
            row = []
        row.append((turn, silent))
        silent = []
    if row:
        yield row


def _results(turns: Iterable[Turn]) -> Iterator[tuple[int, Attributed]]:
    before: Attributed | None = None
    for turn in turns:
        for utterance in turn.spoken:
            start = utterance.quoted.start
            result = None
            if utterance.taken_up and before is not None:
                result = before
            elif turn.who:
                result = Attributed(turn.who, turn.rule, turn.certainty)
            elif start in turn.own:
                result = Attributed(turn.own[start], "verb of saying", Certainty.HIGH)
            if result is not None:
                yield start, result
            before = result
