"""The chronology of an edition: every date in the order of time, in its words, with the way to its place."""

from __future__ import annotations

from typing import Any

from lxml import html

from edition.config import EditionFacts
from edition.site import Site, SiteText, describe
from edition.site.frame import Frame
from edition.site.timeline import timeline
from edition.tei import TeiDocument, parse
from edition.tei.addresses import addresses

ENGLISH = Frame("", "en")


def document(body: str, stem: str = "a") -> TeiDocument:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><text><body>{body}</body></text></TEI>'
    found, findings = parse(text.encode(), name=f"{stem}.xml", stem=stem)
    assert found, findings
    return found


def text(body: str, stem: str = "a") -> SiteText:
    return describe(document(body, stem))


def chronology(*texts: SiteText) -> Any:
    names = [one.stem for one in texts]
    files = Site(texts, EditionFacts(), names=names).make().files
    assert "chronology.html" in files["index.html"].decode()
    return html.document_fromstring(files["chronology.html"].decode())


def test_dates_of_all_texts_stand_in_order_under_their_years() -> None:
    one = text('<p>On <date when="1848-05-03">3 May</date>, and <date when="1847">before</date>.</p>', "one")
    two = text('<p>In <date when="1848">that year</date>; <date when="-0043">the Ides</date>.</p>', "two")
    root = chronology(one, two)
    assert root.xpath("//h2/text()") == ["44\u00a0BCE", "1847", "1848"]
    assert root.xpath("//li/span[@class='in-context']/a/text()") == [
        "the Ides",
        "before",
        "that year",
        "3 May",
    ]


def test_a_day_without_a_year_stands_last_and_a_date_without_value_not_at_all() -> None:
    root = chronology(
        text('<p><date when="--05-03">3 May</date> <date>then</date> <date when="1848">x</date></p>')
    )
    assert root.xpath("//h2/text()") == ["1848", "Without a year"]
    assert "then" not in root.xpath("//a[contains(@href, 'a.html')]/text()")


def test_texts_without_dates_have_no_chronology() -> None:
    files = Site([text("<p>x</p>"), text("<p>y</p>", "b")], EditionFacts(), names="ab").make().files
    assert "chronology.html" not in files
    assert "chronology" not in files["index.html"].decode()


def test_a_text_called_chronology_keeps_its_page_and_the_rest_is_made() -> None:
    dated = text('<p><date when="1848">x</date></p>', "chronology")
    made = Site([dated, text("<p>y</p>")], EditionFacts(), names=["Chronology", "a"]).make()
    assert [(one.code, one.path) for one in made.diagnostics] == [("SITE-STEM", "chronology.html")]
    assert "index.html" in made.files and "chronology.html" not in made.files


def test_the_words_around_a_date_are_cut_between_words_and_leave_out_notes() -> None:
    long = "word " * 30
    (place,) = text(
        f'<p>{long}on <date when="1848">the <hi>day</hi></date>,<note>A note.</note> {long}</p>'
    ).dates
    assert place.words == "the day"
    assert place.before.startswith("…word ") and place.before.endswith("word on ")
    assert place.after.startswith(", word word") and place.after.endswith("word…")
    assert len(place.before) < 70 and len(place.after) < 70


def test_a_short_context_is_whole_and_ends_with_its_block() -> None:
    body = '<p>Before.</p><p>In <date when="1848">1848</date> only.</p><p>After.</p>'
    (place,) = text(body).dates
    assert (place.before, place.after) == ("In ", " only.")


def test_a_date_leads_to_its_passage_and_one_in_a_heading_to_the_next() -> None:
    body = (
        '<div><head>Of <date when="1848">1848</date></head><p>One <date when="1849">x</date>.</p></div>'
        '<p>Two.</p><closer><date when="1850">y</date></closer>'
    )
    first, second = addresses(document(body).root).values()
    assert [place.address for place in text(body).dates] == [first, first, second]
    root = chronology(text(body))
    assert root.xpath("//span[@class='in-context']/a/@href") == [
        f"a.html#{first}",
        f"a.html#{first}",
        f"a.html#{second}",
    ]


def test_a_span_and_an_uncertain_date_say_what_they_are() -> None:
    body = '<p><date from="1914" to="1918" cert="low">the war</date> <date notBefore="1905">later</date></p>'
    assert chronology(text(body)).xpath("//span[@class='value']/text()") == [
        "not before 1905",
        "1914 – 1918 (?)",
    ]


def test_the_words_of_a_text_cannot_become_markup() -> None:
    root = chronology(text('<p>&lt;b>&amp; <date when="1848">&lt;i>x</date></p>'))
    assert not root.xpath("//li//b | //li//i")
    assert root.xpath("string(//span[@class='in-context'])") == "<b>& <i>x"


def test_the_picture_has_a_name_a_description_and_a_bar_a_year() -> None:
    figure = html.fromstring(timeline([1848, 1848, 1850], ENGLISH))
    assert figure.xpath("//svg/title/text()") == ["Dates by year"]
    assert figure.xpath("//desc/text()") == ["3 dates from 1848 to 1850; most in 1848: 2."]
    assert figure.xpath("//rect/title/text()") == ["1848: 2", "1850: 1"]
    assert figure.xpath("//rect/@x") == ["0.1", "2.1"]
    assert figure.xpath("//rect/@height") == ["100", "50"]


def test_centuries_have_bars_of_several_years_and_never_too_many() -> None:
    for years in ([1789, 2018], [-43, 2018], [1, 9999], [1848, 1907]):
        figure: Any = html.fromstring(timeline(years, ENGLISH))
        assert 2 <= int(figure.xpath("//svg/@viewbox")[0].split()[2]) <= 60
    assert "1785–1789: 1" in timeline([1789, 2018], ENGLISH)


def test_one_year_is_no_picture() -> None:
    assert timeline([1848, 1848], ENGLISH) == timeline([], ENGLISH) == ""
