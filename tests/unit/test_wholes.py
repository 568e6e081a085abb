"""A corpus in several files: the file of the whole takes in the others, and all may point into each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import edition

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt>"
    "<sourceDesc><p>y</p></sourceDesc></fileDesc>{more}</teiHeader>"
)
PEOPLE = "<profileDesc><particDesc>{}</particDesc></profileDesc>"
ADA = '<listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson>'
SAID = '<text><body><div><u who="#{}"><seg>Hear</seg></u></div></body></text>'
DAY = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">' + HEADER.format(more="") + SAID + "</TEI>"


def corpus(*takes_in: str, people: str = ADA) -> str:
    included = "".join(f'<xi:include {XI} href="{href}"/>' for href in takes_in)
    header = HEADER.format(more=PEOPLE.format(people))
    return f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}{included}</teiCorpus>'


def told(folder: Path, **files: str) -> list[tuple[str, str]]:
    """Code and file of the findings about pointers and files taken in; `days__one` is days/one.xml."""
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    ran = edition("validate", folder, "--format", "json")
    findings = json.loads(ran.out)
    looked_for = ("TEI-POINTER-DANGLING", "SCHEMA-XINCLUDE")
    return [(one["code"], Path(one["path"]).name) for one in findings if one["code"] in looked_for]


def test_a_file_may_point_into_the_one_that_takes_it_in(tmp_path: Path) -> None:
    assert told(tmp_path, whole=corpus("days/one.xml"), days__one=DAY.format("ada")) == []


def test_what_none_of_them_has_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, whole=corpus("days/one.xml"), days__one=DAY.format("ida"))
    assert found == [("TEI-POINTER-DANGLING", "one.xml")]


def test_a_file_that_nothing_takes_in_stands_for_itself(tmp_path: Path) -> None:
    files = {"whole": corpus("days/one.xml"), "days__one": DAY.format("ada"), "days__two": DAY.format("ada")}
    assert told(tmp_path, **files) == [("TEI-POINTER-DANGLING", "two.xml")]


def test_a_file_that_is_not_there_is_still_asked_for(tmp_path: Path) -> None:
    asking = DAY.replace("<u ", f'<xi:include {XI} href="days/one.xml"/><u ').format("ada")
    asked = ("SCHEMA-XINCLUDE", "whole.xml")
    assert asked in told(tmp_path, whole=asking)
    assert asked not in told(tmp_path, whole=asking, days__one=DAY.format("ada"))


@pytest.mark.parametrize("href", ["days/one.xml", "./days/one.xml", "days/../days/one.xml", "days/o%6Ee.xml"])
def test_a_path_may_be_written_in_several_ways(tmp_path: Path, href: str) -> None:
    assert told(tmp_path, whole=corpus(href), days__one=DAY.format("ada")) == []


def test_files_taken_in_by_one_know_each_other_and_those_that_they_take_in(tmp_path: Path) -> None:
    people = f'<xi:include {XI} href="people.xml"/>'
    lists = ADA.replace("<listPerson>", '<listPerson xmlns="http://www.tei-c.org/ns/1.0">')
    found = told(
        tmp_path, whole=corpus("days/one.xml", people=people), people=lists, days__one=DAY.format("ada")
    )
    assert ("TEI-POINTER-DANGLING", "one.xml") not in found


def test_files_that_take_in_each_other_come_to_an_end(tmp_path: Path) -> None:
    one, other = corpus("other.xml"), corpus("one.xml", people=ADA.replace("ada", "ida"))
    assert told(tmp_path, one=one, other=other) == []
