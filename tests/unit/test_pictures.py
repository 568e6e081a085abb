"""Pictures that a document names: which are shown, copied and linked, and what is said of the others."""

from __future__ import annotations

import struct
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from lxml import html

from edition.publish import PictureNames
from edition.publish.picture_size import picture_size
from edition.publish.pictures import pictures_of
from edition.tei import parse
from tests.command import edition

GIF = b"GIF89a" + struct.pack("<HH", 40, 30) + b"\0\0\0;"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x08\0\0\0\0"
JPEG = (
    b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF" + b"\xff\xc2" + struct.pack(">HBHH", 17, 8, 300, 200)
)


def tei(body: str, beside: str = "") -> str:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Of the Seal</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>{beside}<text><body>{body}</body></text></TEI>"""


def built(folder: Path, body: str, beside: str = "", *, code: int = 0) -> tuple[Any, str]:
    """The page of a document in `folder`, and what was said."""
    (folder / "seal.xml").write_text(tei(body, beside))
    run = edition("build", folder / "seal.xml", "-o", folder / "site", "--to", "html")
    assert run.code == code, run.err
    page = (folder / "site" / "seal.html").read_bytes()
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")), run.err


def image(page: Any) -> list[tuple[str, ...]]:
    return [
        tuple(one.get(name, "") for name in ("src", "alt", "width", "height")) for one in page.iter("img")
    ]


def test_a_graphic_is_shown_with_its_words_and_size_and_is_copied(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "the seal.gif").write_bytes(GIF)
    page, said = built(
        tmp_path, '<figure><graphic url="img/the%20seal.gif"/><figDesc>A round seal.</figDesc></figure>'
    )
    assert image(page) == [("img/the%20seal.gif", "A round seal.", "40", "30")]
    assert page.xpath("//img/@loading") == ["lazy"]
    assert (tmp_path / "site" / "img" / "the seal.gif").read_bytes() == GIF
    assert "PUBLISH" not in said


@pytest.mark.parametrize(
    "beside",
    [
        '<facsimile><surface xml:id="s"><graphic url="12.gif"/></surface></facsimile>',
        '<facsimile><surface><graphic url="12.gif"/><zone xml:id="s"/></surface></facsimile>',
        '<facsimile><surface><graphic xml:id="s" url="12.gif"/></surface></facsimile>',
    ],
)
def test_a_page_beginning_leads_to_its_picture_and_the_picture_back(tmp_path: Path, beside: str) -> None:
    (tmp_path / "12.gif").write_bytes(GIF)
    page, _ = built(tmp_path, '<p>One <pb n="12" facs="#s"/>two.</p>', beside)
    (call,) = page.find_class("facsimile-call")
    (figure,) = page.find_class("facsimile")
    assert call.get("href") == f"#{figure.get('id')}"
    assert image(page) == [("12.gif", "Facsimile of page 12", "40", "30")]
    (back,) = figure.xpath(".//figcaption/a/@href")
    assert page.get_element_by_id(back[1:]).text_content() == "12"


def test_a_picture_named_by_the_page_beginning_itself_and_surfaces_that_none_names(tmp_path: Path) -> None:
    for name in ("1.gif", "2.gif"):
        (tmp_path / name).write_bytes(GIF)
    surface = '<facsimile><surface n="back"><graphic url="2.gif"/></surface></facsimile>'
    page, _ = built(tmp_path, '<pb facs="1.gif"/><p>Words.</p>', surface)
    assert [one[:2] for one in image(page)] == [("1.gif", "Facsimile"), ("2.gif", "Facsimile of page back")]


def test_a_page_beginning_without_a_picture_is_as_ever(tmp_path: Path) -> None:
    page, said = built(tmp_path, '<p>One <pb n="12"/>two <pb n="13" facs="13.gif"/>three.</p>')
    assert not page.find_class("facsimile-call")
    assert page.xpath("//*[@role='doc-pagebreak']/text()") == ["12", "13"]
    assert "there is no file 13.gif" in said


def test_a_picture_that_is_not_there_is_told_and_described_in_words(tmp_path: Path) -> None:
    figure = '<figure><graphic url="seal.gif"/><figDesc>A round seal.</figDesc></figure>'
    page, said = built(tmp_path, figure)
    assert image(page) == []
    assert page.xpath("string(//article//figure)") == "A round seal."
    assert "seal.xml:3:73 warning PUBLISH-PICTURE-MISSING" in said


@pytest.mark.parametrize(
    ("pointer", "code"),
    [
        ("../secret.gif", "PUBLISH-PICTURE-OUTSIDE"),
        ("img/../../secret.gif", "PUBLISH-PICTURE-OUTSIDE"),
        ("%2e%2e/secret.gif", "PUBLISH-PICTURE-OUTSIDE"),
        ("/etc/secret.gif", "PUBLISH-PICTURE-OUTSIDE"),
        ("link.gif", "PUBLISH-PICTURE-OUTSIDE"),
        ("page.tif", "PUBLISH-PICTURE-KIND"),
        ("notes.txt", "PUBLISH-PICTURE-KIND"),
        ("seal.xml", "PUBLISH-PICTURE-KIND"),
        ("folder.gif", "PUBLISH-PICTURE-MISSING"),
        ("https://example.org/seal.gif", "PUBLISH-PICTURE-ELSEWHERE"),
        ("//example.org/seal.gif", "PUBLISH-PICTURE-ELSEWHERE"),
        ("file:///etc/secret.gif", "PUBLISH-PICTURE-ELSEWHERE"),
    ],
)
def test_what_is_no_picture_beside_the_document_is_neither_copied_nor_shown(
    tmp_path: Path, pointer: str, code: str
) -> None:
    inside = tmp_path / "texts"
    (inside / "folder.gif").mkdir(parents=True)
    (tmp_path / "secret.gif").write_bytes(GIF)
    (inside / "link.gif").symlink_to(tmp_path / "secret.gif")
    for name in ("page.tif", "notes.txt"):
        (inside / name).write_bytes(GIF)
    page, said = built(inside, f'<figure><graphic url="{pointer}"/></figure>')
    assert code in said
    assert image(page) == []
    assert [path.name for path in (inside / "site").glob("*.*") if path.name != ".edition"] == ["seal.html"]
    linked = page.xpath("//article//a/@href")
    assert linked == ([pointer] if pointer.startswith("https:") else [])


def test_a_path_that_stays_inside_may_go_back(tmp_path: Path) -> None:
    (tmp_path / "seal.gif").write_bytes(GIF)
    page, _ = built(tmp_path, '<figure><graphic url="img/../seal.gif"/></figure>')
    assert image(page)[0][0] == "seal.gif"


def test_pictures_of_one_name_in_two_folders_get_two_names(tmp_path: Path) -> None:
    for name, data in (("a", GIF), ("b", PNG)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.png").write_bytes(data)
        (tmp_path / name / f"{name}.xml").write_text(tei('<figure><graphic url="1.png"/></figure>'))
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html").code == 0
    assert (tmp_path / "site" / "1.png").read_bytes() == GIF
    assert (tmp_path / "site" / "1-b.png").read_bytes() == PNG
    assert 'src="1-b.png"' in (tmp_path / "site" / "b.html").read_text(encoding="utf-8")


def test_one_file_named_twice_has_one_name() -> None:
    names = PictureNames()
    assert names.name(PurePosixPath("x/1.png"), Path("/a/x/1.png"), "first") == "x/1.png"
    assert names.name(PurePosixPath("x/1.png"), Path("/a/x/1.png"), "second") == "x/1.png"
    assert names.name(PurePosixPath("X/1.PNG"), Path("/b/X/1.PNG"), "third") == "X/1-third.PNG"


def test_of_many_pictures_that_are_missing_one_finding_tells(tmp_path: Path) -> None:
    pages = "".join(f'<pb facs="{number}.jpg"/>' for number in range(5))
    document, _ = parse(tei(f"<p>{pages}</p>").encode(), name="seal.xml", stem="seal")
    assert document
    (finding,) = pictures_of(document, tmp_path, PictureNames()).diagnostics
    assert finding.message == "there is no file 0.jpg (and 4 more)"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (GIF, (40, 30)),
        (PNG, (640, 480)),
        (JPEG, (200, 300)),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\x0f\0\0\x07\0\0", (16, 8)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (15 | 7 << 14).to_bytes(4, "little"), (16, 8)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 16, 8), (16, 8)),
        (PNG[:18], None),
        (JPEG[:10], None),
        (b"\xff\xd8\xff\xe0\0\0", None),
        (b"GIF89a\0\0\0\0", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_the_size_of_a_picture_is_told_from_its_head_or_not_at_all(
    tmp_path: Path, data: bytes, size: tuple[int, int] | None
) -> None:
    (tmp_path / "picture").write_bytes(data)
    assert picture_size(tmp_path / "picture") == size


def test_a_picture_that_was_edited_among_the_results_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "1.gif").write_bytes(GIF)
    built(tmp_path, '<figure><graphic url="1.gif"/></figure>')
    (tmp_path / "site" / "1.gif").write_bytes(PNG)
    (tmp_path / "1.gif").write_bytes(GIF + b" ")
    _, said = built(tmp_path, '<figure><graphic url="1.gif"/></figure>', code=1)
    assert "FILE-EDITED" in said
    assert (tmp_path / "site" / "1.gif").read_bytes() == PNG
