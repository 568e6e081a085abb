"""A place and a date that begin the first paragraph of a piece: the day from which it counts."""

from __future__ import annotations

import re

import pytest

from edition import convert

HEADLINE = "Muere a los 91 años la actriz Mercedes Rull"
STORY = (
    "La actriz argentina Mercedes Rull falleció este martes en su casa de Belgrano, informó su familia. "
    "Había nacido en Rosario y debutó muy joven en el teatro. Sus restos serán velados mañana."
)


def days(text: str) -> list[str]:
    """The values of the days of a text, in its order."""
    written = (convert(text, lang="es").data or b"").decode("utf-8")
    return re.findall(r'<date[^>]* when="(\d{4}-\d\d-\d\d)"', written.partition("<text")[2])


@pytest.mark.parametrize(
    "opening",
    [
        "Buenos Aires, 11 de septiembre de 2007. ",
        "Río de la Plata, 11 de septiembre de 2007 (Redacción): ",
        "Montevideo 11 de septiembre de 2007 - ",
    ],
)
def test_a_place_and_a_date_before_the_first_words_say_the_day(opening: str) -> None:
    assert days(f"{HEADLINE}\n\n{opening}{STORY}\n") == ["2007-09-11", "2007-09-11", "2007-09-12"]


@pytest.mark.parametrize(
    "opening",
    [
        "En la ciudad, 11 de septiembre de 2007, hubo fiesta. ",
        "Estrenó su obra más querida en Buenos Aires, 11 de septiembre de 2007. ",
        "Hay, entre sus papeles, 11 de septiembre de 2007. ",
        "Desde 11 de septiembre de 2007 - ",
        "Mercedes Rull (n. Rosario, 11 de septiembre de 2007; Belgrano). ",
    ],
)
def test_a_date_in_a_sentence_does_not(opening: str) -> None:
    assert days(f"{HEADLINE}\n\n{opening}{STORY}\n") == ["2007-09-11"]
