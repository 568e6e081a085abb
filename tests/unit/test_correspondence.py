"""Who wrote to whom, where and when: `correspDesc` from what a letter says, and nothing more."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.tei.names import NS

BODY = "The boat came in on Tuesday and we are all well, but the wheel stands still."
GERMAN = "das Schiff ist am Dienstag gekommen, und wir sind alle wohl, aber das Rad steht still."


def actions(text: str) -> list[dict[str, str]]:
    """For each letter the words of its `correspAction` elements, by type and element."""
    converted = edition.convert(text, genre="letter")
    assert converted.data is not None
    assert edition.validate(converted.data) == []
    root = etree.fromstring(converted.data)
    return [
        {
            f"{action.get('type')} {etree.QName(part).localname}": part.text or ""
            for action in letter.iterfind("tei:correspAction", NS)
            for part in action
        }
        for letter in root.iterfind(".//tei:correspDesc", NS)
    ]


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        (
            "Hull, 4 March 1882.\n\nMy dear Anna,",
            "Your loving brother,\nTom",
            {
                "sent persName": "Tom",
                "sent placeName": "Hull",
                "sent date": "4 March 1882",
                "received persName": "Anna",
            },
        ),
        (
            "Berlin, den 3. Mai 1919\n\nSehr geehrter Herr Brandt,",
            "Mit besten Grüßen\nIhr Karl Meier",
            {
                "sent persName": "Karl Meier",
                "sent placeName": "Berlin",
                "sent date": "den 3. Mai 1919",
                "received persName": "Brandt",
            },
        ),
        # An editor has supplied the year.
        (
            "Hull, 4th March [1882]\n\nMy dear Anna,",
            "Your loving brother,\nTom",
            {
                "sent persName": "Tom",
                "sent placeName": "Hull",
                "sent date": "4th March [1882]",
                "received persName": "Anna",
            },
        ),
        # A mother, a sir and an editor are no names; a signature may be none either.
        ("Dear Mother,", "Your loving son,\nEdwin", {"sent persName": "Edwin"}),
        (
            "4 March 1882\n\nDear Sir,",
            "Yours truly,\nA. Reader",
            {"sent persName": "A. Reader", "sent date": "4 March 1882"},
        ),
        (
            "Mr. John Holt\n3 Mill Lane\nDorne\n\nDear Sir,",
            "Yours truly,\nPaul Reed",
            {"sent persName": "Paul Reed", "received persName": "John Holt"},
        ),
    ],
)
def test_a_letter_says_who_wrote_where_when_and_to_whom(above: str, below: str, said: dict[str, str]) -> None:
    body = GERMAN if "Herr" in above else BODY
    assert actions(f"{above}\n\n{body}\n\n{below}\n") == [said]


def test_a_letter_that_says_nothing_has_no_description() -> None:
    assert actions(f"Dear Sir,\n\n{BODY}\n") == []


def test_each_of_several_letters_is_described() -> None:
    one = f"Hull, 4 March 1882\n\nMy dear Anna,\n\n{BODY} {BODY}\n\nYour loving brother,\nTom\n\n"
    other = f"Dorne, 9 March 1882\n\nDear Tom,\n\n{BODY} {BODY}\n\nEver yours,\nAnna\n"
    assert [letter.get("sent persName") for letter in actions(one + other)] == ["Tom", "Anna"]


def test_who_signs_is_no_other_of_the_same_surname() -> None:
    text = f"Dear Clara,\n\nEdwin Dace was here. {BODY}\n\nEver your loving mother,\nANNE DACE.\n"
    (letter,) = actions(text)
    assert letter["sent persName"] == "ANNE DACE"


@pytest.mark.parametrize(
    ("opening", "title"),
    [("Dear Tom,", "Dear Tom"), ("Dear Tom!", "Dear Tom!"), ("My dear Mr. Orme:", "My dear Mr. Orme")],
)
def test_a_letter_is_called_by_its_first_words_without_the_comma(opening: str, title: str) -> None:
    data = edition.convert(f"Dorne, 12 May 1849\n\n{opening}\n\nThe boats are in.\n\nYours,\n\nAda").data
    assert data is not None
    root = etree.fromstring(data)
    assert root.findtext(".//{*}titleStmt/{*}title") == title
    text = root.find("{*}text")
    assert text is not None
    assert opening in "".join(map(str, text.itertext()))
