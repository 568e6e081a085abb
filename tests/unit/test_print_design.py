"""What edition.toml asks of the printed page, and what comes of it in the PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from edition.config import PrintSettings
from edition.diagnostics import CannotRunError
from edition.publish import printing
from edition.publish.design import design
from edition.publish.page_boxes import Cut, with_boxes
from edition.publish.printing import PrintJob, Typeset, typeset
from tests.command import edition
from tests.unit.print_press import PNG, print_jobs, reader, tei

APPARATUS = "<app><lem>lamp</lem><rdg wit='#B'>candle</rdg></app>"


def pages(body: str, **settings: Any) -> list[str]:
    """The text of each page of a document with this body."""
    (result,) = typeset(print_jobs(tei(body)), look=design(PrintSettings(**settings)))
    assert result.pdf is not None, result.diagnostics
    assert not result.diagnostics
    return [page.extract_text() for page in reader(result.pdf).pages]


def size(**settings: Any) -> tuple[int, int]:
    (result,) = typeset(print_jobs(tei("<p>x</p>")), look=design(PrintSettings(**settings)))
    assert result.pdf is not None
    box = reader(result.pdf).pages[0].mediabox
    return round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)


@pytest.mark.parametrize(
    ("name", "millimetres"),
    [
        ("A5", (148, 210)),
        ("A4", (210, 297)),
        ("Royal", (156, 234)),
        ("Letter", (216, 279)),
        ("170x240", (170, 240)),
    ],
)
def test_the_page_has_the_size_that_is_asked_for(name: str, millimetres: tuple[int, int]) -> None:
    assert size(format=name) == millimetres


def test_marks_for_the_cutter_stand_on_a_larger_sheet() -> None:
    assert size(crop_marks=True, bleed=3) == (148 + 24, 210 + 24)


def boxes(body: str, **settings: Any) -> list[dict[str, list[float]]]:
    """For each page the boxes that the PDF names, in millimetres."""
    (result,) = typeset(print_jobs(tei(body)), look=design(PrintSettings(**settings)))
    assert result.pdf is not None
    assert not result.diagnostics
    found = []
    for page in reader(result.pdf).pages:
        named: dict[str, Any] = {name: page[name] for name in page if name.endswith("Box")}
        found.append(
            {name: [round(float(side) * 25.4 / 72, 1) for side in box] for name, box in named.items()}
        )
    return found


def test_a_pdf_with_marks_tells_the_press_where_to_cut() -> None:
    told = boxes("<p>" + "Words that fill pages. " * 300 + "</p>", crop_marks=True, bleed=5)
    assert len(told) > 2
    for page in told:
        assert page == {
            "/MediaBox": [0, 0, 148 + 28, 210 + 28],
            "/TrimBox": [14, 14, 14 + 148, 14 + 210],
            "/BleedBox": [9, 9, 19 + 148, 19 + 210],
        }


def test_a_pdf_without_marks_is_the_page_itself() -> None:
    assert boxes("<p>x</p>", crop_marks=False, bleed=5) == [{"/MediaBox": [0, 0, 148, 210]}]


def test_boxes_leave_all_else_in_a_pdf_as_it_was() -> None:
    (result,) = typeset(print_jobs(tei("<p>" + "Some words. " * 400 + "</p>")))
    assert result.pdf is not None
    boxed = with_boxes(result.pdf, Cut(12, 3))
    assert boxed is not None
    assert re.sub(rb"/(Trim|Bleed)Box\[[^]]*\]", b"", boxed).split(b"xref")[0] == result.pdf.split(b"xref")[0]
    before, after = reader(result.pdf), reader(boxed)
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.attachments == before.attachments


@pytest.mark.parametrize(
    "pdf", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nxref\n0 0\ntrailer<<>>\nstartxref\n9\n%%EOF"]
)
def test_what_has_no_pages_has_no_boxes(pdf: bytes) -> None:
    assert with_boxes(pdf, Cut(12, 3)) is None


def test_an_entry_of_the_apparatus_names_the_line_that_is_printed() -> None:
    long = "<p>" + "Many words of a long text. " * 60 + APPARATUS + "</p><p>" + "And more. " * 30 + "</p>"
    for how in ("page", "text"):
        *_, page = [page for page in pages(long * 3, line_numbers=how) if "candle" in page]
        (number,) = re.findall(r"(\d+)\s*lamp\s*\]\s*candle", page)
        # The numbers in the margin are every fifth; the line of the word lies between two of them.
        shown = [int(found) for found in re.findall(r"^(\d+)$", page, re.MULTILINE)]
        assert min(shown) - 5 <= int(number) <= max(shown) + 5
    assert not re.search(r"\d+\s*lamp\s*\]", "".join(pages(long)))


def test_lines_of_a_page_are_counted_from_one_again() -> None:
    text = "<p>" + "Many words of a long text. " * 200 + "</p>"
    per_page = pages(text, line_numbers="page")
    through = pages(text, line_numbers="text")
    assert re.search(r"^5$", per_page[1], re.MULTILINE)
    assert not re.search(r"^5$", through[1], re.MULTILINE)


def test_numbers_that_the_text_gives_its_lines_stand_in_the_margin() -> None:
    verse = "<lg>" + "".join(f"<l n='{n}'>A line of verse</l>" for n in range(98, 112)) + "</lg>"
    (page,) = pages(verse, line_numbers="given")
    assert re.findall(r"\d{3}", page) == ["100", "105", "110"]
    assert re.findall(r"\d{3}", "".join(pages(verse))) == []


def test_the_head_says_which_division_a_page_has_come_to() -> None:
    chapters = "".join(f"<div><head>Chapter {n}</head><p>{'Words. ' * 500}</p></div>" for n in (1, 2, 3))
    heads = [page.split("\n")[0] for page in pages(chapters)]
    recto = heads[2::2]
    assert recto and all(re.search(r"Chapter \d", head) for head in recto)


def test_in_a_debate_the_head_names_the_first_and_the_last_speaker_of_the_page() -> None:
    speeches = "".join(
        f"<sp><speaker>Mr. {name}:</speaker><p>{'Words. ' * 120}</p></sp>"
        for name in ("ADAMS", "BROWN", "CLARK", "DAVIS", "EVANS", "FRANK")
    )
    third = pages(speeches)[2]
    assert re.search(r"Mr\. [A-Z]+ – Mr\. [A-Z]+", third.split("\n")[0])


THEME = """#import "book.typ": *
#let quotation(body) = block(inset: (left: 3em), [#"§ "; #body])
#let look(body) = { set text(number-type: "lining"); body }
"""


def test_a_theme_puts_its_functions_in_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "my.typ").write_text(THEME, encoding="utf-8")
    quoted = "<quote><p>Words quoted.</p></quote>"
    assert "§" in pages(quoted, theme=tmp_path / "my.typ")[0]
    assert "§" not in pages(quoted)[0]


def test_the_theme_in_the_handbook_sets_a_text(tmp_path: Path) -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```typst\n(.*?)```", handbook, re.DOTALL)
    (tmp_path / "my.typ").write_text(example, encoding="utf-8")
    body = "<div><head>One</head><quote><p>Words quoted.</p></quote></div>"
    assert "Words quoted." in pages(body, theme=tmp_path / "my.typ")[0]


def test_the_plain_theme_sets_the_same_words() -> None:
    body = "<div><head>One</head><sp><speaker>Anna.</speaker><p>Words said.</p></sp></div>"
    classic, plain = pages(body), pages(body, theme="plain")
    assert sorted("".join(classic).lower().split()) == sorted("".join(plain).lower().split())


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as error:
        design(PrintSettings(theme=tmp_path / "none.typ"))
    assert (error.value.diagnostic.code, error.value.diagnostic.path) == ("PRINT-THEME", "none.typ")


def test_a_folder_of_fonts_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as error:
        design(PrintSettings(fonts=tmp_path / "none"))
    assert error.value.diagnostic.code == "PRINT-FONTS"


def test_lines_that_do_not_come_to_rest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from edition.engine import Outcome

    restless = Outcome(Typeset(b"%PDF", unsettled=True))
    monkeypatch.setattr(printing, "ordered_map", lambda *_, **__: iter([restless]))
    (result,) = typeset([PrintJob("a", "a.xml", "", b"", "")])
    assert [finding.code for finding in result.diagnostics] == ["PRINT-UNSETTLED"]


def test_a_picture_beside_the_document_is_set_and_a_broken_one_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "mill.png").write_bytes(PNG)
    (folder / "bad.png").write_bytes(b"no picture")
    figures = (
        '<figure><graphic url="img/mill.png"/><figDesc>The mill</figDesc></figure>'
        '<figure><graphic url="bad.png"/></figure>'
    )
    (folder / "a.xml").write_bytes(tei(figures))
    ran = edition("build", folder / "a.xml", "-o", tmp_path / "out", "--to", "pdf")
    assert re.findall(r"PRINT-PICTURE +the picture (\S+)", ran.err + ran.out) == ["bad.png"]
    page = reader((tmp_path / "out" / "a.pdf").read_bytes()).pages[0]
    assert len(page.images) == 1
    text = page.extract_text()
    assert "The mill" in text and "[bad.png]" in text and "mill.png" not in text.replace("TEI", "")
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [".edition", "a.pdf"]
