"""The volume of an edition: its parts, and registers whose pages are those of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.command import edition
from tests.unit.print_press import PNG

SETTINGS = """title = "Letters of the Ferry"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
place = "Bristol"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""
HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><p>Written for this test.</p></sourceDesc></fileDesc></teiHeader>"""
PERSONS = """<standOff><listPerson><person xml:id="ada"><persName>Ada Moor</persName></person>
<person xml:id="tom"><persName>Tom Hale</persName></person></listPerson></standOff>"""


def document(title: str, body: str) -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER.format(title=title)}'
        f"{PERSONS}<text><body>{body}</body></text></TEI>"
    )


def bound(folder: Path, texts: Mapping[str, str], more: str = "") -> PdfReader:
    """The volume of these texts (TEI by stem), as a user makes it."""
    texts_folder = folder / "texts"
    texts_folder.mkdir(exist_ok=True, parents=True)
    (texts_folder / "edition.toml").write_text(SETTINGS + more, encoding="utf-8")
    for stem, text in texts.items():
        (texts_folder / f"{stem}.xml").write_text(text, encoding="utf-8")
    ran = edition("build", texts_folder, "-o", folder / "out", "--to", "pdf", "-q")
    assert ran.code == 0, ran.err
    return PdfReader(folder / "out" / "edition.pdf")


WORDS = "Words that fill the page. " * 24
ADA, TOM = '<persName ref="#ada">Ada</persName>', '<persName ref="#tom">Tom</persName>'


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    first = (
        f"<p>{ADA} came. {WORDS * 5}</p><p>{WORDS * 3}</p><p>Then {TOM}<note>So says {ADA}.</note> came.</p>"
    )
    second = f"<p>{ADA} {WORDS * 4}</p><p>{ADA} {WORDS * 4}</p><p>{ADA} {WORDS * 4}</p>"
    dated = '<p>On <date when="1849-05-12">12 May</date>.</p>'
    texts = {"a": document("First", first + dated), "b": document("Second", second + dated)}
    return bound(tmp_path_factory.mktemp("volume"), texts)


def text_of(volume: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in volume.pages]


def folios(volume: PdfReader) -> dict[str, int]:
    """The pages of the text by their folios: 1 is where the first text begins."""
    pages = text_of(volume)
    begin = next(n for n, page in enumerate(pages) if page.startswith("First"))
    return {str(number): begin + number - 1 for number in range(1, len(pages) - begin + 1)}


def entry(volume: PdfReader, name: str) -> list[str]:
    """The locators of an entry in a register."""
    (found,) = re.findall(rf"{name}, ((?:\d+(?:–\d+)?n?(?:, )?)+)", " ".join(text_of(volume)))
    return [one for one in found.split(", ") if one]


def test_the_parts_of_a_volume_stand_in_their_order(volume: PdfReader) -> None:
    pages = text_of(volume)
    places = [
        next(n for n, page in enumerate(pages) if re.search(words, page))
        for words in (
            "(?i)^letters of the ferry$",
            "Edited by Ada Miller, Tom Weber",
            "creativecommons",
            "^Contents",
            "^First Ada came",
            "^Second Ada",
            "^Persons",
            "^Chronology",
            "Encoded and typeset",
        )
    ]
    assert places == sorted(places)


def test_texts_and_parts_with_heads_begin_on_pages_of_their_own_and_the_first_on_the_right(
    volume: PdfReader,
) -> None:
    pages = text_of(volume)
    for words in ("^Contents", "^First", "^Persons", "^Chronology"):
        number = next(n for n, page in enumerate(pages, 1) if re.search(words, page))
        assert number % 2 == 1, words


def test_blank_pages_are_blank(volume: PdfReader) -> None:
    pages = text_of(volume)
    contents = next(n for n, page in enumerate(pages) if page.startswith("Contents"))
    assert pages[1] == pages[contents + 1] == ""


def test_the_contents_name_the_page_on_which_a_text_begins(volume: PdfReader) -> None:
    pages, numbers = text_of(volume), folios(volume)
    contents = next(page for page in pages if page.startswith("Contents"))
    for title in ("First", "Second", "Persons", "Chronology"):
        (number,) = re.findall(rf"{title} (\d+)", contents)
        assert pages[numbers[number]].startswith(title)


def test_the_locators_of_a_register_are_those_of_the_text(volume: PdfReader) -> None:
    pages, numbers = text_of(volume), folios(volume)
    for name, word in (("Moor, Ada", "Ada"), ("Hale, Tom", "Tom")):
        told = set()
        for locator in entry(volume, name):
            first, _, last = locator.rstrip("n").partition("–")
            told |= set(range(int(first), int(last or first) + 1))
        texts = range(1, int(re.findall(r"Persons (\d+)", " ".join(pages))[0]))
        stands = {number for number in texts if re.search(rf"\b{word}", pages[numbers[str(number)]])}
        assert told == stands


def test_a_mention_in_a_note_is_marked_and_neighbouring_pages_are_one_range(volume: PdfReader) -> None:
    locators = entry(volume, "Moor, Ada")
    assert any(locator.endswith("n") for locator in locators)
    assert any("–" in locator for locator in locators)


def test_a_date_leads_to_all_its_pages(volume: PdfReader) -> None:
    assert len(entry(volume, "12 May 1849")) == 2


def test_bookmarks_lead_to_texts_and_registers(volume: PdfReader) -> None:
    outline: list[Any] = volume.outline
    titles = [one.title for one in outline if not isinstance(one, list)]
    assert titles[:2] == ["First", "Second"]
    assert titles[-2:] == ["Persons", "Chronology"]


def test_parts_are_left_out_and_moved_as_edition_toml_says(tmp_path: Path) -> None:
    texts = {"a": document("First", f"<p>{ADA}</p>"), "b": document("Second", f"<p>{TOM}</p>")}
    more = '[print]\nparts = ["title", "persons", "texts"]\nvolumes = "one"\n'
    pages = text_of(bound(tmp_path, texts, more))
    assert "Edited by" in pages[0]
    assert [page.split()[0] for page in pages if page and "Edited" not in page] == [
        "Persons",
        "First",
        "Second",
    ]
    assert not (tmp_path / "out" / "a.pdf").exists()


def test_a_text_called_edition_keeps_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for stem in ("edition", "other"):
        (folder / f"{stem}.xml").write_text(document(stem, "<p>x</p>"), encoding="utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out", "--to", "pdf")
    assert "SITE-STEM" in ran.err + ran.out
    assert len(PdfReader(tmp_path / "out" / "edition.pdf").pages) == 1


def test_the_sources_of_a_volume_compile_as_they_are(tmp_path: Path) -> None:
    import typst

    folder = tmp_path / "texts"
    folder.mkdir()
    for stem in ("a", "b"):
        (folder / f"{stem}.xml").write_text(document(stem, f"<p>{ADA}</p>"), encoding="utf-8")
    assert edition("build", folder, "-o", tmp_path / "out", "--to", "typ", "-q").code == 0
    sources = tmp_path / "out" / "typst"
    for name in ("a.typ", "b.typ", "edition.typ"):
        assert typst.compile(sources / name)[:5] == b"%PDF-"
    assert not (tmp_path / "out" / "edition.pdf").exists()


def test_the_source_of_a_single_text_compiles_as_it_is(tmp_path: Path) -> None:
    import typst

    (tmp_path / "a.xml").write_text(document("a", f"<p>{ADA}</p>"), encoding="utf-8")
    assert edition("build", tmp_path / "a.xml", "-o", tmp_path / "out", "--to", "typ", "-q").code == 0
    assert typst.compile(tmp_path / "out" / "typst" / "a.typ")[:5] == b"%PDF-"


def test_a_picture_of_a_text_is_set_in_the_volume_too(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "mill.png").write_bytes(PNG)
    figure = '<figure><graphic url="mill.png"/><figDesc>The mill</figDesc></figure>'
    pages = bound(tmp_path, {"a": document("First", figure), "b": document("Second", "<p>x</p>")}).pages
    assert sum(len(page.images) for page in pages) == 1


def test_a_head_of_a_long_debate_names_who_speaks_on_its_page(tmp_path: Path) -> None:
    turns = "".join(f"<sp><speaker>N{n}.</speaker><p>{WORDS}</p></sp>" for n in range(60))
    volume = bound(tmp_path, {"a": document("First", turns), "b": document("Second", "<p>x</p>")})
    heads = 0
    for page in text_of(volume):
        head = re.match(r"N(\d+)(?: – N(\d+))? \d+ ", page)
        if head is not None:
            heads += 1
            first, last = int(head[1]), int(head[2] or head[1])
            begun = [int(n) for n in re.findall(r"N(\d+)\. ", page, re.IGNORECASE)]
            assert last == max(begun, default=last)
            assert first in (min(begun, default=first), min(begun, default=first) - 1)
    assert heads > 4


def test_the_colophon_names_program_schema_and_font(tmp_path: Path) -> None:
    texts = {"a": document("First", "<p>One.</p>"), "b": document("Second", "<p>Two.</p>")}
    last = text_of(bound(tmp_path / "ours", texts))[-1]
    assert re.search(r"typeset with edition \d\S* and typst", last)
    assert "is valid in edition.rng, a customisation of TEI P5." in last
    assert last.endswith("Set in Libertinus Serif.") and "checked against" not in last


def test_the_colophon_names_a_schema_of_the_editors_and_only_a_font_that_is_there(tmp_path: Path) -> None:
    texts = {"a": document("First", "<p>One.</p>"), "b": document("Second", "<p>Two.</p>")}
    schema = Path(__file__).parents[2] / "schemas" / "edition.rng"
    settings = f'schema = "{schema}"\n[print]\nfont = "{{}}"\n'
    last = text_of(bound(tmp_path / "there", texts, settings.format("New Computer Modern")))[-1]
    assert "were checked against edition.rng." in last and last.endswith("Set in New Computer Modern.")
    last = text_of(bound(tmp_path / "not-there", texts, settings.format("No Such Font")))[-1]
    assert last.endswith("Set in Libertinus Serif.")


def test_a_name_that_begins_a_page_is_found_on_that_page(tmp_path: Path) -> None:
    """Its mark could be left at the end of the page before."""
    filling = " ".join(f"word{n}" for n in range(258))
    texts = {
        f"t{more}": document("First", f"<p>{filling} {' '.join(['and'] * more)} {ADA}, who came {WORDS}</p>")
        for more in range(3, 10)
    }
    book = bound(tmp_path, texts, '[print]\nvolumes = "one"\nparts = ["texts", "persons"]\n')
    stand = [n for n, page in enumerate(text_of(book), 1) if " Ada," in page and "Moor" not in page]
    assert len(stand) == len(texts)
    told: list[int] = []
    for locator in entry(book, "Moor, Ada"):
        first, _, last = locator.partition("–")
        told += range(int(first), int(last or first) + 1)
    assert told == stand
