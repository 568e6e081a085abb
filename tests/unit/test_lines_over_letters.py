"""Lines that say where and when what stands under them was written, in texts that are read as prose."""

from __future__ import annotations

from lxml import etree

import edition

TEI = "{http://www.tei-c.org/ns/1.0}"
FIRST = "A ADÈLE BRUN, A TOURS\n\nNantes, 8 décembre 1872.\n\n"
WORDS = "Je ne sais que penser de tout cela, ma chère amie, et je suis bien lasse. Il est venu hier.\n\n"


def dates(text: str, lang: str = "fr") -> list[tuple[str, str | None]]:
    """The dates of a text with their words and days, in order."""
    text_element = etree.fromstring(edition.convert(text, lang=lang).data or b"").find(f"{TEI}text")
    assert text_element is not None
    return [("".join(map(str, one.itertext())), one.get("when")) for one in text_element.iter(f"{TEI}date")]


def counted(second: str) -> str | None:
    """The day of "hier" under lines, after another letter."""
    return dates(f"CORRESPONDANCE\n\n{FIRST}{WORDS}{second}{WORDS}")[-1][1]


def test_a_line_with_place_and_day_dates_the_text_under_it() -> None:
    assert counted("398. A LA MÊME\n\n[Nantes] Dimanche, 5 heures [23 octobre 1853].\n\n") == "1853-10-22"


def test_it_may_stand_under_a_line_that_says_to_whom() -> None:
    assert (
        counted("398. A LA MÊME\nEn partie inédite.\nMardi soir, minuit [4 août 1846.]\n\n") == "1846-08-03"
    )


def test_one_of_two_days_is_not_known() -> None:
    assert counted("[Nantes] Nuit de samedi, 1 heure [11-12 juin 1853].\n\n") is None


def test_the_day_over_a_name_is_at_the_foot() -> None:
    assert counted("Nantes, 4 mars 1873.\n\nH. Brun\n\n") == "1872-12-07"


def test_who_was_born_on_a_day_did_not_write_on_it() -> None:
    assert counted("Née à Nantes, le 4 mars 1853.\n\n") == "1872-12-07"


def test_a_dash_parts_a_day_from_what_was_written_on_it() -> None:
    head = "THE DIARY\n\nWindsor, Dec. 17, 1785.\n\nMy dearest Hetty,\n\nI came yesterday.\n\n"
    found = dates(
        f"{head}_Sunday, May 21, 1786._--I have now a new business. Mr. Low died yesterday.\n", "en"
    )
    assert found[-1] == ("yesterday", "1786-05-20")


def test_a_month_alone_over_letters_takes_the_day_of_the_one_before_from_them() -> None:
    assert counted("Octobre 1873\n\nA LA MÊME\n\n") is None


def test_what_was_told_in_one_letter_is_not_counted_from_in_the_next() -> None:
    first = f"{FIRST}{WORDS}Le 3 décembre il partit.\n\n"
    found = dates(f"CORRESPONDANCE\n\n{first}Nantes, 4 mars 1873.\n\n{WORDS}Il vint le lendemain.\n")
    assert ("le lendemain", "1872-12-04") not in found
