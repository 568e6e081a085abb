"""From typst source to PDF: what readers, archives and libraries find in it, and what can go wrong."""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edition.diagnostics import Severity
from edition.engine import Failure
from edition.model import Position
from edition.publish import printing
from edition.publish.design import design
from edition.publish.printing import PrintJob, typeset
from tests.unit.print_press import (
    HEAD_ROOM,
    body_letters,
    case,
    fonts,
    letters,
    page_text,
    pdf_of,
    print_jobs,
    printed,
    reader,
    tei,
)

COLOPHON_BEGINS = {
    "french": "source written",
    "german": "quelle written",
    "play": "source written",
    "verse": "source written",
}
TITLE_ADDED = {"verse": "Two Songs of the Ferry"}
OWN = '#import "book.typ": *\n#show: book.with(title: "T", lang: "en")\n'


def by_hand(markup: str) -> PrintJob:
    """A document whose typst source was not made by our sheet."""
    return PrintJob("by-hand", "by-hand.xml", markup, b"<TEI/>", "by-hand.xml")


def test_the_page_reads_as_the_text_does_in_its_order() -> None:
    document = case("long-title")
    pages = [letters(page_text(page)) for page in reader(pdf_of(document)).pages]
    body = body_letters(document)
    assert "".join(pages)[: len(body)] == body
    assert "".join(pages)[len(body) :].lower().startswith("sourcewrittenforthispurpose.")


@pytest.mark.parametrize("name", ["french", "german", "play", "verse"])
def test_no_word_is_lost_or_printed_twice(name: str) -> None:
    document = case(name)
    pages = letters("".join(page_text(page) for page in reader(pdf_of(document)).pages)).lower()
    text, _, below = pages.rpartition(letters(COLOPHON_BEGINS[name]))
    # Beyond its own words: the figures that call notes, and a title over poems that have only heads.
    own = Counter(body_letters(document).lower()) + Counter(letters(TITLE_ADDED.get(name, "")).lower())
    assert Counter(text) - own - Counter("¹1¹1-") == Counter()
    assert own - Counter(text) - Counter(below) == Counter()  # notes stand below the colophon


def test_the_running_head_stands_on_every_page_but_the_first() -> None:
    pages = reader(pdf_of(case("long-title"))).pages
    heads = [page_text(page, bottom=HEAD_ROOM, top=600) for page in pages]
    assert heads[0].strip() == ""
    for number, head in enumerate(heads[1:], 2):
        assert "on the several causes" in head.lower() and str(number) in head


def test_an_attribution_never_stands_alone_on_a_page() -> None:
    quotation = (
        "<cit><quote><p>Some words that are quoted at a length of two lines or rather more, so that a page "
        "can end between them, which it must not do before the last.</p></quote>"
        "<bibl>—Somebody, Somewhere</bibl></cit>"
    )
    lines = range(18, 36)  # of text before the quotation: the page ends at every place within it
    documents = [tei("<p>x</p>" * count + quotation) for count in lines]
    stands_on = set()
    for result in printed(*documents):
        assert result.pdf is not None
        pages = [" ".join(page_text(page).split()) for page in reader(result.pdf).pages]
        ((number, page),) = [(n, page) for n, page in enumerate(pages, 1) if "—Somebody" in page]
        assert "the last. —Somebody" in page
        stands_on.add(number)
    assert stands_on == {1, 2}


def test_a_note_stands_on_the_page_that_calls_it() -> None:
    paragraph = "<p>A sentence<note>Note.</note> that fills the page. " + "Words. " * 90 + "</p>"
    quotation = f"<quote>{paragraph}</quote>"
    listed = f"<list>{paragraph.replace('<p>', '<item>').replace('</p>', '</item>') * 20}</list>"
    documents = [tei(paragraph * 40), tei(f"<p>{'Some words. ' * 30}</p>" + quotation * 12), tei(listed)]
    for result in printed(*documents):
        assert result.pdf is not None
        pages = [page_text(page) for page in reader(result.pdf).pages]
        assert len(pages) > 3
        for text in pages:
            assert text.count("sentence") == text.count("Note.")


def test_the_file_carries_its_tei_source_byte_for_byte() -> None:
    document = case("letter")
    (job,) = print_jobs(document)
    (result,) = typeset([replace(job, tei_name="anna-to-clara.xml")])
    assert result.pdf is not None
    pdf = reader(result.pdf)
    (attachment,) = pdf.attachment_list
    assert (attachment.name, attachment.content) == ("anna-to-clara.xml", document)
    assert attachment.associated_file_relationship == "/Source"
    assert attachment.subtype == "/application/tei+xml"


def test_title_author_keywords_language_and_bookmarks_are_told_to_the_library() -> None:
    header = (
        '<profileDesc><textClass><keywords scheme="x"><term>river</term><term>lamp</term></keywords>'
        "</textClass></profileDesc>"
    )
    document = tei(
        "<div><head>First</head><p>x</p></div><div><head>Second</head></div>", header=header, lang="nl"
    )
    document = document.replace(b"</title></titleStmt>", b"</title><author>Anna M. Moor</author></titleStmt>")
    pdf = reader(pdf_of(document))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("A Piece", "Anna M. Moor")
    assert "river" in str(pdf.metadata.keywords) and "lamp" in str(pdf.metadata.keywords)
    assert str(pdf.root_object["/Lang"]) == "nl"
    outline: list[Any] = pdf.outline
    assert [entry.title for entry in outline] == ["First", "Second"]


def test_every_font_is_embedded() -> None:
    found = dict(fonts(reader(pdf_of(case("scripts")))))
    assert len(found) >= 2
    assert all(found.values())


def test_the_same_document_gives_the_same_bytes_one_after_another_or_side_by_side() -> None:
    documents = [case("letter"), case("play"), case("verse")]
    serial = [result.pdf for result in printed(*documents)]
    time.sleep(1.1)  # a clock in the file would have moved on
    assert serial == [result.pdf for result in printed(*documents, jobs=2)]
    assert None not in serial


def test_a_letter_that_no_font_has_is_printed_as_its_code_and_reported_with_its_place() -> None:
    document = tei("<p>One sign\n   中 and 文, again 中.</p>")
    (result,) = printed(document)
    (finding,) = result.diagnostics
    assert (finding.code, finding.severity) == ("PRINT-GLYPH-MISSING", Severity.WARNING)
    assert "中 (U+4E2D), 文 (U+6587)" in finding.message
    assert finding.position == Position(document.decode()[: document.decode().index("中")].count("\n") + 1, 4)
    assert result.pdf is not None
    text = page_text(reader(result.pdf).pages[0])
    assert text.count("U+4E2D") == 2 and text.count("U+6587") == 1


def test_marks_upon_letters_are_found_missing_together_with_their_letter() -> None:
    (result,) = printed(tei("<p>A sign 𓀀 and a very odd letter ꝑ\u20e3 here.</p>"))
    assert result.pdf is not None
    assert [d.code for d in result.diagnostics] == ["PRINT-GLYPH-MISSING"]


def test_the_font_to_get_is_named_unless_it_is_taken_already() -> None:
    def hint(characters: str, *taken: str) -> str:
        (result,) = typeset(print_jobs(tei(f"<p>{characters}</p>")), look=replace(design(), packages=taken))
        (finding,) = result.diagnostics
        return finding.hint

    assert hint("ꝑ 漢").startswith(
        "fonts that have them: python -m pip install fontpkg-noto-serif cvttf-notosanscjk-regular, and in "
        'edition.toml [print] font-packages = ["fontpkg-noto-serif", "cvttf-notosanscjk-regular"]; until then'
    )
    assert '= ["fontpkg-noto-serif", "cvttf-notosanscjk-regular"]' in hint("漢", "fontpkg-noto-serif")
    for nowhere in (hint("𓀀"), hint("漢", "cvttf-notosanscjk-regular")):
        assert nowhere.startswith("put a font that has them into a folder and name that in edition.toml")


def test_a_document_that_cannot_be_set_does_not_stop_the_others() -> None:
    (good,) = print_jobs(tei("<p>Good.</p>"))
    first, second, third = typeset([good, by_hand('#panic("x")'), good])
    assert first.pdf == third.pdf is not None
    assert second.pdf is None
    (finding,) = second.diagnostics
    assert (finding.code, finding.path, finding.severity) == ("PRINT-FAILED", "by-hand.xml", Severity.ERROR)
    assert "panic" in finding.message


@pytest.mark.parametrize(
    "reaching_out",
    [
        '#import "@preview/cetz:0.3.0": *',
        '#import "@local/x:0.1.0": *',
        '#read("/etc/hostname")',
        '#read("../stderr")',
        '#image("https://example.org/x.png")',
    ],
)
def test_the_typesetter_reaches_neither_the_network_nor_other_files(reaching_out: str) -> None:
    started = time.monotonic()
    (result,) = typeset([by_hand(OWN + reaching_out)])
    assert result.pdf is None
    assert [d.code for d in result.diagnostics] == ["PRINT-FAILED"]
    assert time.monotonic() - started < 10


def test_a_pdf_that_breaks_a_standard_does_not_claim_it() -> None:
    (result,) = typeset([by_hand(OWN + "= One\n=== Three")])
    (finding,) = result.diagnostics
    assert finding.code == "PRINT-NOT-ARCHIVAL"
    assert result.pdf is not None
    assert b"pdfuaid" not in result.pdf and b"pdfaid" not in result.pdf


def test_what_the_typesetter_remarks_is_passed_on() -> None:
    (result,) = typeset([by_hand(OWN + '#set text(font: "No Such Font")\nx')])
    assert result.pdf is not None
    assert [d.code for d in result.diagnostics] == ["PRINT-REMARK"]
    assert "no such font" in result.diagnostics[0].message


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setitem(os.environ, "TMPDIR", str(tmp_path))
    (good,) = print_jobs(tei("<p>Good.</p>"))
    results = list(typeset([good, by_hand('#panic("x")')]))
    assert [result.pdf is None for result in results] == [False, True]
    assert list(tmp_path.iterdir()) == []


def test_no_path_of_this_computer_gets_into_the_file() -> None:
    (job,) = print_jobs(tei("<p>x</p>"))
    here, elsewhere = typeset([replace(job, name="/home/anna/x.xml"), replace(job, name="/mnt/x.xml")])
    assert here.pdf == elsewhere.pdf is not None


def test_no_documents_no_work() -> None:
    assert list(typeset([])) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [("timeout", "PRINT-TOO-SLOW"), ("crashed", "PRINT-GAVE-OUT"), ("raised", "PRINT-FAILED")],
)
def test_a_typesetter_that_breaks_down_is_a_finding_about_the_document(
    kind: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from edition.engine import Outcome

    failure = Failure(kind, "Traceback\nMemoryError: no room")  # type: ignore[arg-type]
    monkeypatch.setattr(printing, "ordered_map", lambda *_, **__: iter([Outcome(failure=failure)]))
    (result,) = typeset([by_hand("")])
    assert result.pdf is None
    assert [(d.code, d.path) for d in result.diagnostics] == [(code, "by-hand.xml")]


QUOTED = (
    "<p>He said <said>yes, <quote>never</quote></said> and <q xml:lang='fr'>oui</q>, "
    "<q xml:lang='de'>ja</q>.</p>"
    "<quote><p>A block.</p></quote>"
)


def test_marks_that_the_encoder_took_out_are_set_as_each_language_has_them() -> None:
    out = "<quotation marks='none'><p>They are encoded.</p></quotation>"
    header = f"<encodingDesc><editorialDecl>{out}</editorialDecl></encodingDesc>"
    (result,) = printed(tei(QUOTED, header=header))
    assert result.pdf is not None and result.diagnostics == ()
    text = page_text(reader(result.pdf).pages[0])
    assert "He said “yes, ‘never’” and «\u202foui\u202f», „ja“.\nA block." in text


@pytest.mark.parametrize("marks", ["all", "some"])
def test_no_marks_are_set_where_the_text_has_its_own(marks: str) -> None:
    kept = f"<quotation marks='{marks}'><p>They are kept.</p></quotation>"
    header = f"<encodingDesc><editorialDecl>{kept}</editorialDecl></encodingDesc>"
    assert "He said yes, never and oui, ja." in page_text(reader(pdf_of(tei(QUOTED, header=header))).pages[0])
