"""Where a story is, from one passage to the next: what takes it to another year, and what is in passing."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.converter.forms.dates import find_expressions
from edition.converter.forms.dates.context import Passage, dated, resolved
from edition.converter.languages import language
from edition.tei.names import TEI


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A new passage goes back by the year of its first sentence.
        (
            "By August 1782 the west was quiet.\n\nThe armies met in 1781. In early May they won.",
            ["1782-08", "1781", "1781-05-01"],
        ),
        # The same year in a passage that is at a month does not.
        (
            "By August 1782 the west was quiet. Its chief was the victor of 1781. In early May they won.",
            ["1782-08", "1781", "1782-05-01"],
        ),
        # A day that the text comes back to has its year, whatever was told before; not one named but once.
        (
            "The rising of 19 July 1936 failed. After 19 July 1936 they met.\n\nIn 1938 he wrote.\n\n"
            "What did 19 July mean? On 20 July they fled.",
            ["1936-07-19", "1936-07-19", "1938", "1936-07-19", "1936-07-20"],
        ),
        (
            "The march of 1 May 1886 failed.\n\nIn 1890 they met.\n\nOn 1 May they marched again.",
            ["1886-05-01", "1890", "1890-05-01"],
        ),
        # What is open every year is of no year.
        ("The tomb was restored in 1985. It may be seen daily from April to October.", ["1985"]),
    ],
)
def test_a_story_goes_on_from_what_it_tells(text: str, values: list[str]) -> None:
    found = [dict(one.attributes) for one in dated(text, language("en"))]
    assert [has.get("when") or has.get("notBefore") for has in found] == values


def days(letter: str) -> list[tuple[str, str]]:
    """The days of a letter with their words, in order."""
    text = f"Hull, 14 April 1772\n\nMy dear Brother,\n\n{letter}\n\nBelieve me ever yours,\nE. Fane\n"
    root = etree.fromstring(edition.convert(text, lang="en", genre="letter").data or b"")
    found = root.iterfind(f"{{{TEI}}}text//{{{TEI}}}date")
    return [("".join(map(str, one.itertext())), one.get("when", "")) for one in found]


@pytest.mark.parametrize(
    ("letter", "day"),
    [
        ("I am well.\n\n16 April. Company came; it froze last night.", "1772-04-15"),
        ("I am well.\n\n16 April. — The box came; it froze last night.", "1772-04-15"),
        ("I am well.\n\nThursday morning. — He is here; it froze last night.", "1772-04-15"),
        ("I am well.\n\nThursday, 11 o'clock.\n\nHe is here; it froze last night.", "1772-04-15"),
        ("I am well.\n\nThursday we dine at the Rooms. It froze last night.", "1772-04-13"),
        ("I am well.\n\nThursday, they say, was cold. It froze last night.", "1772-04-13"),
        # What is told of another day, or of one long before or after, is no beginning.
        ("I am well.\n\nOn 16 April we dine at the Rooms; it froze last night.", "1772-04-13"),
        ("I am well.\n\n12 March. It was that day he came; it froze last night.", "1772-04-13"),
        ("I am well.\n\n3 August. That day we shall meet; it froze last night.", "1772-04-13"),
    ],
)
def test_a_letter_is_taken_up_again_on_a_day_soon_after(letter: str, day: str) -> None:
    assert days(letter)[-1] == ("last night", day)


def test_a_postscript_may_have_its_day() -> None:
    letter = "I am well.\n\nBelieve me ever yours,\nE. Fane\n\nP.S. 17 April. — The box came yesterday."
    assert days(letter)[-1] == ("yesterday", "1772-04-16")


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Opening of the bridge on 30 December 2017", "2017-12-30"),
        (
            "Sitting of the town council of Dorne, of its boroughs and of their guests, 30 December 2017",
            "2017-12-30",
        ),
        (
            "Question to the minister on the opening on 30 December 2017 of the bridge, before it was done",
            None,
        ),
    ],
)
def test_a_day_amid_a_long_heading_is_not_that_of_what_follows(heading: str, day: str | None) -> None:
    text = f"{heading}\n\nWhat we say today is new."
    end = len(heading) + 2
    passages = [Passage(0, end, "head"), Passage(end, len(text))]
    english = language("en")
    found = resolved(find_expressions(text, english), passages, text, english, mark_unresolved=True)
    assert [dict(one.attributes).get("when") for one in found] == ["2017-12-30", day]


def test_numbers_of_sections_that_count_on_are_no_days() -> None:
    def values(text: str) -> list[str | None]:
        return [dict(one.attributes).get("when") for one in dated(text, language("de"))]

    assert values("2.1.22. Die Schule lehrt.\n\n2.1.23. Sie prüft.\n\n2.1.24 Sie schließt.") == []
    assert values("2.1.22. Die Schule lehrt.\n\n4.1.23. Sie prüft.") == ["1922-01-02", "1923-01-04"]


def test_a_letter_whose_day_is_in_the_old_style_counts_in_it() -> None:
    page = "Hull, 3 March {}\n\nMy dear Brother,\n\n{}\n\nEver yours,\nE. Fane\n"

    def last(year: str, words: str) -> str | None:
        root = etree.fromstring(
            edition.convert(page.format(year, words), lang="en", genre="letter").data or b""
        )
        return [*root.iterfind(f"{{{TEI}}}text//{{{TEI}}}date")][-1].get("when")

    assert last("1700 O.S.", "Yours came yesterday.") == "1700-03-13"
    assert last("1700/1", "Yours came yesterday.") == "1701-03-13"
    assert last("1700/1", "He will be here on Tuesday se'nnight.") == "1701-03-22"
    assert last("1700", "Yours came yesterday.") == "1700-03-02"


def test_a_century_that_is_only_likely_is_unsure_wherever_it_is_said() -> None:
    page = "Weimar, 6. März {}\n\nLieber Freund!\n\nGestern kam Dein Brief.\n\nDein\nKarl\n"

    def sure(year: str) -> list[str | None]:
        result = edition.convert(page.format(year), lang="de", genre="letter")
        return [date.get("cert") for date in etree.fromstring(result.data or b"").iter(f"{{{TEI}}}date")]

    assert sure("44") == ["low", "low", "low", "low"]
    assert sure("1844") == [None, None, None, "high"]
