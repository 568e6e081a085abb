"""A reading of a line as one that begins with the label of a speaker."""

from __future__ import annotations

from typing import Literal, NamedTuple

from edition.converter.segment.turns.faces import Face

Form = Literal["colon", "period", "bracket", "dash", "comma", "gap", "alone", "verb", "declared"]


class Candidate(NamedTuple):
    """A reading of a line: its label ends at offset `name` of the line's text, with all that marks it at
    `end`; what is said, or a direction, follows.

    `first` says that it stands at the beginning of a stanza, `last` that the stanza ends with its line;
    `inside` is a bracket that is part of the label; `named` the name alone, where the label has more. `small`
    says that what follows goes on in small letters, `numbers` that nothing but numbers follows;
    `stopped` is the form that a label alone has by a sign of its own. `set_off` says that the label has a
    type of its own, `spoken` that something is said on the line after the direction beside the name. `beside`
    is the bracket after a name, `again` a second reading of such a name, by the sign after the bracket;
    `opens` an office that goes on in the lines below.
    """

    form: Form
    face: Face
    key: tuple[str, ...]
    name: int
    end: int
    first: bool = False
    last: bool = False
    inside: str = ""
    named: str = ""
    small: bool = False
    numbers: bool = False
    stopped: Literal["", "colon", "period"] = ""
    beside: str = ""
    again: bool = False
    opens: bool = False
    set_off: bool = False
    spoken: bool = False

    @property
    def described(self) -> bool:
        """Whether the line says at length what someone does, and the speech stands under it."""
        return self.form == "comma" and self.stopped != ""
