"""A book in several volumes: parted by size or as edition.toml lists, each complete in itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from edition.book.division import about_pages, balanced, roman
from edition.book.together import side_by_side
from edition.config import PrintSettings, Settings, read_settings
from edition.diagnostics import CannotRunError
from edition.site.words import LANGUAGES, word
from tests.command import Said, edition

ADA, TOM = '<persName ref="#ada">Ada</persName>', '<persName ref="#tom">Tom</persName>'
PERSONS = """<standOff><listPerson><person xml:id="ada"><persName>Ada Moor</persName></person>
<person xml:id="tom"><persName>Tom Hale</persName></person></listPerson></standOff>"""


def letter(number: int, year: int, body: str, lang: str = "en") -> str:
    words = " ".join(f"word{number}x{n}" for n in range(700))
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{lang}"><teiHeader><fileDesc><titleStmt>'
        f"<title>Letter {number}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>"
        f'<sourceDesc><bibl><date when="{year}">{year}</date></bibl></sourceDesc></fileDesc></teiHeader>'
        f"{PERSONS}<text><body><p>{words} {body}</p></body></text></TEI>"
    )


def bound(folder: Path, texts: Mapping[str, str], settings: str, to: str = "pdf") -> Said:
    """What the command says; the volumes are in `folder`/out."""
    (folder / "texts").mkdir()
    (folder / "texts" / "edition.toml").write_text(settings, encoding="utf-8")
    for stem, text in texts.items():
        (folder / "texts" / f"{stem}.xml").write_text(text, encoding="utf-8")
    return edition("build", folder / "texts", "-o", folder / "out", "--to", to)


def pages_of(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six letters of some three pages: at most sixteen pages a volume make two volumes."""
    folder = tmp_path_factory.mktemp("volumes")
    bodies = (f"{ADA} came.", f"{TOM} came.", f"{ADA} came.", f"{ADA} went.", f"{TOM} went.", "Nobody came.")
    point = 'See <ref target="l5.xml#x">a letter</ref> in the other volume.'
    texts = {f"l{n}": letter(n, 1848 + n, f"{body} {point}") for n, body in enumerate(bodies, 1)}
    settings = 'title = "Ferry"\neditors = ["Ann"]\n[print]\nvolumes = "one"\nvolume-pages = 16\n'
    ran = bound(folder, texts, settings)
    assert ran.code == 0 and "edition-2.pdf" in ran.out + ran.err
    return folder / "out"


def test_each_volume_is_a_file_and_there_is_no_other(volumes: Path) -> None:
    assert sorted(path.name for path in volumes.glob("*.pdf")) == ["edition-1.pdf", "edition-2.pdf"]


def test_every_word_stands_in_the_volume_of_its_text_and_in_no_other(volumes: Path) -> None:
    for number, letters in ((1, (1, 2, 3)), (2, (4, 5, 6))):
        words = set(re.findall(r"word\d+x\d+", " ".join(pages_of(volumes / f"edition-{number}.pdf"))))
        assert words == {f"word{one}x{n}" for one in letters for n in range(700)}


def test_a_volume_says_which_it_is_and_from_which_years(volumes: Path) -> None:
    pages = pages_of(volumes / "edition-2.pdf")
    assert pages[0].casefold() == "ferry volume ii"
    assert re.match(r"(?i)ferry volume ii 1852–1854 edited by ann", pages[2])
    imprint = r"Ferry, Volume II: 1852–1854 .*(?i:volume i) 1849–1851 (?i:volume ii) 1852–1854"
    assert re.match(imprint, pages[3])
    assert re.match(r"(?i)contents volume ii letter 4 1 letter 5 \d letter 6 \d+ persons \d+", pages[4])
    assert "Letter 3" not in pages[4]


def test_a_volume_says_so_in_its_metadata(volumes: Path) -> None:
    told = PdfReader(volumes / "edition-1.pdf")
    assert told.metadata is not None and told.metadata.title == "Ferry, Volume I: 1849–1851"
    assert told.xmp_metadata is not None
    assert told.xmp_metadata.dc_title == {"x-default": "Ferry, Volume I: 1849–1851"}


def test_bookmarks_are_those_of_the_volume(volumes: Path) -> None:
    outline = [one.title for one in PdfReader(volumes / "edition-2.pdf").outline if not isinstance(one, list)]
    assert outline == ["Letter 4", "Letter 5", "Letter 6", "Persons"]


def test_registers_have_the_pages_of_their_volume(volumes: Path) -> None:
    for number, verb in ((1, "came"), (2, "went")):
        pages = pages_of(volumes / f"edition-{number}.pdf")
        begin = next(n for n, page in enumerate(pages) if page.startswith(f"Letter {number * 3 - 2} word"))
        for name, said in (("Moor, Ada", f"Ada {verb}"), ("Hale, Tom", f"Tom {verb}")):
            stands = [str(n - begin + 1) for n, page in enumerate(pages) if said in page]
            register = next(page for page in pages if page.startswith("Persons"))
            found = re.search(rf"{name}, ((?:\d+, )*\d+)", register)
            assert found is not None and found[1].split(", ") == stands


def test_a_pointer_into_another_volume_stays_words(volumes: Path) -> None:
    assert "See a letter in the other volume." in " ".join(pages_of(volumes / "edition-1.pdf"))
    assert all(
        "/URI" not in annotation.get_object().get("/A", {})
        for page in PdfReader(volumes / "edition-1.pdf").pages
        for annotation in page.get("/Annots", ())
    )


def test_the_last_volume_may_have_the_registers_of_all(tmp_path: Path) -> None:
    bodies = (f"{ADA} came.", f"Once<note>{TOM} came.</note>", f"{ADA} came.", f"{ADA} came, and {TOM}.")
    dated = 'On <date when="1850-05-12">12 May</date>.'
    texts = {f"l{n}": letter(n, 1848 + n, f"{body} {dated}") for n, body in enumerate(bodies, 1)}
    listed = "".join(f'[[print.volume]]\nbegins = "l{n}"\n' for n in (1, 3, 4))
    settings = f'[print]\nvolumes = "one"\nvolume-registers = "last"\nparts = {WITH_REGISTERS}\n{listed}'
    assert bound(tmp_path, texts, settings).code == 0
    first, second, last = (pages_of(tmp_path / "out" / f"edition-{n}.pdf") for n in (1, 2, 3))
    assert not any(re.match("Persons|Chronology", page) for page in first + second)

    def stands(words: str, pages: list[str]) -> list[str]:
        return [str(n) for n, page in enumerate(pages, 1) if words in page and not page.startswith("Persons")]

    (one, two), (three,), (four,) = (
        stands("12 May.", first),
        stands("12 May.", second),
        stands("12 May.", last),
    )
    register = next(page for page in last if page.startswith("Persons"))
    assert f"Moor, Ada, I {one}; II {three}; III {four}" in register
    assert f"Hale, Tom, I {two}n; III {four}" in register
    dates = next(page for page in last if page.startswith("Chronology"))
    assert f"12 May 1850, I {one}, {two}; II {three}; III {four}" in dates


WITH_REGISTERS = '["texts", "persons", "chronology"]'
LISTED = """title = "Fähre"
[print]
volumes = "one"
parts = ["half-title", "title", "texts"]
[[print.volume]]
title = "Die ersten Jahre"
[[print.volume]]
begins = "l3"
"""


def test_volumes_begin_where_edition_toml_says(tmp_path: Path) -> None:
    texts = {f"l{n}": letter(n, 1848, "", "de") for n in range(1, 4)}
    assert bound(tmp_path, texts, LISTED, "pdf,typ").code == 0
    first, second = (pages_of(tmp_path / "out" / f"edition-{n}.pdf") for n in (1, 2))
    assert first[2].casefold() == "fähre band i die ersten jahre"
    assert re.findall(r"Letter \d(?= word\d+x0 )", " ".join(first)) == ["Letter 1", "Letter 2"]
    assert second[2].casefold() == "fähre band ii"
    assert re.findall(r"Letter \d(?= word\d+x0 )", " ".join(second)) == ["Letter 3"]
    sources = sorted(path.name for path in (tmp_path / "out" / "typst").glob("edition*"))
    assert sources == ["edition-1.typ", "edition-2.typ"]


@pytest.mark.parametrize(
    ("tables", "line", "said"),
    [
        ('[[print.volume]]\n[[print.volume]]\nbegins = "l9"\n', 5, "no text l9"),
        ('[[print.volume]]\nbegins = "l2"\n[[print.volume]]\nbegins = "l1"\n', 4, "l1 stands before"),
        ('[[print.volume]]\n[[print.volume]]\nbegins = "l1"\n', 5, "l1 does not stand after"),
        (
            '[[print.volume]]\n[[print.volume]]\nbegins = "l2"\n[[print.volume]]\nbegins = "l1"\n',
            7,
            "l1 does",
        ),
    ],
)
def test_volumes_that_begin_nowhere_or_out_of_order_are_not_guessed(
    tmp_path: Path, tables: str, line: int, said: str
) -> None:
    texts = {f"l{n}": letter(n, 1848, "") for n in (1, 2)}
    ran = bound(tmp_path, texts, f'[print]\nvolumes = "one"\n{tables}', "pdf")
    assert ran.code == 1 and "PRINT-VOLUME" in ran.err
    assert f"edition.toml:{line}:" in ran.err and said in ran.err
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_a_text_that_came_to_nothing_begins_no_volume(tmp_path: Path) -> None:
    texts = {"l1": letter(1, 1848, ""), "l2": "<TEI", "l3": letter(3, 1848, "")}
    ran = bound(tmp_path, texts, LISTED.replace("l3", "l2"))
    assert "PRINT-VOLUME" in ran.err and "l2 could not be set" in ran.err


def test_a_volume_takes_the_name_of_no_text(tmp_path: Path) -> None:
    texts = {stem: letter(n, 1848, "") for n, stem in enumerate(("edition", "edition-2", "other"))}
    ran = bound(tmp_path, texts, LISTED.replace("l3", "other"))
    assert "SITE-STEM" in ran.err and "edition-2.pdf" in ran.err and "edition-1.pdf" not in ran.err
    assert not (tmp_path / "out" / "edition-1.pdf").exists()


def test_a_text_called_like_the_book_is_in_the_way_of_one_volume_only(tmp_path: Path) -> None:
    texts = {stem: letter(n, 1848, "") for n, stem in enumerate(("edition", "other"))}
    assert bound(tmp_path, texts, LISTED.replace("l3", "other")).code == 0
    assert (tmp_path / "out" / "edition-2.pdf").exists()


@pytest.mark.parametrize(
    ("toml", "code", "line"),
    [
        ("volume-pages = 15", "CONFIG-VALUE", 2),
        ('volume-pages = "many"', "CONFIG-VALUE", 2),
        ("volume-page = 300", "CONFIG-KEY", 2),
        ('volumes = "each"\nvolume-pages = 300', "CONFIG-BOTH", 3),
        ("volume-pages = 300\n[[print.volume]]\n[[print.volume]]\nbegins = 'b'", "CONFIG-BOTH", 2),
        ("volumes = 'each'\n[[print.volume]]\n[[print.volume]]\nbegins = 'b'", "CONFIG-BOTH", 3),
        ("volume = 'b'", "CONFIG-VALUE", 2),
        ("[[print.volume]]\nbegins = 'a'", "CONFIG-VALUE", 2),
        ("[[print.volume]]\n[[print.volume]]\ntitle = 'b'", "CONFIG-VALUE", 4),
        ("[[print.volume]]\nbegins = 'b'\n[[print.volume]]\nbegins = 'b.xml'", "CONFIG-VALUE", 5),
        ("[[print.volume]]\nbegins = 'a'\n[[print.volume]]\nbegin = 'b'", "CONFIG-KEY", 5),
        ("[[print.volume]]\nbegins = 'a'\n[[print.volume]]\nbegins = 7", "CONFIG-VALUE", 5),
    ],
)
def test_a_mistake_about_volumes_is_named_with_its_line(
    tmp_path: Path, toml: str, code: str, line: int
) -> None:
    (tmp_path / "edition.toml").write_text(f"[print]\n{toml}\n", encoding="utf-8")
    with pytest.raises(CannotRunError) as raised:
        read_settings(tmp_path / "edition.toml")
    found = raised.value.diagnostic
    assert (found.code, found.position and found.position.line) == (code, line)


@pytest.mark.parametrize(
    "toml",
    [
        "[[print.volume]]\nbegins = 'a'\n[[print.volume]]\nbegins = 'b.xml'\ntitle = 'T'",
        "[print]\nvolume = [{ begins = 'a' }, { begins = 'b', title = 'T' }]",
    ],
)
def test_volumes_are_listed_as_tables_or_in_a_row(tmp_path: Path, toml: str) -> None:
    (tmp_path / "edition.toml").write_text(toml, encoding="utf-8")
    listed = read_settings(tmp_path / "edition.toml").print.volume_begins
    assert [(one.text, one.title) for one in listed] == [("a", ""), ("b", "T")]


@pytest.mark.parametrize(
    ("pages", "most", "ends"),
    [
        ([10, 10, 10], 30, [3]),
        ([10, 10, 11], 30, [2, 3]),
        ([10, 10, 10, 10], 30, [2, 4]),  # not three and one
        ([50, 10, 10], 30, [1, 3]),
        ([10, 50, 10], 30, [1, 2, 3]),
        ([10], 30, [1]),
    ],
)
def test_volumes_are_as_few_and_as_equal_as_may_be(pages: list[int], most: int, ends: list[int]) -> None:
    assert balanced(pages, most) == ends


def test_pages_are_told_from_the_format() -> None:
    markup = "x" * 100_000
    small, own, large = (about_pages(markup, PrintSettings(format=one)) for one in ("A5", "148x210", "A4"))
    assert small == own > large
    assert about_pages("x", PrintSettings(openings="recto")) == 2 > about_pages("x", PrintSettings())


def test_numbers_of_volumes_are_roman() -> None:
    assert [roman(n) for n in (1, 3, 4, 9, 14, 40, 49, 90)] == [
        "I",
        "III",
        "IV",
        "IX",
        "XIV",
        "XL",
        "XLIX",
        "XC",
    ]


def test_volumes_have_a_name_in_all_languages() -> None:
    assert all(word("volume", language).endswith(" {number}") for language in LANGUAGES)


def test_volumes_are_set_side_by_side_where_there_is_room() -> None:
    settings = Settings(jobs=2)
    assert side_by_side(["x" * 1_000_000] * 3, settings) == 2
    assert side_by_side(["x"], settings) == side_by_side(["x", "x"], Settings(jobs=1)) == 1
    assert side_by_side(["x" * 1_000_000 + "#note("] * 3, settings) == 1
    numbered = Settings(print=PrintSettings(line_numbers="page"), jobs=2)
    assert side_by_side(["x" * 1_000_000] * 3, numbered) == 2
    assert side_by_side(["x" * 2_000_000] * 3, numbered) == 1 < side_by_side(["x" * 2_000_000] * 3, settings)
