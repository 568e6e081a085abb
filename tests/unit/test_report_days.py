"""A place and a date that begin the first paragraph of a piece, or a line that says when it appeared: the day
from which it counts, and that of its header.
"""

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


ROVERS = "Rovers came from behind Saturday to beat City, and will play again on Tuesday."


def read(opening: str) -> tuple[list[str], list[str]]:
    """The values of the dates in the header of a report, and in its text."""
    text = f"Rovers 2, City 1\n\n{opening}{ROVERS}\n\nThe crowd was pleased with it all.\n"
    written = (convert(text, lang="en").data or b"").decode("utf-8")
    header, _, body = written.partition("<text")
    return values(header), values(body)


def values(part: str) -> list[str]:
    return re.findall(r'<date when="([\d-]+)"', part)


@pytest.mark.parametrize(
    "opening",
    [
        "LEEDS, England (Nov. 8, 1997) -- ",
        "LEEDS (Reuters) - 8 Nov 1997 - ",
        "LEEDS, England (AP) _ Nov. 8, 1997 _ ",
        "LEEDS, England -- Nov. 8, 1997 -- ",
        "Leeds, 8 November 1997 (PA): ",
        "Nov. 8, 1997 | LEEDS, England -- ",
        "[Nov. 8, 1997] ",
        "Posted at 10:15 p.m. GMT, Nov. 8, 1997\n\n",
        "Last updated: Saturday, 8 November, 1997\n\n",
        "By Jim Hall | Nov. 8, 1997\n\n",
    ],
)
def test_a_report_counts_from_its_dateline_and_bears_its_day(opening: str) -> None:
    assert read(opening) == (["1997-11-08"], ["1997-11-08", "1997-11-08", "1997-11-11"])


def test_a_report_bears_its_own_day_and_not_one_of_its_headline() -> None:
    text = (
        f"Hastings: 14 October 1066 Remembered\n\nLEEDS (Reuters) - 8 Nov 1997 - {ROVERS}\n\nAll was well.\n"
    )
    header, _, body = (convert(text, lang="en").data or b"").decode("utf-8").partition("<text")
    assert values(header) == ["1997-11-08"]
    assert values(body)[-2:] == ["1997-11-08", "1997-11-11"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The Battle of Hastings (14 October 1066) is not forgotten here. ", "1066-10-14"),
        ("14 October 1066 - Normans land. ", "1066-10-14"),
        ("In Leeds - 8 Nov 1997 - it rained. ", "1997-11-08"),
        ("Elected in Leeds (8 Nov 1997), he stayed. ", "1997-11-08"),
        ("Postmen met on Nov. 8, 1997, in the hall of the old town house by the river. " * 2, "1997-11-08"),
    ],
)
def test_a_day_that_a_sentence_tells_is_not_the_day_of_a_report(opening: str, day: str) -> None:
    header, body = read(opening)
    assert header == []
    assert set(body) == {day}
