"""Who is called by a given name alone: someone named in full near by, not one of whom is told long before."""

from __future__ import annotations

import edition

FOUNDER = "Henry de Orrin founded the hospital of the town.\n\n"
HENRY = "“Papa,” said Henry, “may I come?”\n\n“You may, Henry,” said Ada Lind.\n\n"
FILLING = "The river runs by the town, and the mill stands on the river.\n\n"


def who_says_papa(text: str) -> str:
    """The record of whoever says the first words."""
    converted = edition.convert(text, genre="prose", lang="en")
    assert converted.data is not None
    return converted.data.decode().partition('<said who="#')[2].partition('"')[0]


def test_a_given_name_is_that_of_who_is_named_in_full_near_by() -> None:
    assert who_says_papa(FOUNDER + FILLING + HENRY) == "de-orrin-henry"


def test_a_given_name_is_not_that_of_who_is_named_once_long_before() -> None:
    assert who_says_papa(FOUNDER + 200 * FILLING + HENRY) == "henry"
