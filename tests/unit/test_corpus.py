"""A corpus in one file is an edition of the texts in it."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from edition.tei import NS, parse, texts_of_corpus
from tests.command import edition

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>x</p>"
    "</publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc>{more}</teiHeader>"
)
PEOPLE = (
    '<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Moor</persName></person>'
    '<person xml:id="tom"><persName>Tom Hale</persName></person></listPerson></particDesc></profileDesc>'
)


def text(title: str, body: str, attributes: str = "") -> str:
    return f"<TEI {attributes}>{HEADER.format(title=title, more='')}<text><body>{body}</body></text></TEI>"


def corpus(*texts: str) -> bytes:
    header = HEADER.format(title="All", more=PEOPLE)
    return (
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}{"".join(texts)}</teiCorpus>'
    ).encode()


def taken_apart(data: bytes) -> dict[str, etree._Element]:
    document, findings = parse(data, name="all.xml", stem="all")
    assert document is not None, findings
    return {name: etree.fromstring(one) for name, one in texts_of_corpus(document.root, "all")}


def test_a_text_is_called_by_its_own_name_or_by_its_number() -> None:
    found = taken_apart(corpus(text("One", "<p>a</p>", 'xml:id="first"'), text("Two", "<p>b</p>")))
    assert list(found) == ["first", "all-2"]


def test_texts_of_a_corpus_within_a_corpus_are_found() -> None:
    inner = corpus(text("Two", "<p>b</p>")).decode()
    assert len(taken_apart(corpus(text("One", "<p>a</p>"), inner))) == 2


def test_a_text_takes_along_whom_it_points_to_and_nobody_else() -> None:
    (one,) = taken_apart(corpus(text("One", '<p><persName ref="#ada">Ada</persName></p>'))).values()
    assert one.xpath("//tei:standOff//tei:person/@xml:id", namespaces=NS) == ["ada"]


def test_a_text_that_has_the_record_itself_keeps_its_own() -> None:
    own = '<listPerson><person xml:id="ada"><persName>A.</persName></person></listPerson>'
    (one,) = taken_apart(corpus(text("One", f'{own}<p><persName ref="#ada">Ada</persName></p>'))).values()
    assert one.find("tei:standOff", NS) is None


def test_the_language_of_the_corpus_is_that_of_a_text_that_says_none() -> None:
    found = taken_apart(corpus(text("One", "<p>a</p>"), text("Zwei", "<p>b</p>", 'xml:lang="de"')))
    assert [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in found.values()] == ["en", "de"]


def test_the_edition_has_a_page_for_each_text(tmp_path: Path) -> None:
    said = '<p><persName ref="#ada">Ada</persName> came.</p>'
    data = corpus(text("One", said, 'xml:id="one"'), text("Two", said))
    (tmp_path / "all.xml").write_bytes(data)
    ran = edition("build", tmp_path / "all.xml", "-o", tmp_path / "out", "--to", "html", "-q")
    assert ran.code == 0, ran.err
    pages = {path.name for path in (tmp_path / "out").glob("*.html")}
    assert {"one.html", "all-2.html", "index.html", "register-persons.html"} <= pages
    register = (tmp_path / "out" / "register-persons.html").read_text(encoding="utf-8")
    assert "one.html" in register and "all-2.html" in register


def test_of_two_texts_of_one_name_both_have_a_page(tmp_path: Path) -> None:
    data = corpus(text("One", "<p>a</p>", 'xml:id="all"'), text("Two", "<p>b</p>"))
    (tmp_path / "all.xml").write_bytes(data)
    assert edition("build", tmp_path / "all.xml", "-o", tmp_path / "out", "--to", "html", "-q").code == 0
    assert {"all-all.html", "all-2.html"} <= {path.name for path in (tmp_path / "out").glob("*.html")}


# -- a corpus in several files, of which one takes in the others

INCLUDING = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
LIST = (
    '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="eve"><persName>Eve Orme</persName>'
    "</person></listPerson>"
)


def in_files(folder: Path, *, taken_in: str = "1901/may.xml") -> Path:
    """A corpus as parliaments keep it: a header with persons, a file with more of them, a file a sitting."""
    (folder / "1901").mkdir()
    header = HEADER.format(title="All", more=PEOPLE)
    includes = "".join(f'<xi:include href="{path}"/>' for path in ("persons.xml", taken_in))
    (folder / "corpus.xml").write_text(
        f"<teiCorpus {INCLUDING}>{header}{includes}</teiCorpus>", encoding="utf-8"
    )
    (folder / "persons.xml").write_text(LIST, encoding="utf-8")
    said = '<u who="#ada">Hear!</u>\n<u who="#eve">Order!</u><u who="#nobody">Oh.</u>'
    sitting = text("May", said, INCLUDING)
    (folder / "1901" / "may.xml").write_text(sitting, encoding="utf-8")
    return folder


def test_a_sitting_has_the_names_of_its_corpus_on_its_page_and_the_corpus_has_none(tmp_path: Path) -> None:
    folder = in_files(tmp_path)
    ran = edition("build", folder, "-o", tmp_path / "out", "--to", "tei,html", "-q")
    assert (ran.code, ran.err) == (0, "")
    page = (tmp_path / "out" / "may.html").read_text(encoding="utf-8")
    # Where no file has a record the page says what the pointer does: no speech is without its speaker.
    assert re.findall('class="editorial speaker">([^<]*)<', page) == ["Ada Moor", "Eve Orme", "nobody"]
    assert not (tmp_path / "out" / "corpus.html").exists()
    written = (tmp_path / "out" / "may.xml").read_bytes()
    assert written == (folder / "1901" / "may.xml").read_bytes()


def test_a_corpus_without_its_texts_is_said_to_be_none(tmp_path: Path) -> None:
    folder = in_files(tmp_path, taken_in="1901/june.xml")
    ran = edition("build", folder, "-o", tmp_path / "out", "--to", "html")
    assert ran.code == 1
    assert "corpus.xml:1:1 error PUBLISH-NOT-TEI" in ran.err + ran.out
