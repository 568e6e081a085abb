"""Dates in letters that a paragraph quotes, and in those of which an editor says only the month."""

from __future__ import annotations

from lxml import etree

import edition

TEI = "{http://www.tei-c.org/ns/1.0}"


def dates(text: str) -> list[tuple[str, str | None]]:
    """The dates of a text with their words and days, in order."""
    root = etree.fromstring(edition.convert(text, lang="en").data or b"")
    return [("".join(map(str, one.itertext())), one.get("when")) for one in root.iter(f"{TEI}date")]


def test_a_quoted_letter_counts_from_its_own_day() -> None:
    story = "The siege\n\nIn 1825 the army lay before the fort, and Low wrote to his brother.\n\n"
    letter = '"Agra, Dec. 23d, 1825.--We broke ground last night.\n\n"To-morrow the guns will open."\n\n'
    found = dates(f"{story}{letter}He fell on the 18th of January 1826. Others fell to-morrow.")
    assert found[1:4] == [
        ("Dec. 23d, 1825", "1825-12-23"),
        ("last night", "1825-12-22"),
        ("To-morrow", "1825-12-24"),
    ]
    assert ("to-morrow", "1825-12-24") not in found[4:]


def test_a_day_in_quoted_words_is_not_that_of_a_letter() -> None:
    story = "The trial\n\nHe spoke in 1825.\n\nNo one heard him.\n\nThere was no more to say.\n\n"
    said = '"He left Agra, May 3, 1801, and came to-morrow," he said to all of those who would hear it.'
    found = dates(f"{story}{said}\n\nAll went.\n\nSo it was.")
    assert found[-1] == ("to-morrow", None)


def test_a_letter_of_a_month_has_no_day_of_the_letter_before() -> None:
    letter = "12. To his Brother\n\nHull, 14 April 1772.\n\nI came yesterday.\n\n"
    found = dict(dates(f"{letter}13. To the Same [May 1772]\n\nI shall sail to-morrow.\n"))
    assert found["yesterday"] == "1772-04-13"
    assert found["to-morrow"] is None
