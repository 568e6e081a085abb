"""How a text is cited: what its header says, as references and as records for programs."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from edition.bibliography import Name
from edition.citing import Work, as_bibtex, as_csl_json, as_ris, cite_all, library, whole_of, work_of
from edition.citing.markup import as_markup
from edition.citing.reading import key_of
from edition.config import EditionFacts
from edition.diagnostics import OwnFaultError
from edition.tei import parse
from tests.case_files import CASES, Case, read_cases
from tests.command import edition

TEXTS = CASES / "citing" / "texts.txt"
FACTS = EditionFacts(
    "Letters & Papers",
    ("Ada Miller", "Weber, Tom"),
    "The Harbour Press",
    "Dorne",
    "",
    "https://l.example.org/",
)


def tei(said: dict[str, list[str]]) -> str:
    """A document whose header says what a case says."""

    def one(name: str, template: str) -> str:
        return "".join(template.format(value) for value in said.get(name, ()))

    date = one("date", "<date {}>then</date>")
    scopes = "".join(
        one(unit, f'<biblScope unit="{unit}">{{}}</biblScope>') for unit in ("volume", "issue", "page")
    )
    title = escape(said["title"][0])
    source = "<p/>"
    if "journal" in said:
        source = f"""<biblStruct><analytic><title level="a">{title}</title></analytic><monogr>
        <title level="j">{said["journal"][0]}</title><imprint>{scopes}{date}</imprint>
        </monogr></biblStruct>"""
    elif "book" in said:
        source = f"""<biblStruct><analytic><title level="a">{title}</title></analytic><monogr>
        <title level="m">{said["book"][0]}</title><imprint>{one("press", "<publisher>{}</publisher>")}{date}
        </imprint>
        </monogr></biblStruct>"""
    elif "sent" not in said and date:
        source = f"<bibl>{date}</bibl>"
    sent = one("sent", "<persName>{}</persName>")
    action = f'<correspAction type="sent">{sent}{date}</correspAction>'
    letter = f"<correspDesc>{action}</correspDesc>" if sent else ""
    publisher = one("publisher", "<publisher>{}</publisher>") + one(
        "published", '<date when="{}">then</date>'
    )
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{said.get("language", ["en"])[0]}">
    <teiHeader><fileDesc>
    <titleStmt><title>{title}</title>{one("author", "<author>{}</author>")}</titleStmt>
    <publicationStmt>{publisher}<p/></publicationStmt>
    <sourceDesc>{source}</sourceDesc></fileDesc><profileDesc>{letter}</profileDesc></teiHeader>
    <text><body><p>Words.</p></body></text></TEI>"""


def work(case: str) -> Work:
    said: dict[str, list[str]] = {}
    for line in case.splitlines():
        key, _, value = line.partition(" ")
        said.setdefault(key, []).append(value)
    document, findings = parse(tei(said).encode(), name="the-text.xml", stem="the-text")
    assert document is not None, findings
    editors = tuple(name.strip() for name in said.get("editors", [""])[0].split(";") if name)
    site = said.get("site", [""])[0]
    facts = EditionFacts(said.get("edition", [""])[0], editors, site=site)
    return work_of(document, facts, said["genre"][0], f"{site}the-text.html" if site else "")


def in_lines(text: Work) -> str:
    """The references as they read, titles of books between underscores."""
    (cited,) = cite_all([text])
    plain = {name: re.sub(r"</?cite>", "_", said) for name, said in cited.styles.items()}
    return "\n".join(f"{name}: {unescape(re.sub(r'<[^>]*>', '', said))}" for name, said in plain.items())


@pytest.mark.parametrize("case", read_cases(TEXTS), ids=lambda case: case.title)
def test_references(case: Case) -> None:
    assert in_lines(work(case.input)) == case.expected


def test_the_golden_references_are_written_on_request(rewrite: bool) -> None:
    cases = read_cases(TEXTS)
    if rewrite:
        written = (f"{one.title}\n\n```\n{one.input}\n.\n{in_lines(work(one.input))}\n```\n" for one in cases)
        TEXTS.write_text("\n".join(written), encoding="utf-8")
    assert len({case.title for case in cases}) == len(cases)


def test_the_edition_itself_is_cited_by_its_editors() -> None:
    assert in_lines(whole_of(FACTS)).splitlines() == [
        "Chicago: Miller, Ada, and Tom Weber, eds. _Letters & Papers_. The Harbour Press. https://l.example.org/.",
        "MLA: Miller, Ada, and Tom Weber, editors. _Letters & Papers_. The Harbour Press, https://l.example.org/.",
        "APA: Miller, A., & Weber, T. (Eds.). (n.d.). _Letters & Papers_. The Harbour Press. https://l.example.org/",
    ]
    assert in_lines(whole_of(EditionFacts("Letters"))).splitlines()[0] == "Chicago: _Letters_."


def test_texts_of_one_newspaper_are_cited_together_as_each_alone() -> None:
    works = [work(case.input) for case in read_cases(TEXTS)]
    assert cite_all(works) == [cited for one in works for cited in cite_all([one])]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=20))
@example("a\U0004fffe", "b\U0010ffff", "c\ufdd0")
def test_any_words_make_well_formed_references(title: str, family: str, container: str) -> None:
    facts = EditionFacts(container, (family,), family)
    (cited,) = cite_all([Work("k", "prose", title, (Name(family),), whole=whole_of(facts).whole)])
    for said in cited.styles.values():
        assert "\ue000" not in said and "8642" not in said
    allowed = dict.fromkeys(range(0x20), " ") | {0xFFFE: " ", 0xFFFF: " "}
    etree.fromstring(as_markup(cited).translate(allowed))


def test_a_library_that_gives_no_answer_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(library.styles()["mla"], "style", "no-such-style")
    with pytest.raises(OwnFaultError) as raised:
        cite_all([Work("k", "prose", "A title", (Name("Nobody asked for before"),))])
    assert raised.value.diagnostic.code == "PUBLISH-CITATION"


def test_keys_are_those_of_the_files_in_signs_that_all_programs_take() -> None:
    assert key_of("letter-042") == "letter-042"
    assert key_of("Über die Fähre (2)") == "Uber-die-Fahre-2"
    assert key_of("Слово") != key_of("Книга") and key_of("Слово").isascii()
    assert key_of("%") == "text"


def test_bibtex_escapes_what_tex_reads_but_no_address() -> None:
    text = Work(
        "a",
        "prose",
        "5 % & {x} #1 a_b",
        (Name("Beek", "Bert", "", "van der"), Name("R & D")),
        address="https://x.org/a_b%20c",
    )
    record = as_bibtex([text])
    assert r"title = {{5 \% \& (x) \#1 a\_b}}" in record
    assert r"author = {van der Beek, Bert and {R \& D}}" in record
    assert "url = {https://x.org/a_b%20c}" in record
    assert record.count("{") == record.count("}")


def test_records_for_programs_know_the_kind_of_text() -> None:
    newspaper = work(read_cases(TEXTS)[1].input)
    record = json.loads(as_csl_json([newspaper]))[0]
    assert record["type"] == "article-newspaper" and record["container-title"] == "Workers Vanguard"
    assert record["source"] == "Letters & Papers" and record["issued"] == {"date-parts": [[2018, 11, 16]]}
    assert record["author"] == [{"family": "Beek", "given": "Bert", "non-dropping-particle": "van der"}]
    assert as_ris([newspaper]).startswith("TY  - NEWS\nID  - the-text\nAU  - van der Beek, Bert\n")
    letter = work(read_cases(TEXTS)[3].input)
    assert json.loads(as_csl_json([letter]))[0]["type"] == "personal_communication"
    assert as_ris([letter]).startswith("TY  - PCOMM\n") and "@incollection{" in as_bibtex([letter])


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('when="-0043"', {"date-parts": [[-44]]}),
        ('notBefore="1849" notAfter="1851"', {"date-parts": [[1849], [1851]], "circa": True}),
        ('from="1849" to="1851"', {"date-parts": [[1849], [1851]]}),
        ('when="1849-05" cert="low"', {"date-parts": [[1849, 5]], "circa": True}),
        ('notAfter="1851"', {"literal": "then"}),
        ('when="--05-03"', None),
    ],
)
def test_dates_in_csl(attributes: str, expected: object) -> None:
    record = json.loads(as_csl_json([work(f"genre prose\ntitle T\ndate {attributes}")]))[0]
    assert record.get("issued") == expected


def test_every_page_says_how_to_cite_it_and_an_edition_has_files_for_programs(tmp_path: Path) -> None:
    for stem in ("a b", "c"):
        (tmp_path / f"{stem}.xml").write_text(tei({"title": [f"Dear {stem},"], "date": ['when="1849"']}))
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html", "-q").code == 0
    page = (tmp_path / "site" / "a b.html").read_text()
    assert "“Dear a b.” 1849." in page and ",”" not in page
    assert 'data-file="a b.bib"' in page and "@misc{a-b," in page
    written = (tmp_path / "site" / "data" / "citations.bib").read_text()
    assert "@misc{a-b," in written and "@misc{c," in written
    about = (tmp_path / "site" / "about.html").read_text()
    assert [about.count(f'href="data/citations.{suffix}"') for suffix in ("bib", "ris", "csl.json")] == [
        1,
        1,
        1,
    ]
    assert edition("build", tmp_path / "c.xml", "-o", tmp_path / "one", "--to", "html", "-q").code == 0
    alone = (tmp_path / "one" / "c.html").read_text()
    assert "“Dear c.” 1849." in alone
    assert not (tmp_path / "one" / "data").exists()
