"""Long texts: told by a sample of them, written in stretches, with what was remembered let go."""

from __future__ import annotations

import edition
from edition.converter.forms import memory
from edition.converter.forms.letters import fold

SPEECHES = ("The lamp is out. Tobias. Go and see.", "Who is there? I hear the boats come in.", "No one.")


def _play(speeches: int) -> str:
    names = ("Tobias", "Mara", "Widow", "Orrin")
    turns = (f"{names[i % 4]}. {SPEECHES[i % 3]}" for i in range(speeches))
    return "\n\n".join(("ACT I.", *turns))


def test_a_play_is_told_by_its_beginning_and_end_however_long_it_is() -> None:
    """The names are said in the middle too, where the sample does not look."""
    converted = edition.convert(_play(4_000))
    assert converted.summary is not None
    assert converted.summary.genre == "drama" and converted.summary.turns == 4_000


def test_a_long_text_has_the_same_encoding_as_its_parts() -> None:
    short, long = (edition.convert(_play(count)).data for count in (400, 26_000))
    assert short is not None and long is not None and len(long) > 2_000_000
    beginning = short[: short.rindex(b"<sp ")]
    assert long.startswith(beginning)


def test_remembered_answers_are_forgotten_on_request() -> None:
    asked: list[int] = []

    @memory.remembered(4)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert (double(2), double(2), asked) == (4, 4, [2])
    memory.forget_all()
    assert (double(2), fold("É"), asked) == (4, "e", [2, 2])
