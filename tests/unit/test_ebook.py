"""E-books: what is in the file, where notes, headings and links stand, what the package says."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.config import EbookChoices, EditionFacts, read_settings
from edition.diagnostics import CannotRunError
from edition.ebook import Ebook
from edition.ebook.words import table
from edition.ebook.xhtml import TYPE
from tests.command import edition
from tests.unit.ebook_press import OPF, ebook, metas, package, parts, tei

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
CHAPTERS = (
    "<body><head>A Title</head>"
    '<div><head>One</head><p>First<note n="a">Of the first.</note>.</p></div>'
    '<div xml:id="two"><head>Two</head><div><head>Within</head><p>Second, see <ref target="#two">here</ref>'
    '<note n="b">Of the second.</note>.</p></div></div></body>'
)
SHELTERED = "<body><p>One.</p></body>"


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """The pages of the texts by their names."""
    return {name[10:]: data.decode() for name, data in files.items() if name.startswith("EPUB/text/")}


def xml(data: str | bytes) -> Any:
    """XML, parsed."""
    return etree.fromstring(data.encode() if isinstance(data, str) else data)


# The file ------------------------------------------------------------------------------------------------


def test_the_first_entry_says_what_the_file_is_and_no_entry_knows_the_clock() -> None:
    entries = zipfile.ZipFile(io.BytesIO(ebook(tei(SHELTERED)).data)).infolist()
    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries[1:3]] == ["META-INF/container.xml", "EPUB/package.opf"]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert ebook(tei(CHAPTERS)).data == ebook(tei(CHAPTERS)).data != ebook(tei(SHELTERED)).data


def test_the_tei_document_comes_along_when_asked_for_and_outside_of_the_spine() -> None:
    assert "EPUB/tei/text.xml" not in parts(ebook(tei(SHELTERED)))
    book = ebook(tei(SHELTERED), choices=EbookChoices(tei=True))
    assert parts(book)["EPUB/tei/text.xml"] == tei(SHELTERED).encode()
    (item,) = package(book).xpath("//opf:item[@media-type='application/tei+xml']", namespaces=OPF)
    assert package(book).xpath(f"//opf:itemref[@idref='{item.get('id')}']", namespaces=OPF) == []


# Pages ---------------------------------------------------------------------------------------------------


def test_a_short_text_is_one_file_a_long_one_is_divided_at_divisions() -> None:
    assert list(texts(parts(ebook(tei(CHAPTERS))))) == ["text.xhtml", "text.apparatus.xhtml"]
    divided = texts(parts(ebook(tei(CHAPTERS), limit=900)))
    assert "First" in divided["text.xhtml"] and "Second" not in divided["text.xhtml"]
    assert "Second" in divided["text.2.xhtml"] and "First" not in divided["text.2.xhtml"]


def test_a_note_stands_in_the_file_that_it_is_called_in() -> None:
    divided = texts(parts(ebook(tei(CHAPTERS), limit=900)))
    assert "Of the first." in divided["text.xhtml"] and "Of the second." not in divided["text.xhtml"]
    root = xml(divided["text.2.xhtml"])
    (call,) = root.xpath("//*[@role='doc-noteref']")
    (note,) = root.xpath("//*[@role='doc-footnote']")
    (back,) = root.xpath("//*[@role='doc-backlink']")
    assert (call.get(TYPE), note.get(TYPE)) == ("noteref", "footnote")
    assert call.get("href") == f"#{note.get('id')}" and back.get("href") == f"#{call.get('id')}"


def test_a_link_leads_into_the_file_that_its_target_came_to() -> None:
    body = '<body><div><head>One</head><p>See <ref target="#b">there</ref>, '
    body += '<ref target="x.jpg">that</ref>.</p></div>'
    body += '<div><head>Two</head><p xml:id="b">There.</p></div></body>'
    whole = texts(parts(ebook(tei(body))))["text.xhtml"]
    assert 'href="#b"' in whole and "x.jpg" not in whole
    assert 'href="text.2.xhtml#b"' in texts(parts(ebook(tei(body), limit=500)))["text.xhtml"]
    published = ebook(tei(body), facts=EditionFacts(site="https://example.org/"))
    assert 'href="https://example.org/x.jpg"' in texts(parts(published))["text.xhtml"]


def test_headings_of_each_file_begin_with_the_first_level_and_keep_their_looks() -> None:
    divided = texts(parts(ebook(tei(CHAPTERS), limit=900)))
    assert '<h1 class="heading level-1"' in divided["text.xhtml"]
    assert 'class="heading level-2">Two</h1>' in divided["text.2.xhtml"]
    assert 'class="heading level-3">Within</h2>' in divided["text.2.xhtml"].replace(' id="place:2"', "")


def test_a_file_without_a_heading_is_named_for_those_who_hear_it() -> None:
    body = "<body><head>A Title</head>" + "<p>Word after word.</p>" * 30 + "</body>"
    divided = texts(parts(ebook(tei(body), limit=900)))
    assert (
        '<h1 class="editorial unseen" lang="en" xml:lang="en">A Title (continued)</h1>'
        in divided["text.2.xhtml"]
    )
    assert "continued" not in divided["text.xhtml"]


def test_a_heading_is_never_the_last_thing_in_a_file() -> None:
    """It goes with the paragraph below it, though there were room for it in the file before."""
    words = "Word. " * 120
    body = f"<body><div><p>{words}</p></div><div><head>Next</head><p>{words}</p><p>{words}</p></div></body>"
    divided = list(texts(parts(ebook(tei(body), limit=800))).values())
    (with_head,) = [page for page in divided if ">Next<" in page]
    assert with_head.index(">Next<") < with_head.index("Word. ")


def test_a_long_heading_is_a_heading_once() -> None:
    words = "Word. " * 120
    body = f"<body><div><head><q><p>{words}</p><p>{words}</p><p>{words}</p></q></head><p>x</p></div></body>"
    divided = texts(parts(ebook(tei(body), limit=1000)))
    assert 'role="heading" aria-level="2"' in divided["text.xhtml"]
    assert 'class="heading"' in divided["text.2.xhtml"]
    assert "aria-level" not in divided["text.2.xhtml"]


def test_a_division_is_named_by_a_heading_of_its_own_file_or_by_none() -> None:
    words = "Word. " * 120
    lines = f"<dateline>{words}</dateline>" * 2
    body = f"<body><div>{lines}<head>Late</head><p>x</p></div></body>"
    for page in texts(parts(ebook(tei(body), limit=900))).values():
        for name in re.findall(r'aria-labelledby="([^"]*)"', page):
            assert f'id="{name}"' in page


def test_a_link_that_leads_nowhere_and_holds_blocks_becomes_a_block() -> None:
    said = '<desc>a <constraintSpec ident="x" scheme="s"><desc>One</desc></constraintSpec></desc>'
    page = texts(parts(ebook(tei(f'<listRef><ref target="gone.xml">{said}</ref></listRef>'))))["text.xhtml"]
    assert '<div class="ref"><div class="desc">' in page


def test_the_numbers_of_a_list_go_on_in_the_next_file() -> None:
    body = '<body><list rend="numbered">' + "<item>An item of some length.</item>" * 60 + "</list></body>"
    divided = texts(parts(ebook(tei(body), limit=1200)))
    first = divided["text.xhtml"].count("<li>")
    assert f'start="{first + 1}"' in divided["text.2.xhtml"]


def test_divisions_are_called_what_they_are() -> None:
    body = (
        '<front><div type="dedication"><head>To Ada</head><p>With love.</p></div></front>'
        '<body><div><head>One</head><p>A.</p></div><div type="unheard-of"><p>B.</p></div>'
        '<div type="preface"><p>Without a head.</p></div></body>'
    )
    root = xml(texts(parts(ebook(tei(body))))["text.xhtml"])
    named = {one.get(TYPE): one.get("role") for one in root.iter() if one.get(TYPE)}
    assert named == {"frontmatter": None, "dedication": "doc-dedication", "chapter": "doc-chapter"}


# Navigation ----------------------------------------------------------------------------------------------


def navigation(book: dict[str, bytes], kind: str) -> list[tuple[str, str]]:
    root = xml(book["EPUB/nav.xhtml"])
    found = root.xpath(f"//*[@*[local-name()='type']='{kind}']//*[local-name()='a']")
    return [(one.text, one.get("href")) for one in found]


def test_the_contents_are_the_heads_of_divisions_nested_as_they_are() -> None:
    files = parts(ebook(tei(CHAPTERS)))
    assert [words for words, _ in navigation(files, "toc")][:4] == ["A Title", "One", "Two", "Within"]
    assert ("Two", "text/text.xhtml#two") in navigation(files, "toc")
    markup = files["EPUB/nav.xhtml"].decode()
    assert markup.index("Two</a>\n<ol>") < markup.index("Within")


def test_lines_of_the_contents_say_their_language_where_it_is_not_the_reader_s() -> None:
    """Latin has no words of the interface, so the page is in English; German has."""
    latin = parts(ebook(tei(CHAPTERS).replace('xml:lang="en"', 'xml:lang="la"')))["EPUB/nav.xhtml"].decode()
    german = parts(ebook(tei(CHAPTERS).replace('xml:lang="en"', 'xml:lang="de"')))["EPUB/nav.xhtml"].decode()
    assert 'lang="la" xml:lang="la">Two</a>' in latin and "<html xmlns" in latin and 'lang="en"' in latin
    assert ">Two</a>" in german and 'lang="de"' in german and 'text.xhtml#two" lang' not in german


def test_page_beginnings_make_a_page_list_with_its_source() -> None:
    source = tei('<body><p>a<pb n="12"/>b<pb n="13"/>c<pb/>d</p></body>').replace(
        "<sourceDesc><p/></sourceDesc>", "<sourceDesc><bibl>The First Edition, 1850</bibl></sourceDesc>"
    )
    book = ebook(source)
    assert [label for label, _ in navigation(parts(book), "page-list")] == ["12", "13"]
    assert metas(book, "pageBreakSource") == ["The First Edition, 1850"]
    assert "pageNavigation" in metas(book, "schema:accessibilityFeature")
    without = ebook(tei(SHELTERED))
    assert navigation(parts(without), "page-list") == []
    assert metas(without, "pageBreakSource") == []


# Package -------------------------------------------------------------------------------------------------


def test_people_and_their_parts_come_from_the_header() -> None:
    book = ebook(
        tei(
            SHELTERED,
            file="<publicationStmt><p/></publicationStmt>",
            title="T</title><author>Ann Wood</author><editor>Bo Hill</editor><respStmt>"
            "<resp>translated by</resp><name>Cy Dale</name></respStmt><title type='sub'>Sub",
        )
    )
    roles = package(book).xpath("//opf:meta[@property='role']/text()", namespaces=OPF)
    names = package(book).xpath("//dc:creator/text() | //dc:contributor/text()", namespaces=OPF)
    assert dict(zip(names, roles, strict=True)) == {"Ann Wood": "aut", "Bo Hill": "edt", "Cy Dale": "trl"}
    assert package(book).xpath("//dc:title/text()", namespaces=OPF) == ["T", "Sub"]


@pytest.mark.parametrize(
    ("header", "modified"),
    [
        ("<revisionDesc><change when='2019-03-04'/><change when='2021-05'/></revisionDesc>", "2021-05-01"),
        ("<revisionDesc><change when='2019'/></revisionDesc>", "2019-01-01"),
        ("<revisionDesc><change when='2019-13-77'/></revisionDesc>", "2019-01-01"),
        ("<revisionDesc><change>lately</change></revisionDesc>", "1980-01-01"),
    ],
)
def test_the_day_of_change_is_the_document_s_own(header: str, modified: str) -> None:
    assert metas(ebook(tei(SHELTERED, header)), "dcterms:modified") == [f"{modified}T00:00:00Z"]


def test_the_identifier_is_the_header_s_else_made_of_names_and_stays_when_words_change() -> None:
    def identifier(body: str, file: str = "", site: str = "") -> str:
        book = ebook(tei(body, file=file), facts=EditionFacts(site=site))
        (found,) = package(book).xpath("//dc:identifier/text()", namespaces=OPF)
        return str(found)

    statement = "<publicationStmt><publisher>P</publisher><idno type='{}'>{}</idno></publicationStmt>"
    assert identifier(SHELTERED, statement.format("ISBN", "9780000000002")) == "urn:isbn:9780000000002"
    assert identifier(SHELTERED, statement.format("DOI", "10.1/x")) == "https://doi.org/10.1/x"
    assert identifier(SHELTERED, statement.format("uuid", "no uuid")).startswith("urn:uuid:")
    assert identifier(SHELTERED) == identifier(CHAPTERS) != identifier(SHELTERED, site="https://e.org/")


# Accessibility: only what is true ---------------------------------------------------------------------------

PICTURE = "<body><figure><graphic url='p.png'/>{}</figure></body>"


def test_conformance_is_claimed_where_somebody_found_it_and_nothing_stands_against_it(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "p.png").write_bytes(PIXEL)
    report = "https://example.org/report"
    by_ada = EbookChoices(certified_by="Ada Miller", certifier_report=report)

    def made(source: str, choices: EbookChoices | None = by_ada) -> Ebook:
        return ebook(source, choices=choices, folder=tmp_path / "texts")

    described = made(tei(PICTURE.format("<figDesc>A seal.</figDesc>")))
    bare = made(tei(PICTURE.format("")))
    no_language = made(tei(SHELTERED).replace(' xml:lang="en"', ""))
    nobody = made(tei(SHELTERED), None)
    assert metas(described, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert metas(described, "a11y:certifiedBy") == ["Ada Miller"]
    assert [one.get("href") for one in package(described).iter("{*}link")] == [report]
    for book in (bare, no_language, nobody):
        assert metas(book, "dcterms:conformsTo") == metas(book, "a11y:certifiedBy") == []
        assert not list(package(book).iter("{*}link"))
    assert metas(described, "schema:accessModeSufficient") == ["textual", "textual,visual"]
    assert metas(bare, "schema:accessModeSufficient") == ["textual,visual"]
    assert metas(ebook(tei(SHELTERED)), "schema:accessMode") == ["textual"]


# Pictures ------------------------------------------------------------------------------------------------


def test_a_picture_comes_along_from_beside_the_text_or_from_the_folder_above(tmp_path: Path) -> None:
    folder = tmp_path / "edition" / "tei"
    folder.mkdir(parents=True)
    (tmp_path / "edition" / "p.png").write_bytes(PIXEL)
    (tmp_path / "far.png").write_bytes(PIXEL)
    (folder / "text.png").write_text("no picture")
    near = ebook(tei(PICTURE.format("").replace("p.png", "../p.png")), folder=folder)
    assert PIXEL in parts(near).values() and near.diagnostics == ()
    for url in ("../../far.png", "text.png", "none.png"):
        book = ebook(tei(PICTURE.format("<figDesc>A seal.</figDesc>").replace("p.png", url)), folder=folder)
        assert [one.code for one in book.diagnostics] == ["EBOOK-PICTURE"]
        assert PIXEL not in parts(book).values()
        assert '<span class="figure-description">A seal.</span>' in texts(parts(book))["text.xhtml"]


def test_a_picture_in_the_text_itself_becomes_a_file() -> None:
    data = base64.b64encode(PIXEL).decode()
    picture = f"<binaryObject mimeType='image/png'>{data}</binaryObject>"
    body = f"<body><figure>{picture}<head>H</head></figure></body>"
    book = ebook(tei(body))
    assert PIXEL in parts(book).values()
    assert "data:" not in texts(parts(book))["text.xhtml"]


# Cover and fonts -------------------------------------------------------------------------------------------


def test_the_cover_is_a_picture_of_the_title_and_says_so() -> None:
    files = parts(ebook(tei(SHELTERED, title="Ελένη &amp; #panic()")))
    assert files["EPUB/cover.png"].startswith(b"\x89PNG")
    assert 'alt="Ελένη &amp; #panic()"' in files["EPUB/cover.xhtml"].decode()


def test_there_is_no_cover_with_boxes_for_letters() -> None:
    book = ebook(tei(SHELTERED, title="漢字"))
    assert [one.code for one in book.diagnostics] == ["EBOOK-COVER"]
    assert "EPUB/cover.png" not in parts(book)


def font(*, restricted: bool = False, family: str = "Test Serif", weight: int = 700) -> bytes:
    """The two tables of a font that are read, and nothing else."""
    os2 = struct.pack(">HhHHH", 4, 0, weight, 5, 2 if restricted else 0).ljust(62, b"\0") + struct.pack(
        ">H", 1
    )
    name = family.encode("utf-16-be")
    names = struct.pack(">HHH", 0, 1, 18) + struct.pack(">HHHHHH", 3, 1, 0x409, 1, len(name), 0) + name
    head = b"OTTO" + struct.pack(">HHHH", 2, 0, 0, 0)
    begin = len(head) + 32
    return (
        head
        + struct.pack(">4sIII", b"OS/2", 0, begin, len(os2))
        + struct.pack(">4sIII", b"name", 0, begin + len(os2), len(names))
        + os2
        + names
    )


def test_fonts_of_a_folder_come_along_with_their_licence(tmp_path: Path) -> None:
    (tmp_path / "A Bold.otf").write_bytes(font())
    (tmp_path / "OFL.txt").write_text("SIL Open Font License", encoding="utf-8")
    files = parts(ebook(tei(SHELTERED), choices=EbookChoices(fonts=tmp_path)))
    assert files["EPUB/fonts/A_Bold.otf"] == font()
    assert files["EPUB/fonts/OFL.txt"] == b"SIL Open Font License"
    css = files["EPUB/book.css"].decode()
    assert '"Test Serif"; font-weight: 700; font-style: italic; src: url("fonts/A_Bold.otf")' in css
    assert 'body { font-family: "Test Serif", serif; }' in css


def test_fonts_without_licence_or_leave_stay_out_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.otf").write_bytes(font(restricted=True))
    (tmp_path / "b.ttf").write_bytes(b"no font")

    def said() -> list[str]:
        book = ebook(tei(SHELTERED), choices=EbookChoices(fonts=tmp_path))
        assert not [name for name in parts(book) if "fonts/" in name]
        return [one.code for one in book.diagnostics]

    assert said() == ["EBOOK-FONT-LICENCE"]
    (tmp_path / "LICENSE").write_text("Free.", encoding="utf-8")
    assert said() == ["EBOOK-FONT", "EBOOK-FONT"]
    with pytest.raises(CannotRunError) as refused:
        ebook(tei(SHELTERED), choices=EbookChoices(fonts=tmp_path / "none"))
    assert refused.value.diagnostic.code == "EBOOK-FONTS"


def test_the_style_fixes_no_colour() -> None:
    css = parts(ebook(tei(SHELTERED)))["EPUB/book.css"].decode()
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    assert "background" not in css and "#" not in css and "rgb" not in css
    assert css.count("color:") == css.count("color: inherit")


# Volumes and settings -----------------------------------------------------------------------------------


def test_one_volume_holds_all_texts_and_leads_from_one_to_the_other() -> None:
    first = tei("<body><p>See <ref target='text2.xml#there'>there</ref>.</p></body>", title="The First")
    second = tei("<body><p xml:id='there'>Here.</p></body>", title="The Second")
    book = ebook(first, second, stem="edition", facts=EditionFacts(title="Both", editors=("Ed",)))
    files = parts(book)
    assert 'href="text2.xhtml#there"' in texts(files)["text.xhtml"]
    assert [words for words, _ in navigation(files, "toc")] == ["The First", "The Second"]
    assert package(book).xpath("//dc:title/text()", namespaces=OPF) == ["Both"]


def written(folder: Path, settings: str, *names: str) -> set[str]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.xml").write_text(tei(SHELTERED, title=name), encoding="utf-8")
    (folder / "edition.toml").write_text(settings, encoding="utf-8")
    said = edition("build", str(folder), "-o", str(folder / "out"), "--to", "epub")
    assert ("EBOOK-STEM" in str(said)) == ("edition" in names)
    return {path.name for path in (folder / "out").glob("*.epub")}


def test_several_texts_make_one_book_or_one_each_as_edition_toml_says(tmp_path: Path) -> None:
    assert written(tmp_path / "a", "", "one", "two") == {"edition.epub"}
    assert written(tmp_path / "b", '[epub]\nvolumes = "each"', "one", "two") == {"one.epub", "two.epub"}
    assert written(tmp_path / "c", "", "alone") == {"alone.epub"}
    assert written(tmp_path / "d", '[epub]\nvolumes = "both"', "edition", "two") == {
        "edition.epub",
        "two.epub",
    }


def test_settings_of_e_books_are_read_and_mistakes_named(tmp_path: Path) -> None:
    path = tmp_path / "edition.toml"
    path.write_text('[epub]\nvolumes = "both"\nfonts = "fonts"\ntei = true\n', encoding="utf-8")
    assert read_settings(path).epub == EbookChoices("both", tmp_path / "fonts", True)
    for wrong, code in (
        ('volumes = "all"', "CONFIG-VALUE"),
        ("tei = 1", "CONFIG-VALUE"),
        ("font = 'x'", "CONFIG-KEY"),
    ):
        path.write_text(f"[epub]\n{wrong}\n", encoding="utf-8")
        with pytest.raises(CannotRunError) as refused:
            read_settings(path)
        assert refused.value.diagnostic.code == code
        assert refused.value.diagnostic.position is not None and refused.value.diagnostic.position.line == 2


def test_all_words_are_there_in_all_languages() -> None:
    for key, words in table().items():
        assert list(words) == ["en", "de", "fr", "es", "it", "pt", "nl"], key
