"""What is printed around the turns of plays, debates and interviews."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class TurnWords:
    """Words of plays, debates and interviews; all in small letters, without accents or full stops.

    `acts`, `scenes` and `parts` (prologue, …) head divisions, `cast` heads the list of roles, `ends` say that
    an act or the whole is over. `entrances`, `exits` and `business` are words that directions begin with or
    hold, `asides` two words that say that something is spoken aside, `speaking` words that only someone who
    speaks would use (I, you). `reactions` are what an audience does, `procedure` what a sitting does (it
    opens, it is adjourned). `questions` and `answers` are the letters of an interview, and the words they
    stand for. `not_labels` stand before a colon or full stop and are no speaker; `records` stand over what
    the record lists (who is present, who voted how). `songs` say that someone sings, `examination` who
    examines, `sworn` that someone is a witness, `credits` who led an interview, `talks` what one is called.
    `saying` are verbs after the name of someone whose words are reported. `speeches` are kinds of speech,
    `audience` words that greet those who hear one.
    `numerals` are letters that count, from one on; `question_marks` end a question, words of `clock` stand
    beside the time of day. `cues` name what is heard in a radio play (SOUND:), `settings` say where and when
    a play is set (TIME:), `slugs` begin the heading of a scene in a film (INT.), `cuts` say how one shot
    follows another (CUT TO:), `pieces` are kinds of sung numbers (Aria, Duet).
    """

    cast: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    entrances: frozenset[str] = frozenset()
    exits: frozenset[str] = frozenset()
    business: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    reactions: frozenset[str] = frozenset()
    procedure: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset({"q"})
    answers: frozenset[str] = frozenset({"a"})
    examination: frozenset[str] = frozenset()
    sworn: frozenset[str] = frozenset()
    not_labels: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    songs: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset({"interview"})
    speeches: frozenset[str] = frozenset()
    audience: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    slugs: frozenset[str] = frozenset()
    cuts: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    numerals: str = ""
    clock: frozenset[str] = frozenset({"h", "kl", "time", "am", "pm", "a", "p", "m"})
    question_marks: str = "?؟"

    @cached_property
    def asking(self) -> frozenset[str]:
        """What stands for question or answer, as a letter or a word."""
        return self.questions | self.answers

    @cached_property
    def movements(self) -> frozenset[str]:
        """Words that say that someone comes or goes."""
        return self.entrances | self.exits

    @cached_property
    def divisions(self) -> frozenset[str]:
        """Words that head an act or a scene."""
        return self.acts | self.scenes
