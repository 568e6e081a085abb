"""Several letters, each of which counts from its own day: that at its head or foot, or none."""

from __future__ import annotations

from lxml import etree

import edition

TEI = "{http://www.tei-c.org/ns/1.0}"
FIRST = (
    "1. To his Brother\n\nHull, 14 April 1772.\n\nDear Tom,\n\nI came yesterday.\n\nYours ever,\n\nJ. L.\n\n"
)


def dates(text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    """The dates of a text with their words and days, in order."""
    text_element = etree.fromstring(edition.convert(text, lang=lang).data or b"").find(f"{TEI}text")
    assert text_element is not None
    return [("".join(map(str, one.itertext())), one.get("when")) for one in text_element.iter(f"{TEI}date")]


def test_a_letter_that_says_no_day_has_not_that_of_the_letter_before() -> None:
    found = dates(f"{FIRST}2. To the Same\n\nDear Tom,\n\nI shall sail to-morrow.\n\nYours ever,\n\nJ. L.\n")
    assert found == [("14 April 1772", "1772-04-14"), ("yesterday", "1772-04-13"), ("to-morrow", None)]


def test_nor_has_the_first_letter_that_of_the_second() -> None:
    undated = "1. To Ann\n\nDear Ann,\n\nI came yesterday.\n\nYours ever,\n\nJ. L.\n\n"
    found = dates(undated + FIRST.replace("1.", "2."))
    assert found == [("yesterday", None), ("14 April 1772", "1772-04-14"), ("yesterday", "1772-04-13")]


def test_a_letter_may_say_its_day_at_the_foot() -> None:
    second = "2. An den Verleger\n\nEw. Wohlgeboren\n\ngeehrtes vom 12. d. M. kam vorgestern.\n\n"
    first = "1. An Schiller\n\nWeimar, den 3. Januar 1797.\n\nIhr Brief kam gestern.\n\nLeben Sie wohl.\n\n"
    found = dict(dates(f"{first}{second}Weimar, am 22. März 1797.\n\nv. Stein\n", "de"))
    assert found["gestern"] == "1797-01-02"
    assert found["12. d. M."] == "1797-03-12"
    assert found["vorgestern"] == "1797-03-20"


def test_a_letter_without_its_year_may_be_of_a_day_before_its_postmark() -> None:
    second = (
        "2. To the Same\n\n[Postmark: Hull, 10 July 1772]\n\nJuly 8th.\n\nDear Tom,\n\nI came on Monday.\n\n"
    )
    third = "3. To the Same\n\nJanuary 5.\n\nDear Tom,\n\nI came.\n\nYours ever,\n\nJ. L.\n"
    found = dict(dates(f"{FIRST}{second}Yours ever,\n\nJ. L.\n\n{third}"))
    assert (found["July 8th"], found["Monday"], found["January 5"]) == (
        "1772-07-08",
        "1772-07-06",
        "1773-01-05",
    )


def test_who_is_written_to_may_stand_under_place_and_date() -> None:
    first = "Leeds, 9th May 1771\n\nMessrs. Parr & Low, Hull\n\nGentlemen,\n\n"
    first += "Our last respects were of the 26th ult. by way of Hull.\n\n"
    first += "We are, Gentlemen,\nYour most obedient Servants,\nJ. H. & Co.\n\n"
    second = "Leeds, June 14th, 1771\n\nMr. Thomas Newbold\n\nSir,\n\n"
    second += "Yours of the 8th inst. is to hand this day.\n\nYour humble Servants,\nJ. H. & Co.\n"
    found = dict(dates(first + second))
    assert found["the 26th ult."] == "1771-04-26"
    assert found["the 8th inst."] == "1771-06-08"


def test_what_an_editor_says_at_the_foot_is_not_the_day_of_a_letter() -> None:
    second = "2. To the Same\n\nDear Tom,\n\nI shall sail to-morrow.\n\n"
    found = dates(f"{FIRST}{second}Yours ever,\n\nJ. L.\n\n(He fell on 3 May 1772 at Hull.)\n")
    assert found[2:] == [("to-morrow", None), ("3 May 1772", "1772-05-03")]


def test_a_word_of_devotion_with_initials_signs() -> None:
    first = "Esen, 26. Dezember 1914\n\nLiebe Eltern!\n\nVorgestern haben sie drüben gesungen.\n\nEuer H.\n\n"
    found = dict(dates(f"{first}3. 1. 15\n\nLiebe Eltern, nur kurz: gestern kam Post.\n\nHeinrich\n", "de"))
    assert (found["Vorgestern"], found["gestern"]) == ("1914-12-24", "1915-01-02")


def test_letters_without_a_greeting_begin_under_the_closing_of_the_one_before() -> None:
    text = (
        "Ihr Werthes vom 28. d. M. ist mir richtig geworden, und die Säcke, die der Fuhrmann haben sollte, "
    )
    text += "sind gestern noch nicht eingetroffen; ich bitte um Nachricht mit nächster Post.\n\n"
    closed = f"{text}Mit Achtung\nJ. G. Reimers.\n\n"
    first = f"AUS DEN BRIEFEN\n\nHamburg, d. 5. Octbr. 1795.\n\nHerren Voß in Bremen.\n\n{closed}"
    second = f"Hamburg, d. 13. Novbr. 1795.\n\nDenselben.\n\n{closed}"
    found = [when for words, when in dates(first + second, "de") if words == "gestern"]
    assert found == ["1795-10-04", "1795-11-12"]


def test_a_volume_of_numbered_letters_is_no_newspaper() -> None:
    letter = "LETTER {}\n\nTO ANN LOW\n\nHull, {}.\n\nI came yesterday.\n\nYours ever,\nJ. L.\n\n"
    days = (("LXI", "March 4, 1852"), ("LXII", "March 12"), ("LXIII", "April 2"))
    found = dates("THE LETTERS OF JOHN LOW, VOL. II\n\n" + "".join(letter.format(*day) for day in days))
    assert [when for words, when in found if words == "yesterday"] == [
        "1852-03-03",
        "1852-03-11",
        "1852-04-01",
    ]


def test_the_day_over_a_name_begins_no_entry_of_a_diary() -> None:
    one = "5/1085.\n\nAn Frau von Rohr\n\nSagen Sie mir, wie Sie leben.\n\nd. 3. Jan. 81.\n\nG.\n\n"
    two = (
        "5/1086.\n\nAn Frau von Rohr\n\nUnser Spaß ist gestern ausgeführt worden.\n\nd. 7. Jan. 81.\n\nG.\n\n"
    )
    three = "5/1087.\n\nAn Frau von Rohr\n\nGestern war ich in Belvedere.\n\nd. 10. Jan. 81.\n\nG.\n"
    assert {when for words, when in dates(one + two + three, "de") if "estern" in words} == {None}
