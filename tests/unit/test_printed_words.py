"""All words of a text stand on its printed pages, each once, whatever elements they stand in."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition.publish.printing import typeset
from edition.relaxng import load
from edition.resources import resource
from tests.printed_words import Marked, marked
from tests.random_tei import random_texts
from tests.unit.print_press import print_jobs, tei

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
