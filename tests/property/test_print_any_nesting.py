"""Elements of TEI nested in any way, sensible or not: there is a PDF, and the words are in it."""

from __future__ import annotations

from random import Random

import pytest

from edition.publish.printing import typeset
from tests.unit.print_press import body_letters, letters, print_jobs, tei, text_lines, words

NAMES = """
    ab address addrLine add app argument bibl byline castItem castList cell choice cit closer corr
    date dateline del desc div emph epigraph expan figDesc figure floatingText foreign gap head hi
    item l label lb lem lg list listBibl listPerson note opener orig p pb persName person postscript
    q quote rdg ref reg row rs said salute seg sic signed soCalled sp speaker stage supplied table
    term time title trailer u unclear vocal w
""".split()  # noqa: SIM905 (a list of words is read more easily without quotation marks)
EMPTY = {"gap", "lb", "pb"}
HIDING = {"app", "choice", "sic"}
ATTRIBUTES = (
    'rend="italic underline"',
    'rend="center"',
    'rend="sup"',
    'target="https://example.org/"',
    'target="#i1"',
    'xml:lang="de"',
    'xml:lang="ar"',
    'place="foot"',
    'type="ordered"',
    'type="masthead"',
    'type="introduction"',
    'n="7"',
    'rows="2"',
    'cols="2"',
    'role="label"',
    'part="F"',
)


def nested(random: Random, depth: int, names: list[str]) -> str:
    name = random.choice(names)
    attribute = random.choice(ATTRIBUTES) if random.random() < 0.4 else ""
    if name in EMPTY:
        return f"<{name}/>"
    inner = "".join(
        random.choice(("", " ", "some words ")) + nested(random, depth - 1, names)
        for _ in range(random.randrange(4) if depth else 0)
    )
    return f"<{name} {attribute}>{inner}{random.choice(('', 'last words. '))}</{name}>"


def documents(seed: int, count: int, names: list[str]) -> list[bytes]:
    random = Random(seed)
    return [
        tei(f'<p xml:id="i1">x</p>{"".join(nested(random, 5, names) for _ in range(4))}')
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_document_gets_its_pdf(seed: int) -> None:
    for result in typeset(print_jobs(*documents(seed, 40, NAMES)), jobs=2):
        assert result.pdf is not None, result.diagnostics


@pytest.mark.parametrize("seed", [4, 5])
def test_words_are_printed_wherever_they_stand(seed: int) -> None:
    names = [name for name in NAMES if name not in HIDING | {"row"}]
    for job in print_jobs(*documents(seed, 40, names)):
        printed = letters(words(text_lines(job.markup)))
        for phrase in ("somewords", "lastwords."):
            assert printed.count(phrase) == body_letters(job.tei).count(phrase), job.tei.decode()
