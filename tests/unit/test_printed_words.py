"""All words of a text stand on its printed pages, each once, whatever elements they stand in."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition.publish.printing import typeset
from edition.relaxng import load
from edition.resources import resource
from tests.printed_words import Marked, marked
from tests.random_tei import random_texts
from tests.unit.print_press import print_jobs, reader, tei

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = {"PRINT-PICTURE", "PRINT-ELEMENT"}


def differences(documents: dict[str, bytes]) -> dict[str, list[str]]:
    """What is lost or doubled, or told against the PDF, by the name of the document."""
    texts: dict[str, Marked] = {name: marked(document) for name, document in documents.items()}
    found = {}
    for (name, text), result in zip(
        texts.items(), typeset(print_jobs(*(text.source for text in texts.values()))), strict=True
    ):
        told = [finding.message for finding in result.diagnostics if finding.code not in EXPECTED]
        found[name] = told + (text.differences(result.pdf) if result.pdf else ["no PDF"])
    return {name: wrong for name, wrong in found.items() if wrong}


def test_all_words_of_the_cases_are_printed_once() -> None:
    files = sorted([*CASES.glob("html/**/*.xml"), *CASES.glob("print/*.xml")])
    assert len(files) > 40
    assert differences({str(file.relative_to(CASES)): file.read_bytes() for file in files}) == {}


def test_all_words_of_texts_made_up_at_random_are_printed_once() -> None:
    texts = random_texts(load(resource("schemas", "edition.rng")), 1848, 60)
    assert differences({str(number): etree.tostring(root) for number, root in enumerate(texts)}) == {}


def test_no_word_runs_over_the_foot_or_the_edge_of_a_page() -> None:
    many = "word " * 500
    columns = "".join(f"<cell>{'word ' * 8}</cell>" for _ in range(8))
    labels = '<row role="label"><cell>word</cell></row>'
    notes = "".join(f"here <note place='margin'>{'word ' * 20}</note> " for _ in range(60))
    assert (
        differences(
            {
                "one tall row": tei(f"<table><row><cell>{many}</cell>{columns}</row></table>"),
                "a head in a cell": tei(
                    f"<table><row>{columns}<cell><list><head>{many}</head><item>last</item></list></cell></row></table>"
                ),
                "rows of labels": tei(f"<table>{labels * 90}<row><cell>last</cell></row></table>"),
                "closer": tei(f"<p>First.</p><closer><signed>{many}</signed></closer>"),
                "attribution": tei(f"<cit><quote><p>First.</p></quote><bibl>{many}</bibl></cit>"),
                "quotations": tei(f"{'<quote><p>word</p>' * 40}<p>{many}</p>{'</quote>' * 40}"),
                "lists": tei(f"{'<list><item>' * 40}{many}{'</item></list>' * 40}"),
                "margin": tei(f"<p>{notes}</p>"),
            }
        )
        == {}
    )


def test_what_is_said_of_a_blank_and_of_a_series_is_printed() -> None:
    series = "<biblStruct><monogr><title>One</title><imprint><date>1848</date></imprint></monogr>"
    assert (
        differences(
            {
                "space": tei("<p>Before <space><desc>half a page</desc></space> after <space/> it</p>"),
                "series": tei(f"<listBibl>{series}<series>in running words</series></biblStruct></listBibl>"),
                "parts": tei(
                    f"<listBibl>{series}<series><title>By parts</title></series></biblStruct></listBibl>"
                ),
                "kept blanks": tei(f"<p xml:space='preserve'>  One   two\n   {'word ' * 90}</p>"),
            }
        )
        == {}
    )


def test_notes_within_notes_and_entries_are_printed_and_no_page_grows() -> None:
    nested = "".join(f"<note>{'word ' * 30}" for _ in range(8)) + "</note>" * 8
    reading = f"<app><lem>one</lem><rdg>two <note>{'word ' * 60}</note></rdg></app><note>three</note>"
    documents = {
        "a reading with notes": tei(f"<p>{reading * 3}</p>"),
        "a reading with readings": tei(
            "<p><app><lem>one</lem><rdg>two <app><lem>three</lem><rdg>four</rdg></app></rdg></app></p>"
        ),
        "a group of groups": tei(
            f"<p>A word<noteGrp>{'<noteGrp>' * 8}{nested}{'</noteGrp>' * 8}</noteGrp></p>"
        ),
        "a note called in a note": tei(
            "<p>one <ref target='#a'>1</ref> <note>two <ref target='#a'>1</ref></note></p>"
            "<note xml:id='a'>three</note>"
        ),
    }
    assert differences(documents) == {}
    for result in typeset(print_jobs(*documents.values())):
        assert result.pdf is not None
        assert {round(page.mediabox.height) for page in reader(result.pdf).pages} == {595}


def within(body: str) -> bytes:
    return tei(f"<p>One <floatingText><body><div>{body}</div></body></floatingText> two.</p>")


def test_a_head_with_a_stanza_or_longer_than_a_page_is_printed_once() -> None:
    long = f"{'word ' * 600}<note>{'word ' * 60}</note>"
    head = f"<head><lg><l>{'word ' * 200}<note>{'word ' * 60}</note></l></lg></head>"
    documents = {
        "of the text": tei(f"{head}<p>last</p>"),
        "of a division": tei(f"<head>One</head><div>{head}<p>last</p></div>"),
        "of a stanza in a head": tei(
            f"<head><lg><head>{'word ' * 200}</head><l>a</l></lg></head><p>last</p>"
        ),
        "of a stanza, long": tei(f"<lg><head>{long}</head><l>a</l></lg><p>last</p>"),
        "of the second rank, long": within(f"<head>One</head><head type='sub'>{long}</head><p>last</p>"),
        "an opener, long": within(f"<opener><salute>{long}</salute></opener><p>last</p>"),
        "a label, long": within(f"<label>{long}</label><p>last</p>"),
    }
    assert differences(documents) == {}


def test_a_word_lost_or_doubled_is_seen() -> None:
    text = marked(tei("<p>One <note>two</note> six</p>"))
    words = list(text.must)
    assert len(words) == 3
    (whole,) = typeset(print_jobs(text.source))
    assert whole.pdf is not None and text.differences(whole.pdf) == []
    for word, instead in ((words[2], ""), (words[0], f"{words[0]} {words[0]}")):
        (wrong,) = typeset(print_jobs(text.source.replace(word.encode(), instead.encode())))
        assert wrong.pdf is not None
        (told,) = text.differences(wrong.pdf)
        assert told.startswith("0 times" if not instead else "2 times")
