"""Lives and histories of several paragraphs: which year a date without one is of."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.converter.forms.dates.context import dated
from edition.converter.languages import language

_TEI = "{http://www.tei-c.org/ns/1.0}"


def values(text: str) -> list[str]:
    """The values of the dates of an English text."""
    return ["/".join(value for _, value in one.attributes) for one in dated(text, language("en"))]


def test_a_story_goes_to_the_year_with_which_a_paragraph_begins_though_it_tells_of_what_had_been() -> None:
    text = "It was sung in 1910.\n\nIn 1893 she had taken a train. She came to the plains on July 16."
    assert values(text) == ["1910", "1893", "1893-07-16"]


def test_a_year_amid_a_paragraph_of_what_had_been_before_leaves_the_story_where_it_is() -> None:
    text = "It was sung in 1910. She had taken a train in 1893. She came to the plains on July 16."
    assert values(text) == ["1910", "1893", "1910-07-16"]


def test_under_a_heading_of_several_years_any_may_be_meant() -> None:
    assert values("1986–1993\n\nHe won his first match. By the end of the year he was 91st.") == ["1986/1993"]
    assert values("1986–1993\n\nIn March he won.") == ["1986/1993", "--03"]
    assert values("1986\n\nIn March he won.") == ["1986", "1986-03"]


_LIFE = """Life of Low

"We shall see," said Low in Dorne.

He was born on 3 May 1809 in Dorne. On 4 June 1830 he left for Visby. On 5 July 1848 he came back.

"I have seen it," said Low. On 6 August 1850 he married. On 7 September 1855 he was chosen.

On 12 April 1861 the fort was taken. {between}

On 15 April he called on all the towns.
"""


def _value_of(text: str, words: str) -> str | None:
    root = etree.fromstring(edition.convert(text, genre="article", lang="en").data or b"")
    found = (one for one in root.iter(f"{_TEI}date") if "".join(map(str, one.itertext())) == words)
    return next(found).get("when")


def test_a_life_that_quotes_what_was_said_goes_on_by_its_days() -> None:
    far = "The newly chosen men did not see how grave it was. " * 8
    assert _value_of(_LIFE.replace("{between}", far), "15 April") == "1861-04-15"


def test_an_article_that_tells_of_its_own_day_does_not_go_by_the_days_that_it_names() -> None:
    now = "Last week they met. Last month they met. Yesterday they met. " * 8
    assert _value_of(_LIFE.replace("{between}", now), "15 April") == "--04-15"


def test_annals_tell_in_the_present() -> None:
    text = "1087. The king dies on 9 September.\n\n1215. The charter is sealed on the 15th of June."
    assert values(text) == ["1087", "1087-09-09", "1215", "1215-06-15"]


def test_what_is_on_a_day_is_to_come_where_the_day_of_writing_is_known() -> None:
    life = "He was born in 1912, fought in 1944 and 1945, and came home in 1946.\n\n"
    funeral = dated(f"{life}The funeral is on 8 September.", language("en"), "2001-09-05")[-1]
    assert dict(funeral.attributes) == {"when": "2001-09-08"}
    assert values(f"{life}The national holiday is 8 September.")[-1] == "--09-08"


LIVES = "He came to the House in 1913, and spoke there in {}.\n\n{}"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("On September 16, Mr. Low will have served twice as long.", "--09-16"),
        ("On September 16, Mr. Low had served twice as long.", "1914-09-16"),
        ('He wrote: "On September 16 we will march."', "1914-09-16"),
    ],
)
def test_what_will_be_in_a_text_of_unknown_day_is_of_no_year_that_it_tells(said: str, value: str) -> None:
    found = dated(LIVES.format(1914, said), language("en"))
    assert dict(found[-1].attributes)["when"] == value


REPORT = "Sales of 1960 were high. Production {} lower in 1961.\n\nIn December {}"


@pytest.mark.parametrize(
    ("foreseen", "told", "value"),
    [
        ("will be", "we began to ship machines.", "--12"),
        ("was", "we began to ship machines.", "1961-12"),
        ("will be", "the new works open.", "1961-12"),
    ],
)
def test_what_was_is_of_no_year_that_was_only_foreseen(foreseen: str, told: str, value: str) -> None:
    found = dated(REPORT.format(foreseen, told), language("en"))
    assert dict(found[-1].attributes)["when"] == value
