"""An edition of several texts: its front page, and the ways from page to page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from edition.config import EditionFacts
from edition.site import Site, SiteText, in_order
from edition.site.frame import year_words
from edition.site.front import dated
from edition.site.ordering import grouped
from edition.site.words import LANGUAGES, _table
from tests.command import edition

FACTS = """title = "Letters & Papers"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""


def letter(title: str, date: str = "", words: str = "") -> str:
    sent = f'<date when="{date}">{date}</date>' if date else ""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName>Anna</persName>{sent}</correspAction>
</correspDesc></profileDesc></teiHeader><text><body><p>{words or "Dear Tom,"}</p></body></text></TEI>"""


def folder(place: Path, texts: dict[str, str], facts: str = FACTS) -> Path:
    """A folder with TEI documents and an edition.toml."""
    for stem, text in texts.items():
        (place / f"{stem}.xml").write_text(text, encoding="utf-8")
    (place / "edition.toml").write_text(facts, encoding="utf-8")
    return place


def built(place: Path, texts: dict[str, str], facts: str = FACTS) -> Path:
    """The site of some texts, without the TEI."""
    source = folder(place, texts, facts)
    said = edition("build", source, "-o", place / "site", "--to", "html")
    assert said.code == 0, said.err
    return place / "site"


def parsed(path: Path) -> Any:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


LETTERS = {
    "b": letter("The <hi>second</hi> &amp; last", "1849-05-12"),
    "a": letter("A third", "1851"),
    "c": letter("The first", "1848-12"),
}


def test_the_front_page_says_what_the_edition_is_and_lists_its_texts_in_order(tmp_path: Path) -> None:
    root = parsed(built(tmp_path, LETTERS) / "index.html")
    assert root.xpath("string(//h1)") == "Letters & Papers"
    assert root.xpath("string(//*[@class='editors'])") == "Edited by Ada Miller, Tom Weber"
    assert "The Harbour Press" in root.xpath("string(//dl)")
    assert root.xpath("//dl//a/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert root.xpath("//ol/li/a/text()") == ["The first", "The second & last", "A third"]
    assert root.xpath("//ol/li/a/@href") == ["c.html", "b.html", "a.html"]
    assert root.xpath("//ol//time/@datetime") == ["1848-12", "1849-05-12", "1851"]


def test_every_page_leads_home_and_to_the_texts_beside_it(tmp_path: Path) -> None:
    site = built(tmp_path, LETTERS)
    ways = {stem: parsed(site / f"{stem}.html") for stem in LETTERS}
    assert all(
        page.xpath("//header//a[.='Letters & Papers']/@href") == ["index.html"] for page in ways.values()
    )
    following = {stem: page.xpath("//a[@rel='next']/@href") for stem, page in ways.items()}
    before = {stem: page.xpath("//a[@rel='prev']/@href") for stem, page in ways.items()}
    assert following == {"c": ["b.html"], "b": ["a.html"], "a": []}
    assert before == {"c": [], "b": ["c.html"], "a": ["b.html"]}
    assert ways["c"].xpath("string(//a[@rel='next']/bdi)") == "The second & last"


def test_the_links_of_the_front_page_arrive(tmp_path: Path) -> None:
    said = '<said who="#p">Yes</said><persName ref="#p">Ada</persName>'
    person = '<person xml:id="p"><persName>Ada Miller</persName></person>'
    known = f"<standOff><listPerson>{person}</listPerson></standOff><text>"
    texts = {stem: letter(stem, words=said).replace("<text>", known) for stem in ("a", "b c", "ü#1")}
    site = built(tmp_path, texts)
    links = parsed(site / "index.html").xpath("//main//a/@href[not(contains(., '//'))]")
    assert {"register-persons.html", "about.html", "a.html", "b%20c.html", "%C3%BC%231.html"} <= set(links)
    assert all((site / link).is_file() for link in links if link.startswith(("register", "about")))
    assert parsed(site / "register-persons.html").xpath("//header//a/@href")[0] == "index.html"
    assert parsed(site / "a.html").xpath("//a[@rel='next']/@href") == ["b%20c.html"]


def test_one_text_alone_stays_one_page(tmp_path: Path) -> None:
    site = built(tmp_path, {"a": letter("Alone")})
    assert sorted(path.name for path in site.iterdir() if path.is_file()) == ["a.html"]
    assert "index.html" not in (site / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("stem", ["index", "Index"])
def test_a_text_called_index_is_not_overwritten_and_that_is_told(tmp_path: Path, stem: str) -> None:
    source = folder(tmp_path, {stem: letter("Of names"), "other": letter("Another")})
    said = edition("build", source, "-o", tmp_path / "site", "--to", "html")
    assert "SITE-STEM" in said.err and said.code == 0
    assert parsed(tmp_path / "site" / f"{stem}.html").xpath("string(//article//h1|//main//h1)") == "Of names"
    assert not parsed(tmp_path / "site" / "other.html").xpath("//header//a[@href='index.html']")


def test_a_text_whose_name_only_begins_like_it_takes_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, {"index-of-names": letter("Of names"), "other": letter("Another")})
    assert parsed(site / "index.html").xpath("count(//ol/li)") == 2


def test_tei_alone_has_no_front_page(tmp_path: Path) -> None:
    folder(tmp_path, LETTERS)
    edition("build", tmp_path, "-o", tmp_path / "site", "--to", "tei")
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_second_run_gives_the_same_bytes(tmp_path: Path) -> None:
    site = built(tmp_path, LETTERS)
    once = {path.name: path.read_bytes() for path in site.iterdir() if path.is_file()}
    built(tmp_path, LETTERS)
    assert {path.name: path.read_bytes() for path in site.iterdir() if path.is_file()} == once


def text(stem: str, date: str = "", genre: str = "") -> SiteText:
    return SiteText(stem, stem, date=date, genre=genre)


def test_texts_of_which_one_has_no_date_stand_by_name_and_numbers_by_size() -> None:
    texts = [text("Letter 10", "1848"), text("letter 9", "1850"), text("École"), text("edge", "1700")]
    assert [one.stem for one in in_order(texts)] == ["École", "edge", "letter 9", "Letter 10"]


def test_dates_before_our_era_come_first_and_a_year_before_its_days() -> None:
    texts = [text("d", "1848-03-01"), text("c", "1848"), text("b", "0012"), text("a", "-0043-03-15")]
    assert [one.stem for one in in_order(texts)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("texts", "headings"),
    [
        ([text(f"t{n}", f"184{n % 3}-0{n + 1}") for n in range(9)], [""]),  # few are read without groups
        ([text(f"t{n}", f"184{n % 3}") for n in range(12)], ["1840", "1841", "1842"]),
        ([text(f"t{n}", f"18{n:02}") for n in range(12)], [""]),  # a heading for each text helps no one
        ([text(f"t{n}", genre=("verse", "", "letter")[n % 3]) for n in range(12)], ["letter", "verse", ""]),
        ([text(f"t{n}", genre="letter") for n in range(12)], [""]),
    ],
)
def test_many_texts_stand_in_groups_where_that_helps(texts: list[SiteText], headings: list[str]) -> None:
    assert [group.name for group in grouped(texts)] == headings


def test_an_edition_without_a_title_has_a_name_all_the_same_in_the_language_of_its_texts() -> None:
    texts = [
        SiteText("a", "Eins", language="de"),
        SiteText("b", "Deux", language="fr-CA"),
        SiteText("c", "3", language="de-AT"),
    ]
    page = Site(texts, EditionFacts(), names=["a", "b", "c"]).make().files["index.html"].decode()
    assert '<html lang="de">' in page and "<h1>Eine Edition</h1>" in page
    assert '<a href="b.html" lang="fr-CA" dir="auto">Deux</a>' in page
    assert "<dl" not in page and "Herausgegeben" not in page


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("1848", True),
        ("1848-02-29", True),
        ("1849-02-29", False),
        ("-0043", False),
        ("0000", False),
        ("1848-13", False),
    ],
)
def test_a_date_is_marked_as_one_where_html_has_a_form_for_it(value: str, marked: bool) -> None:
    assert ("<time" in dated(value, "then & there")) is marked
    assert "then &amp; there" in dated(value, "then & there")


def test_years_before_our_era_count_no_year_nought() -> None:
    assert (year_words("-0043", "en"), year_words("0000", "de"), year_words("0476", "en")) == (
        "44\u00a0BCE",
        "1\u00a0v. Chr.",
        "476",
    )


@pytest.mark.parametrize("key", _table())
def test_every_word_is_there_in_every_language(key: str) -> None:
    assert tuple(_table()[key]) == LANGUAGES
    assert all(_table()[key].values())
